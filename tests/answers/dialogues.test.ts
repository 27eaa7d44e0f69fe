/** What members write in a thread or under an answer, turn by turn, and what they may expect. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { gone, openShipped, type Said, wrongIn } from './talk.js'

const DIALOGUES: readonly (readonly Said[])[] = [
  // Names are typed without capitals, and read as the articles write them.
  [['what did sergei lavrov say?', /quotes Sergei Lavrov/]],
  [
    ['how many ukrainians have died?', /Ukrainians/],
    ['who is wendy sherman?', /[Dd]eputy|[Dd]iplomat|[Nn]egotiator/],
  ],
  [
    ['when did Biden and Zelensky talk?', /2 January 2022/],
    ['and Putin?', /30 December 2021/],
    ['how long?', /50 minutes/],
  ],
  [
    ['what did Lavrov say?', /right track/],
    ['are you sure?', /quotes Lavrov[\s\S]*right track/],
  ],
  [
    ['who said "non-starters"?', /Wendy Sherman/],
    ['no, I meant "dead end"', /Sergei Ryabkov/],
  ],
  [
    ['when did Blinken and Lavrov meet?', /21 January 2022/],
    ['source?', /21 January 2022/],
  ],
  [
    ['when are the talks in Geneva?', /10 January 2022/],
    ['not Geneva, Vienna', /13 January 2022/],
  ],
  [
    ['when are the talks in Geneva?', /10 January 2022/],
    ['actually in Vienna', /13 January 2022/],
  ],
  [
    ['when did the presidents last meet?', /June 2021/],
    ['where was that?', /Geneva/],
  ],
  [
    ['when did NATO and Russia meet?', /12 January 2022/],
    ['and after that?', /timeline from:2022-01-13[\s\S]*13 January 2022/],
  ],
  [
    ['/when zelensky call', /2 January 2022/],
    ['what happened before that?', /timeline to:2022-01-01/],
  ],
  [
    ['what happened on 12 January 2022?', /January 12|Wednesday/],
    ['and on the 13th?', /13 January 2022/],
    ['the day after?', /to:2022-01-14[\s\S]*10 January 2022/],
  ],
  [
    ['how many troops are near the border according to Kyiv?', /\d{2,3},\d{3}/],
    ['what about Western officials?', /according to Western officials/],
  ],
  [
    ['what does Poland say about war?', /war/],
    ['and the US ambassador?', /drumbeat/],
  ],
  [
    ['what did the White House say about the call?', /ended after midnight/],
    ['and the Kremlin?', /quotes the Kremlin topic:"the call"/],
  ],
  [
    ['compare sources on troops', /100,000/],
    ['and sanctions?', /compare sanctions/],
  ],
  [
    ['timeline of Geneva', /January 2022/],
    ['and of Vienna?', /timeline Vienna/],
  ],
  [
    ['search Zircon', /Zircon/],
    ['only from Eastern Desk', /outlet:"Eastern Desk"[\s\S]*Zircon/],
  ],
  [
    ['when will the written answer come?', /week of 24 January 2022/],
    ['who promised it?', /Blinken/],
  ],
  [
    ['wat did Stoltenburg say', /significant differences/],
    ['adn Grushko', /frank and direct/],
  ],
  [
    ['why did Biden reject the sanctions?', /declined to sign/],
    ['when was that reported?', /15 November 2021/],
  ],
  [
    ['who said that Russia has no plans to attack?', /Sergei Ryabkov/],
    ['did he say anything else?', /dead end/],
  ],
  [
    ['what happened in Vienna?', /Vienna/],
    ['who was there?', /who was in Vienna/],
  ],
  [
    ['who represents the US in Geneva?', /Sherman/],
    ['and Russia?', /who represents Russia in Geneva/],
  ],
  [
    ['who will lead the Russian delegation?', /Ryabkov/],
    ['and the American one?', /Sherman/],
  ],
  [
    ['what is Zircon?', /Zircon/],
    ['how fast is it?', /times the speed of sound/],
    ['when does it enter service?', /2022/],
  ],
  [
    ['when do NATO and Russia meet?', /12 January 2022/],
    ['in Brussels?', /NATO and Russia meet in Brussels[\s\S]*12 January 2022/],
  ],
  [
    ['did Biden rule out troops?', /troops/],
    ['and sanctions?', /did Biden rule out sanctions/],
  ],
  [
    ['when did Blinken speak with Zelenskyy?', /29 December 2021/],
    ['what was discussed?', /Zelenskyy/],
  ],
  [
    ['sorry, what was the date of the Vienna meeting again?', /13 January 2022/],
    ['and the place?', /where is the Vienna meeting/],
  ],
  [
    ['who told RIA that the talks could end after one meeting?', /Sergei Ryabkov/],
    ['what exactly did he say?', /quotes Sergei Ryabkov/],
  ],
  [['"be afraid and expect the worst" - who wrote this?', /who-said[\s\S]*Hackers/]],
  [
    ['list everything Lavrov said', /endless discussions|right track/],
    ['about the guarantees?', /quotes Lavrov topic:"the guarantees"/],
  ],
  [['compare the number of troops', /100,000/]],
  [
    ['are there quotes from Psaki?', /respond decisively/],
    ['who is she?', /press secretary Jen Psaki/],
  ],
  [['is there going to be a war?', /war/]],
  [
    [
      'can you search for articles by The Meridian Post about sanctions?',
      /outlet:"Meridian Post"[\s\S]*sanctions/,
    ],
  ],
  [
    ['what did Sullivan say about Cuba?', /deal with it decisively/],
    ['who else talked about Cuba?', /Cuba and Venezuela/],
  ],
  [['what did she say?', /Who is meant by “she”/]],
  [['what did Rau say? and Stoltenberg? and Grushko?', /frank and direct/]],
  [
    ['when were the two missions closed?', /September–November 2021/],
    ['who closed them?', /missions/],
  ],
  [
    ['what did Zelensky answer?', /minor incursions/],
    ['when?', /20 January 2022/],
  ],
]

/** The same in haste: no capitals, shorthand, questions in passing, and what narrows the last one. */
const HASTY: readonly (readonly Said[])[] = [
  [
    ['when r the talks in geneva', /10 January 2022/],
    ['no i meant in vienna', /13 January 2022/],
  ],
  [
    ['who said "colossal mistake"', /Putin/],
    ['src?', /\/who-said "colossal mistake"[\s\S]*Putin/],
    ['what else did he say', /\/quotes Vladimir Putin/],
  ],
  [
    ['what did lavrov say', /right track/],
    ['and blinken?', /\/quotes Blinken/],
  ],
  [
    ['how many soldiers are near ukraine', /100,000/],
    ['who says that?', /own words[\s\S]*Continental Review/],
    ['and troops?', /\/ask how many troops are near Ukraine[\s\S]*000/],
  ],
  [
    ['timeline from december to january', /\/timeline from:december to:january/],
    ['only January', /\/timeline from:January to:January[\s\S]*January 2022/],
    ['what about december', /\/timeline from:december to:december[\s\S]*December 2021/],
  ],
  [
    ['timeline', /December 2021/],
    ['just the geneva stuff', /\/timeline Geneva\n/],
    ['only the ledger', /\/search Geneva outlet:Ledger[\s\S]*Northern Ledger/],
  ],
  [
    ['what happened on jan 12', /12 January 2022/],
    ['and on the 13th', /13 January 2022/],
    ['the day before?', /from:2022-01-12/],
  ],
  [
    ['compare numbers of soldiers', /100,000/],
    ['only the meridian post', /\/search soldiers outlet:"Meridian Post"/],
  ],
  [
    ['did zelensky say anything about a minor incursion', /no minor incursions/],
    ['and biden', /\/quotes Biden/],
    ['when did he say that', /19 January 2022/],
  ],
  [
    ['whats a zircon', /Zircon/],
    ['how many were fired', /ten/],
  ],
  [
    ['who is sherman', /American deputy secretary of state/],
    ['what did she say', /non-starters|Escalation/],
  ],
  [
    ['is it true that russia wont invade', /Danilov|Ryabkov/],
    ['who denied it', /Ryabkov/],
  ],
  [
    ['rau quotes', /last 30 years/],
    ['who is that', /foreign minister of Poland/],
  ],
  [['who leads the us side', /US side[\s\S]*Wendy Sherman/]],
  [
    ['anything on cuba', /Cuba/],
    ['who said that', /Sullivan/],
    ['what did sullivan say to that', /bluster|decisively/],
  ],
  [
    ['timeline of everything', /1\. .* 2021/],
    ['more', /7\. /],
    ['more', /most:24/],
  ],
  [
    ['what did the hackers write', /be afraid and expect the worst/],
    ['when was that', /10 January 2022|January 2022/],
  ],
  [
    ['how many troops', /100,000/],
    ['any other numbers?', /\/compare troops[\s\S]*127,000/],
  ],
  [
    ['lavrov on donbass', /\/quotes Lavrov topic:Donbass/],
    ['and about weapons', /\/quotes Lavrov topic:weapons/],
  ],
  [['sanctions on russia', /\/ask/]],
  [['zelensky call when', /2 January 2022/]],
  [['are there differences in how the outlets report the troops', /\/compare the troops/]],
  [['anything new since jan 15', /\/timeline from:"jan 15"/]],
  [['what does the ledger say about sanctions', /\/search sanctions outlet:Ledger/]],
]

describe('dialogues about the articles that come with the program', () => {
  let archive: LiveArchive
  beforeAll(async () => {
    archive = await openShipped()
  })
  afterAll(() => archive.close())

  it('are forty-two', () => expect(DIALOGUES).toHaveLength(42))

  it('GIVEN all of them THEN at least 38 go as a person would expect', async () => {
    const failed = await gone(DIALOGUES, archive)
    expect(DIALOGUES.length - failed.length, failed.join('\n\n')).toBeGreaterThanOrEqual(38)
    if (failed.length > 0) console.info(`${failed.length} of 40 not as expected:\n${failed.join('\n\n')}`)
  })

  it.each(HASTY.map((dialogue) => [dialogue.map(([message]) => message).join(' / '), dialogue] as const))(
    'GIVEN %s THEN each is understood',
    async (_, dialogue) => {
      expect(await wrongIn(dialogue, archive)).toEqual([])
    },
  )
})
