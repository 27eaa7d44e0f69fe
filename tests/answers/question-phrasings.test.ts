import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/answers/model/answer.js'
import { questionOf, textOf } from '../../src/answers/model/question.js'
import { questionsIn } from '../../src/answers/questions/plain-words.js'

const when = (topic: string): Question => ({ command: 'when', topic })
const whoSaid = (words: string): Question => ({ command: 'who-said', words })
const quotes = (speaker: string, topic?: string): Question => ({
  command: 'quotes',
  speaker,
  ...(topic && { topic }),
})
const ask = (question: string): Question => ({ command: 'ask', question })
const search = (words: string): Question => ({ command: 'search', words })
const HELP: Question = { command: 'help' }
const STATUS: Question = { command: 'status' }
const SOURCES: Question = { command: 'sources' }

/** What members write to the bot, and what they mean by it. */
const PHRASINGS: readonly (readonly [string, Question])[] = [
  ['when are the talks in Geneva?', when('the talks in Geneva')],
  ['whats Lavrovs stance on NATO', quotes('Lavrovs', 'NATO')],
  ['whats the Kremlin position on sanctions', quotes('Kremlin', 'sanctions')],
  ['what is the current position on sanctions', ask('what is the current position on sanctions')],
  ['who told the crew to leave the ship', ask('who told the crew to leave the ship')],
  ["When's the NATO-Russia Council meeting?", when('the NATO-Russia Council meeting')],
  ['what day is the OSCE meeting in Vienna', when('the OSCE meeting in Vienna')],
  ['on which date did Biden and Putin last talk?', when('Biden and Putin last talk')],
  ['hey, do you know when the Geneva talks are?', when('the Geneva talks')],
  ["can you tell me when Putin's news conference took place please", when("Putin's news conference")],
  ['dates of the talks in Geneva', when('the talks in Geneva')],
  ['the Vienna meeting, when is it?', when('the Vienna meeting')],
  ['What is the date of the Brussels meeting?', when('the Brussels meeting')],
  ['who said "severe sanctions"?', whoSaid('"severe sanctions"')],
  ['who warned of a "colossal mistake"', whoSaid('"colossal mistake"')],
  ['who spoke of "two paths"?', whoSaid('"two paths"')],
  ['who called it a "dead end"?', whoSaid('"dead end"')],
  ['"ironclad, waterproof, bulletproof" who said that?', whoSaid('"ironclad, waterproof, bulletproof"')],
  ['“drown in endless discussions”', whoSaid('“drown in endless discussions”')],
  ['who used the phrase "a gun to Ukraine\'s head"?', whoSaid('"a gun to Ukraine\'s head"')],
  ['whose words are "the drumbeat of war"?', whoSaid('"the drumbeat of war"')],
  ['source of the quote "nothing about you without you"', whoSaid('"nothing about you without you"')],
  ['did anyone say "we do not trust the other side"?', whoSaid('"we do not trust the other side"')],
  ['Who said that escalation does not help diplomacy?', whoSaid('escalation does not help diplomacy')],
  ['who said "are you ready?" to Biden?', whoSaid('"are you ready?"')],
  ['what did Lavrov say about Donbass', quotes('Lavrov', 'Donbass')],
  ['what has Stoltenberg said?', quotes('Stoltenberg')],
  ['What does Peskov think about the talks?', quotes('Peskov', 'the talks')],
  ['quotes by Biden on sanctions', quotes('Biden', 'sanctions')],
  ['Lavrov quotes', quotes('Lavrov')],
  ["what's Putin saying about sanctions?", quotes('Putin', 'sanctions')],
  ['did Ryabkov say anything about Cuba?', quotes('Ryabkov', 'Cuba')],
  ['what did Psaki tell reporters?', quotes('Psaki')],
  ['statements from Blinken', quotes('Blinken')],
  ["what was Sherman's reaction to the proposals?", quotes('Sherman', 'the proposals')],
  ['show me everything Lavrov said', quotes('Lavrov')],
  ['how many troops', ask('how many troops')],
  ['how many soldiers are near the border?', ask('how many soldiers are near the border?')],
  ['Quick question: how long did the call last?', ask('how long did the call last?')],
  ['where will the talks be held?', ask('where will the talks be held?')],
  ['why did Putin call?', ask('why did Putin call?')],
  ['who leads the Russian delegation?', ask('who leads the Russian delegation?')],
  ['who spoke to Zelensky on Sunday?', ask('who spoke to Zelensky on Sunday?')],
  ['who called Zelensky?', ask('who called Zelensky?')],
  ['Is Ukraine going to join NATO?', ask('Is Ukraine going to join NATO?')],
  ['what does Russia demand from NATO?', ask('what does Russia demand from NATO?')],
  ['any idea how many allies sit at the table?', ask('how many allies sit at the table?')],
  ['what did Biden promise Zelensky?', ask('what did Biden promise Zelensky?')],
  ['search for sanctions', search('sanctions')],
  ['find articles about Zircon missiles', search('Zircon missiles')],
  ['anything on Belarus?', search('Belarus')],
  ['what do you have on hypersonic missiles', search('hypersonic missiles')],
  ['is there anything about Cuba', search('Cuba')],
  ["what's the latest on Ukraine?", search('Ukraine')],
  ['show me the article "Eight hours in Geneva"', { command: 'article', name: '"Eight hours in Geneva"' }],
  ['which articles do you have?', SOURCES],
  ['where do you get your information?', SOURCES],
  ['what outlets do you read', SOURCES],
  ['what can you do?', HELP],
  ['hello!', HELP],
  ['how do I use you', HELP],
  ['are you there?', STATUS],
  ['how many articles do you have?', STATUS],
  ['when were you last updated?', STATUS],
  ['is there a date for the Brussels meeting?', when('the Brussels meeting')],
  ['how long until the Vienna talks?', when('the Vienna talks')],
  ['Geneva talks date', when('Geneva talks')],
  ['"the drumbeat of war" – who?', whoSaid('"the drumbeat of war"')],
  ['who is quoted as saying "simply non-starters"?', whoSaid('"simply non-starters"')],
  ['who came up with "counter-containment"?', whoSaid('"counter-containment"')],
  ['who described the talks as "unsuccessful"?', whoSaid('"unsuccessful"')],
  [
    'did Joe Biden say "a minor incursion"?',
    { command: 'who-said', words: '"a minor incursion"', speaker: 'Joe Biden' },
  ],
  ['what did Lavrov say on Friday?', quotes('Lavrov')],
  ['what did Lavrov say last week about Donbass?', quotes('Lavrov', 'Donbass')],
  ['give me some quotes from Stoltenberg', quotes('Stoltenberg')],
  ['compare what the outlets say about sanctions', { command: 'compare', topic: 'sanctions' }],
  ["what's in your archive?", SOURCES],
  ['how does this work?', HELP],
  ['timeline from December to January', { command: 'timeline', from: 'December', to: 'January' }],
  ['timeline of the dam in May', { command: 'timeline', topic: 'the dam', from: 'May', to: 'May' }],
  ['show me a timeline since 12 May', { command: 'timeline', from: '12 May' }],
  ['timeline of everything so far', { command: 'timeline' }],
  ['crisis timeline', { command: 'timeline' }],
  ['Lorne timeline', { command: 'timeline', topic: 'Lorne' }],
  ['what happened last week?', { command: 'timeline', from: 'last week', to: 'last week' }],
  ['what happened in Lorne in May?', { command: 'timeline', topic: 'Lorne', from: 'May', to: 'May' }],
  ['what happened to the dam?', ask('what happened to the dam?')],
  ['anything new since Friday', { command: 'timeline', from: 'Friday' }],
  ['what Belova said about the dam', quotes('Belova', 'the dam')],
  ['anyone know what Belova said about the flood thing', quotes('Belova', 'the flood')],
  ['what is Belova’s answer', quotes('Belova')],
  ['the Lorne hearing when', when('the Lorne hearing')],
  ['is it true that the dam broke?', ask('the dam broke')],
  ['has anyone been talking about wolves', search('wolves')],
  ['what’s the latest?', SOURCES],
  ['any news today', SOURCES],
  ['how old is your newest article?', STATUS],
  ['anything on wolves specifically', search('wolves')],
  ['is there a date for the Lorne thing?', when('the Lorne')],
  ['what did Belova actually say?', quotes('Belova')],
  ['timeline of the march on Orsk', { command: 'timeline', topic: 'the march on Orsk' }],
  ['Belova said what about the dam?', quotes('Belova', 'the dam')],
  ['any differences between the papers on the dam', { command: 'compare', topic: 'the dam' }],
]

