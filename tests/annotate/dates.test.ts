import { describe, expect, it } from 'vitest'
import type { DateMention } from '../../src/annotate/annotations.js'
import { findDates } from '../../src/annotate/dates.js'
import { documentOfText } from '../../src/annotate/document.js'

/** Every sentence is published on this day, a Thursday at the end of a month. */
const PUBLISHED = '2022-03-31'

const find = (text: string, published: string | null = PUBLISHED) =>
  findDates(documentOfText(text), published)
const days = ({ interval }: DateMention) =>
  interval === null
    ? null
    : interval.start === interval.end
      ? interval.start
      : `${interval.start}..${interval.end}`

/** "text => value => days", one for each mention. */
const show = (mention: DateMention) => [mention.text, mention.value, days(mention)]

type Row = [text: string, ...expected: [text: string, value: string, days: string | null][]]

const table = (name: string, rows: Row[]) =>
  describe(name, () => {
    it.each(rows)('THEN %s', (text, ...expected) => {
      expect(find(text).map(show)).toEqual(expected)
    })
  })

table('GIVEN a day of the calendar', [
  ['The pact was signed on January 9, 2022.', ['January 9, 2022', '2022-01-09', '2022-01-09']],
  ['The pact was signed on 9 January 2022.', ['9 January 2022', '2022-01-09', '2022-01-09']],
  ['He came on the 9th of January 2022.', ['the 9th of January 2022', '2022-01-09', '2022-01-09']],
  ['It opened on Thursday, Feb. 24, 2022, at sea.', ['Thursday, Feb. 24, 2022', '2022-02-24', '2022-02-24']],
  ['Filed 2022-01-09.', ['2022-01-09', '2022-01-09', '2022-01-09']],
  ['Filed 1/9/2022.', ['1/9/2022', '2022-01-09', '2022-01-09']],
  ['Filed 31/12/2021.', ['31/12/2021', '2021-12-31', '2021-12-31']],
  ['Filed 09.01.2022.', ['09.01.2022', '2022-01-09', '2022-01-09']],
  ['A crowd met on New Year’s Eve.', ['New Year’s Eve', '2021-12-31', '2021-12-31']],
])

table('GIVEN a list or range of days', [
  [
    'The envoys will meet on April 9 and 10.',
    ['April 9 and 10', '2022-04-09/2022-04-10', '2022-04-09..2022-04-10'],
  ],
  ['The envoys will meet on April 9-10.', ['April 9-10', '2022-04-09/2022-04-10', '2022-04-09..2022-04-10']],
  ['The envoys will meet on 9–10 April.', ['9–10 April', '2022-04-09/2022-04-10', '2022-04-09..2022-04-10']],
  [
    'From May 3 to 7, the port will be shut.',
    ['May 3 to 7', '2022-05-03/2022-05-07', '2022-05-03..2022-05-07'],
  ],
  [
    'Two ships sank on 24 and 25 February.',
    ['24 and 25 February', '2022-02-24/2022-02-25', '2022-02-24..2022-02-25'],
  ],
  [
    'It ran from Dec. 30 to Jan. 2.',
    ['Dec. 30 to Jan. 2', '2021-12-30/2022-01-02', '2021-12-30..2022-01-02'],
  ],
  [
    'They will vote on April 4 and 8.',
    ['April 4', '2022-04-04', '2022-04-04'],
    ['8', '2022-04-08', '2022-04-08'],
  ],
  [
    'They met from March 2 to Tuesday.',
    ['March 2 to Tuesday', '2022-03-02/2022-03-29', '2022-03-02..2022-03-29'],
  ],
  // The mayor speaks on the day before the second day of the list.
  [
    'The mayor has said 31 March and 1 April.',
    ['31 March and 1 April', '2022-03-31/2022-04-01', '2022-03-31..2022-04-01'],
  ],
  [
    'He had named 30 and 2 March.',
    ['30', '2022-03-30', '2022-03-30'],
    ['2 March', '2022-03-02', '2022-03-02'],
  ],
  ['It lasted from 2014 to 2018.', ['2014 to 2018', '2014/2018', '2014-01-01..2018-12-31']],
  ['The 1989-90 season was long.', ['1989-90', '1989/1990', '1989-01-01..1990-12-31']],
  [
    'It rained between March and May 2021.',
    ['March and May 2021', '2021-03/2021-05', '2021-03-01..2021-05-31'],
  ],
  [
    'They met from Monday to Wednesday.',
    ['Monday to Wednesday', '2022-03-28/2022-03-30', '2022-03-28..2022-03-30'],
  ],
])

