import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/annotate/dates.js'
import { documentOfText } from '../../src/annotate/document.js'

/** Each expression that is found, with its value. */
const found = (text: string, published: string) =>
  findDates(documentOfText(text), published).map((mention) => [mention.text, mention.value])

describe('GIVEN a date as newspapers and officials put it', () => {
  it.each<[about: string, published: string, text: string, ...expected: [string, string][]]>([
    ['a weekday with its day', '2024-09-18', 'The fair opens on Friday 27th.', ['Friday 27th', '2024-09-27']],
    [
      'the same with “the”',
      '2024-08-28',
      'Pupils return on Tuesday the 3rd.',
      ['Tuesday the 3rd', '2024-09-03'],
    ],
    ['a short weekday', '2021-12-14', 'We meet again on Fri 17th.', ['Fri 17th', '2021-12-17']],
    [
      'after next',
      '2017-08-02',
      'The bridge opens the week after next.',
      ['the week after next', '2017-W33'],
    ],
    ['before last', '2024-09-18', 'He quit the year before last.', ['the year before last', '2022']],
    ['a week on', '2024-09-18', 'The train is back a week on Monday.', ['a week on Monday', '2024-09-30']],
    ['weekdays ago', '2024-09-18', 'The pier burned three Mondays ago.', ['three Mondays ago', '2024-09-02']],
    [
      'in two weeks',
      '2022-02-03',
      'They will vote on Friday in two weeks.',
      ['Friday in two weeks', '2022-02-18'],
    ],
    ['a year of two figures', '2014-03-01', 'The treaty of Oct ’11 lapsed.', ['Oct ’11', '2011-10']],
    [
      'of a noun whose owner is named, in a clause that looks ahead',
      '2023-06-21',
      'She hopes to be freed after the group’s June 7 raid.',
      ['June 7', '2023-06-07'],
    ],
    ['dashes', '2013-03-04', 'The truce of 21-Nov-12 held.', ['21-Nov-12', '2012-11-21']],
    [
      'a full stop too many',
      '2019-06-20',
      'The mine shut on May. 7, 2019, he said.',
      ['May. 7, 2019', '2019-05-07'],
    ],
    [
      'June in short',
      '2024-11-05',
      'It began in Jun and ended in Sept.',
      ['Jun', '2024-06'],
      ['Sept', '2024-09'],
    ],
    ['decades', '2009-02-20', 'Prices rose in the 60s and 70s.', ['the 60s and 70s', '196/197']],
    ['the year previous', '2010-01-28', 'Exports fell on the year previous.', ['the year previous', '2009']],
    ['a day with a name', '2007-10-20', 'It was worse than Black Tuesday.', ['Black Tuesday', '1929-10-29']],
    ['attacks', '2007-02-27', 'Before the September 11th attacks he flew.', ['September 11th', '2001-09-11']],
    [
      'attacks of',
      '2007-02-27',
      'He left after the attacks of September 11.',
      ['September 11', '2001-09-11'],
    ],
    [
      'midnight',
      '2023-05-12',
      'Just after midnight Thursday it fell.',
      ['midnight Thursday', '2023-05-11T00:00'],
    ],
    ['soon', '2022-12-19', 'He lacks votes for January 3, and has asked.', ['January 3', '2023-01-03']],
    ['a forecast', '2022-09-19', 'Snow is forecast for late Wednesday.', ['late Wednesday', '2022-09-21']],
    ['a caption', '2011-11-01', 'April 2: Crowds cross the bridge.', ['April 2', '2011-04-02']],
    ['a plan', '2011-11-01', 'April 2: The council will meet.', ['April 2', '2012-04-02']],
    ['a chronology', '2011-11-01', 'April 2 – The council appoints the mayor.', ['April 2', '2011-04-02']],
    ['a summons', '2010-06-12', 'She has been invited to Orsk on Tuesday.', ['Tuesday', '2010-06-15']],
    ['ahead of', '2011-10-07', 'The hall was full ahead of Sunday’s vote.', ['Sunday', '2011-10-09']],
    ['a decision', '2005-04-19', 'In January she decided to go.', ['January', '2005-01']],
    [
      'each its own',
      '2022-01-20',
      'They met in Orsk and Lorne on 14 and 15 January, respectively.',
      ['14', '2022-01-14'],
      ['15 January', '2022-01-15'],
    ],
    ['counts', '2019-11-01', 'The ship carried 1980 crates and 2012 barrels.'],
    ['counts in a list', '2019-11-01', 'They sent 1950 beds, 2010 lamps and a stove.'],
    ['a house number', '2020-03-19', 'The blast shook 1985 Mill Road.'],
    ['an outlet', '2025-07-30', 'He told Lorne Today that all was well.'],
  ])('THEN %s is read, seen from %s', (_, published, text, ...expected) => {
    expect(found(text, published)).toEqual(expected)
  })
})