describe('plain words', () => {
  it('is tried with 60 phrasings and more', () => expect(PHRASINGS.length).toBeGreaterThanOrEqual(60))

  it.each(PHRASINGS)('GIVEN “%s” THEN it is understood', (text, question) => {
    // The verb of a question for a date is kept beside it; it tells whether to look ahead or back.
    expect({ ...questionOf(text), verb: undefined }).toEqual(question)
  })
})

describe('several questions in one message', () => {
  it.each([
    ['when are the talks? who leads them? how many troops', ['when are the talks?', 'who leads them?']],
    ['I read of a call. How long was it? Thanks!', ['How long was it?']],
    [
      'Where is Dr. Meer? When did the U.S. troops leave?',
      ['Where is Dr. Meer?', 'When did the U.S. troops leave?'],
    ],
    ['who said "are you ready?" to Biden?', ['who said "are you ready?" to Biden?']],
    ['/when geneva\n/when vienna', ['/when geneva', '/when vienna']],
    ['timeline of the talks', ['timeline of the talks']],
    ['first line\nsecond line', ['first line second line']],
    ['really?!', ['really?!']],
    ['when and where are the talks?', ['when are the talks?', 'where are the talks?']],
    ['who leads the talks, and when are they?', ['who leads the talks', 'when are they?']],
    ['who is meeting in Lorne n when', ['who is meeting in Lorne', 'when']],
    ['how many died and how many were hurt in Lorne?', ['how many died and how many were hurt in Lorne?']],
    ['when did Belova and Meer talk?', ['when did Belova and Meer talk?']],
    ['is this true? "The dam at Lorne burst on Friday"', ['/ask The dam at Lorne burst on Friday']],
    [
      'I read that 500 people drowned in Lorne. Can anyone confirm this?',
      ['/ask 500 people drowned in Lorne.'],
    ],
    ['wow, is that true?', ['wow, is that true?']],
    ['is this real? https://example.com/a/b/c/d', ['is this real?']],
    ['', []],
  ])('GIVEN %j THEN they are %j', (text, questions) => {
    expect(questionsIn(text)).toEqual(questions)
  })

  it('GIVEN a hostile text THEN it is split in no time', () => {
    expect(questionsIn(`${'"?'.repeat(20_000)} ${'a? '.repeat(20_000)}`).length).toBeGreaterThan(0)
  })
})

describe('a question as text', () => {
  it.each([
    when('lorne dam'),
    { command: 'who-said', words: '"drown in promises"', speaker: 'Ana Belova' },
    quotes('Ana Belova', 'the dam'),
    { command: 'search', words: 'gates "the dam"', outlet: 'River Post', since: '2023' },
    ask('how many live there?'),
    SOURCES,
    HELP,
  ] as Question[])('GIVEN %j THEN it is read back', (question) => {
    expect(questionOf(textOf(question))).toEqual(
      question.command === 'sources' ? { ...question, outlet: '' } : question,
    )
  })
})