table('GIVEN a weekday', [
  ['He said Tuesday that talks failed.', ['Tuesday', '2022-03-29', '2022-03-29']],
  ['He left on Thursday.', ['Thursday', '2022-03-31', '2022-03-31']],
  ['She will fly out on Sunday.', ['Sunday', '2022-04-03', '2022-04-03']],
  ['Talks are scheduled for Sunday.', ['Sunday', '2022-04-03', '2022-04-03']],
  ['The council meets on Wednesday.', ['Wednesday', '2022-04-06', '2022-04-06']],
  ['Talks begin Monday.', ['Monday', '2022-04-04', '2022-04-04']],
  ['Norland and Sudria meet in Orsk on Friday.', ['Friday', '2022-04-01', '2022-04-01']],
  ['The rule takes effect on Jan. 3.', ['Jan. 3', '2023-01-03', '2023-01-03']],
  ['The vote is on Sunday.', ['Sunday', '2022-04-03', '2022-04-03']],
  ['On Friday the court hears the appeal.', ['Friday', '2022-04-01', '2022-04-01']],
  ['The talks on Monday raised the hopes.', ['Monday', '2022-03-28', '2022-03-28']],
  ['The truce holds, but on Sunday a shell fell.', ['Sunday', '2022-03-27', '2022-03-27']],
  ['The council agreed on Friday to build it.', ['Friday', '2022-03-25', '2022-03-25']],
  ['The council agreed to meet on Friday.', ['Friday', '2022-04-01', '2022-04-01']],
  ['The vote was postponed until Friday.', ['Friday', '2022-04-01', '2022-04-01']],
  ['The vote was postponed on Friday.', ['Friday', '2022-03-25', '2022-03-25']],
  ['Talks did not begin on Monday.', ['Monday', '2022-03-28', '2022-03-28']],
  ['He defended his vote, but on Sunday he left.', ['Sunday', '2022-03-27', '2022-03-27']],
  ['The bridge could open as early as Saturday.', ['Saturday', '2022-04-02', '2022-04-02']],
  ['Tuesday’s vote failed.', ['Tuesday', '2022-03-29', '2022-03-29']],
  ['He came last Thursday.', ['last Thursday', '2022-03-24', '2022-03-24']],
  ['He comes next Monday.', ['next Monday', '2022-04-04', '2022-04-04']],
  ['They met on Friday of last week.', ['Friday of last week', '2022-03-25', '2022-03-25']],
  [
    'The minister said Wednesday that she would fly out Friday.',
    ['Wednesday', '2022-03-30', '2022-03-30'],
    ['Friday', '2022-04-01', '2022-04-01'],
  ],
])

table('GIVEN a month or day without a year', [
  ['Prisoners were swapped in February.', ['February', '2022-02', '2022-02-01..2022-02-28']],
  ['A vote is scheduled for June.', ['June', '2022-06', '2022-06-01..2022-06-30']],
  ['The deal was signed in September.', ['September', '2021-09', '2021-09-01..2021-09-30']],
  ['The June summit will go ahead.', ['June', '2022-06', '2022-06-01..2022-06-30']],
  ['He was born last May.', ['last May', '2021-05', '2021-05-01..2021-05-31']],
  ['It fell in June last year.', ['June last year', '2021-06', '2021-06-01..2021-06-30']],
  ['The visit will be followed by a meeting on April 12.', ['April 12', '2022-04-12', '2022-04-12']],
  ['The plant closed on Feb. 24.', ['Feb. 24', '2022-02-24', '2022-02-24']],
  ['The jury decided on June 3 that he had lied.', ['June 3', '2021-06-03', '2021-06-03']],
  ['Rumours had named April 2.', ['April 2', '2022-04-02', '2022-04-02']],
  ['It may rain in May, May said.', ['May', '2022-05', '2022-05-01..2022-05-31']],
])

table('GIVEN weeks, months, quarters, seasons, years, decades and centuries', [
  ['Last week it snowed.', ['Last week', '2022-W12', '2022-03-21..2022-03-27']],
  ['Last month prices rose.', ['Last month', '2022-02', '2022-02-01..2022-02-28']],
  ['Over the weekend he resigned.', ['the weekend', '2022-W12-WE', '2022-03-26..2022-03-27']],
  [
    'Exports fell in the third quarter of 2021.',
    ['the third quarter of 2021', '2021-Q3', '2021-07-01..2021-09-30'],
  ],
  ['Exports fell in Q4 2021.', ['Q4 2021', '2021-Q4', '2021-10-01..2021-12-31']],
  ['Exports fell in the fourth quarter.', ['the fourth quarter', '2021-Q4', '2021-10-01..2021-12-31']],
  [
    'It grew in the first half of last year.',
    ['the first half of last year', '2021-H1', '2021-01-01..2021-06-30'],
  ],
  ['Last summer was dry.', ['Last summer', '2021-SU', '2021-06-01..2021-08-31']],
  ['The winter of 2020 was mild.', ['The winter of 2020', '2020-WI', '2020-12-01..2021-02-28']],
  ['Next year they vote.', ['Next year', '2023', '2023-01-01..2023-12-31']],
  ['It began in the 1990s.', ['the 1990s', '199', '1990-01-01..1999-12-31']],
  ['It began in the ’70s.', ['’70s', '197', '1970-01-01..1979-12-31']],
  ['It began in the 20th century.', ['the 20th century', '19', '1900-01-01..1999-12-31']],
  ['The week of March 7 was calm.', ['The week of March 7', '2022-W10', '2022-03-07..2022-03-13']],
  [
    'Sales rose in the first three months of 2021.',
    ['the first three months of 2021', 'P3M', '2021-01-01..2021-03-31'],
  ],
])

table('GIVEN an expression that leans on another', [
  ['They had left a day earlier.', ['a day earlier', '2022-03-30', '2022-03-30']],
  [
    'The army crossed on February 24. A day earlier it had massed. Two days later it withdrew.',
    ['February 24', '2022-02-24', '2022-02-24'],
    ['A day earlier', '2022-02-23', '2022-02-23'],
    ['Two days later', '2022-02-25', '2022-02-25'],
  ],
  [
    'He spoke on Tuesday. The day before the army had marched.',
    ['Tuesday', '2022-03-29', '2022-03-29'],
    ['The day before', '2022-03-28', '2022-03-28'],
  ],
  [
    'They signed in 2014. The following year they broke it.',
    ['2014', '2014', '2014-01-01..2014-12-31'],
    ['The following year', '2015', '2015-01-01..2015-12-31'],
  ],
  [
    'He spoke on Tuesday. The week before the army had marched.',
    ['Tuesday', '2022-03-29', '2022-03-29'],
    ['The week before', '2022-W12', '2022-03-21..2022-03-27'],
  ],
  ['The raid came two days after Christmas.', ['two days after Christmas', '2021-12-27', '2021-12-27']],
  ['It sank two weeks ago.', ['two weeks ago', '2022-W11', '2022-03-14..2022-03-20']],
  ['It sank three years ago.', ['three years ago', '2019', '2019-01-01..2019-12-31']],
  [
    'Profit fell in the third quarter of 2021 from a year earlier.',
    ['the third quarter of 2021', '2021-Q3', '2021-07-01..2021-09-30'],
    ['a year earlier', '2020-Q3', '2020-07-01..2020-09-30'],
  ],
  [
    '“We will answer tomorrow,” the envoy said on Monday.',
    ['tomorrow', '2022-03-29', '2022-03-29'],
    ['Monday', '2022-03-28', '2022-03-28'],
  ],
])

table('GIVEN a stretch of time up to now or on from it', [
  ['Shells fell in the past two weeks.', ['the past two weeks', 'P2W', '2022-03-17..2022-03-31']],
  ['Nothing moved in the last 30 years.', ['the last 30 years', 'P30Y', '1992-03-31..2022-03-31']],
  ['The next two days are decisive.', ['The next two days', 'P2D', '2022-03-31..2022-04-02']],
  ['The convoy will arrive in five days.', ['five days', '2022-04-05', '2022-04-05']],
])

table('GIVEN a time of day', [
  [
    'It struck at 4:30 a.m. Moscow time on Thursday.',
    ['4:30 a.m. Moscow time on Thursday', '2022-03-31T04:30', '2022-03-31'],
  ],
  [
    'Sirens sounded on Wednesday at 10 p.m. in the city.',
    ['Wednesday at 10 p.m.', '2022-03-30T22:00', '2022-03-30'],
  ],
  ['Sirens sounded at 0415 GMT.', ['0415 GMT', '2022-03-31T04:15', '2022-03-31']],
  ['He called on Friday night.', ['Friday night', '2022-03-25TNI', '2022-03-25']],
  ['He called last night.', ['last night', '2022-03-30TNI', '2022-03-30']],
  [
    'The call began on Tuesday and ended after midnight in Kyiv.',
    ['Tuesday', '2022-03-29', '2022-03-29'],
    ['midnight in Kyiv', '2022-03-29T24:00', '2022-03-30'],
  ],
])

table('GIVEN a duration, a set or a vague reference', [
  ['A 50-minute call followed.', ['50-minute', 'PT50M', null]],
  ['He spoke for almost an hour.', ['almost an hour', 'PT1H', null]],
  ['It took two and a half years.', ['two and a half years', 'P2Y6M', null]],
  ['War could come within days.', ['days', 'PXD', null]],
  ['Every Friday they march.', ['Every Friday', 'XXXX-WXX-5', null]],
  ['They report annually.', ['annually', 'P1Y', null]],
  ['Planes fly daily.', ['daily', 'P1D', null]],
  ['They meet twice a week.', ['a week', 'P1W', null]],
  ['The pilot is now free.', ['now', 'PRESENT_REF', null]],
  ['He recently resigned.', ['recently', 'PAST_REF', null]],
  ['It rained in the month of May 2020.', ['the month of May 2020', '2020-05', '2020-05-01..2020-05-31']],
  ['It began in 2014, the year of the flood.', ['2014', '2014', '2014-01-01..2014-12-31']],
  ['Peace is possible in the near future.', ['the near future', 'FUTURE_REF', null]],
  ['Several years ago he left.', ['Several years ago', 'PAST_REF', null]],
])

table('GIVEN numbers and names that are no dates', [
  ['The 2016 US presidential election was close.', ['2016', '2016', '2016-01-01..2016-12-31']],
  ['An F-16 and a Boeing 1900 cost $2000 on Route 66 near No. 9.'],
  ['They sent 2000 soldiers and 1950 tanks.'],
  ['The 25-year-old won 3-2.'],
  ['Mrs May will march with April Jones.'],
  ['He sat in the sun, a second time.'],
  ['Nothing happened on February 30.'],
  ['Nothing happened in 99999 or in the year 0.'],
  ['Three-quarters of the homes burned.'],
  ['The Daily Herald hired him.'],
])

describe('GIVEN a part of a period THEN the whole is told, and that it is not exact', () => {
  it.each([
    ['Early 2022 was calm.', '2022'],
    ['It will end in mid-April.', '2022-04'],
    ['They plan to leave by the end of the year.', '2022'],
    ['It came late last week.', '2022-W12'],
    ['It was said earlier this month.', '2022-03'],
    ['He came around Tuesday.', '2022-03-29'],
  ])('%s', (text, value) => {
    expect(find(text)).toMatchObject([{ value, interval: { approximate: true } }])
  })
})

describe('GIVEN an article without a date', () => {
  it.each([
    ['He left on Friday.', 'XXXX-WXX-5'],
    ['He left in June.', 'XXXX-06'],
    ['He left on June 9.', 'XXXX-06-09'],
    ['He left last week.', 'XXXX-WXX'],
    ['He left two weeks ago.', 'PAST_REF'],
    ['He left in the past two weeks.', 'P2W'],
  ])('THEN %s has no interval', (text, value) => {
    expect(find(text, null)).toMatchObject([{ value, interval: null }])
  })

  it('THEN full dates have theirs, and what leans on them too', () => {
    expect(find('He left on 9 January 2022. The day before he had wept.', null).map(days)).toEqual([
      '2022-01-09',
      '2022-01-08',
    ])
  })
})
