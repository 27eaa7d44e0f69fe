import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDates } from '../../../src/annotate/dates.js'
import { documentOfText } from '../../../src/annotate/document.js'
import { followUp, leansOnContext, pageAfter, remarkOn } from '../../../src/answers/dialogue/dialogue.js'
import { correctionIn, isSmallTalk } from '../../../src/answers/dialogue/dialogue-acts.js'
import type { Turn } from '../../../src/answers/dialogue/turn.js'
import type { FindingDate, Question } from '../../../src/answers/model/answer.js'
import { questionOf, textOf } from '../../../src/answers/model/question.js'
import type { LiveArchive } from '../../../src/archive/contract/archive.js'
import { gone, openShipped, type Said } from '../talk.js'

const turn = (asked: string, headlines: string[] = [], snippets: string[] = []): Turn => ({
  question: questionOf(asked),
  headlines,
  dates: headlines.map(dateIn),
  snippets,
})

/** The day that a headline names, as the finding under it has it. */
function dateIn(headline: string): FindingDate | null {
  const [date] = findDates(documentOfText(headline), null)
  return date?.interval ? { ...date.interval, approximate: false } : null
}

const DATES = turn('when are the gates of the dam in Lorne opened?')
const SAID = turn('who said "drown in promises"?', ['Ana Belova'])
const SPOKE = turn('what did Ana Belova say about the dam?', ['“We will not wait”'])
const REPORTED = turn(
  'who said "drown in promises"?',
  ['Ana Belova'],
  ['“We will not let this valley drown in promises,” Ana Belova told reporters in Lorne on Friday.'],
)
const CALLED = turn('who asked for the call between Meer and Belova?', ['Meer'], ['Meer asked for the call.'])
const WHO = turn('who is Adam Meer?', ['Lorne Council'], ['Adam Meer chairs the Lorne Council.'])
const CHAIR = turn(
  'who took over the chair of the council?',
  ['Poland'],
  ['The river is high, said Ana Belova, who took over the chair in May.'],
)
const ENVOYS = turn('how many envoys signed the letter?', ['24'])
const COUNTED = turn('how many people live near Lorne?', ['12,000'], ['About 12,000 people live in Lorne.'])
const TOLD = turn('when did Meer call Belova?')
const TYPED = turn('/when lorne dam', [], ['The dam at Lorne was closed, and Orsk was lost.'])

describe('a question that leans on the one before', () => {
  it.each([
    [DATES, 'and in Orsk?', { command: 'when', topic: 'the gates of the dam in Orsk opened' }],
    [DATES, 'in June?', { command: 'when', topic: 'the gates of the dam in Lorne opened in June' }],
    [TYPED, 'what about Orsk?', { command: 'when', topic: 'Orsk dam' }],
    [DATES, 'and the bridge?', { command: 'when', topic: 'the gates of the bridge in Lorne opened' }],
    [DATES, 'where?', { command: 'ask', question: 'where are the gates of the dam in Lorne opened' }],
    [DATES, 'how many people are there?', { command: 'ask', question: 'how many people are in Lorne' }],
    [SAID, 'when was that?', { command: 'who-said', words: '"drown in promises"' }],
    [REPORTED, 'when was that?', { command: 'when', topic: 'Ana Belova told reporters in Lorne on Friday.' }],
    [CALLED, 'when was it?', { command: 'when', topic: 'the call between Meer and Belova' }],
    [CALLED, 'when was that?', { command: 'when', topic: 'the call between Meer and Belova' }],
    [
      CALLED,
      'how many were there?',
      { command: 'ask', question: 'how many asked for the call between Meer and Belova' },
    ],
    [WHO, 'what did he say?', { command: 'quotes', speaker: 'Adam Meer' }],
    [WHO, 'on which channel?', { command: 'ask', question: 'on which channel – Adam Meer' }],
    [CHAIR, 'what did she say?', { command: 'quotes', speaker: 'Ana Belova' }],
    [ENVOYS, 'who are they?', { command: 'ask', question: 'who are the envoys that signed the letter' }],
    [DATES, 'what about?', { command: 'ask', question: 'what about – the gates of the dam in Lorne' }],
    [
      DATES,
      'and the gate of the lock?',
      { command: 'when', topic: 'the gates of the gate of the lock in Lorne opened' },
    ],
    [SAID, 'what else did she say?', { command: 'quotes', speaker: 'Ana Belova' }],
    [
      SAID,
      'did she say anything about the bridge?',
      { command: 'quotes', speaker: 'Ana Belova', topic: 'the bridge' },
    ],
    [SAID, 'what else?', { command: 'quotes', speaker: 'Ana Belova' }],
    [SAID, 'who else said that?', { command: 'who-said', words: '"drown in promises"' }],
    [SAID, 'and Meer?', { command: 'who-said', words: '"drown in promises"', speaker: 'Meer' }],
    [SAID, 'and "severe flooding"?', { command: 'who-said', words: '"severe flooding"' }],
    [SPOKE, 'and about the bridge?', { command: 'quotes', speaker: 'Ana Belova', topic: 'the bridge' }],
    [SPOKE, 'what about Meer?', { command: 'quotes', speaker: 'Meer', topic: 'the dam' }],
    [SPOKE, 'who said that?', { command: 'who-said', words: 'We will not wait' }],
    [COUNTED, 'who said that?', { command: 'who-said', words: 'About 12,000 people live in Lorne.' }],
    [COUNTED, 'and houses?', { command: 'ask', question: 'how many houses live near Lorne?' }],
    [COUNTED, 'near Orsk?', { command: 'ask', question: 'how many people live near Orsk?' }],
    [
      COUNTED,
      'according to officials?',
      { command: 'ask', question: 'how many people live near Lorne according to officials' },
    ],
    [
      TOLD,
      'what did he tell her about the dam?',
      { command: 'ask', question: 'what did Meer tell Belova about the dam' },
    ],
    [
      turn('/when the council declare an emergency'),
      'who announced it?',
      { command: 'ask', question: 'who announced the council' },
    ],
    [
      turn('/when Lorne Council declare an emergency'),
      'who announced it?',
      { command: 'ask', question: 'who announced an emergency' },
    ],
    [
      turn('when was the dam closed?'),
      'how long did it leak before that?',
      { command: 'ask', question: 'how long did the dam leak before the dam was closed' },
    ],
    [
      turn('when did the trial begin?'),
      'who is the judge?',
      { command: 'ask', question: 'who is the judge – the trial' },
    ],
    [
      turn('when did the dam break?'),
      'how many people died?',
      { command: 'ask', question: 'how many people died when the dam broke' },
    ],
    [
      turn('who was charged when Ana Belova died?', ['Adam Meer'], ['Adam Meer was charged.']),
      'what was he charged with?',
      { command: 'ask', question: 'what was Adam Meer charged with' },
    ],
    [
      turn('/when the trial begin', ['May 2023'], ['Dr Meer, whose trial begins in May, denies it.']),
      'how long was he jailed for?',
      { command: 'ask', question: 'how long was Meer jailed for' },
    ],
    [turn('are there hostages?'), 'how many?', { command: 'ask', question: 'how many hostages' }],
    [
      turn('when did Brenda make landfall?'),
      'how strong was it?',
      { command: 'ask', question: 'how strong was Brenda' },
    ],
    [
      turn('who runs HSBC?', ['Chief named'], ['HSBC is led by Berta Holm.']),
      'is she still there?',
      { command: 'ask', question: 'is Berta Holm still there' },
    ],
    [
      ENVOYS,
      'were any of them asked?',
      { command: 'ask', question: 'were any of the envoys that signed the letter asked' },
    ],
    [
      turn('who discovered the leak?'),
      'why did the dam break?',
      { command: 'ask', question: 'why did the dam break' },
    ],
    [
      turn('how long was Adam Meer jailed?', ['4 years']),
      'when was that?',
      { command: 'when', topic: 'Adam Meer was jailed 4 years' },
    ],
    [
      turn('how are the divers from Lorne doing?'),
      'and the girl in Orsk?',
      { command: 'ask', question: 'how is the girl in Orsk doing' },
    ],
    [
      turn('who is the mayor of Lorne?', ['Ana Belova']),
      'and the president?',
      { command: 'ask', question: 'who is the president of Lorne' },
    ],
    [
      turn('what is the depth of the lake?'),
      'how many drowned?',
      { command: 'ask', question: 'how many drowned – the lake' },
    ],
    [TOLD, 'and how long did it last?', { command: 'ask', question: 'how long did Meer call Belova last' }],
  ] as [Turn, string, Question][])('GIVEN %j, then “%s” THEN it is made whole', (before, words, question) => {
    expect(leansOnContext(words)).toBe(true)
    expect({ ...followUp([before], words), verb: undefined }).toEqual(question)
  })

  it('GIVEN people who were counted THEN “it” is the thing that was named before', () => {
    const turns = [turn('when did the rig explode?'), turn('how many people died when the rig exploded')]
    expect(followUp(turns, 'who owned it?')).toEqual({ command: 'ask', question: 'who owned the rig' })
  })

  it('GIVEN an earlier turn that names the person THEN it is still that person', () => {
    expect(followUp([SAID, DATES], 'what else did she say?')).toEqual({
      command: 'quotes',
      speaker: 'Ana Belova',
    })
  })
})

describe('what is neither a question nor a part of one', () => {
  it.each([
    [DATES, 'are you sure?', '/when the gates of the dam in Lorne opened'],
    [SAID, 'source?', '/who-said "drown in promises"'],
    [DATES, 'no, I meant Orsk', '/when the gates of the dam in Orsk opened'],
    [DATES, 'sorry, in Orsk', '/when the gates of the dam in Orsk opened'],
    [DATES, 'not Lorne, Orsk', '/when the gates of the dam in Orsk opened'],
    [SAID, 'I mean "severe flooding"', '/who-said "severe flooding"'],
    [turn('when did Meer and Belova meet?'), 'no, Hale and Petrenko', '/when Hale and Petrenko meet'],
    [turn('what is the Lorne Council?'), 'how many members', '/ask how many members the Lorne Council'],
    [turn('/when dam'), 'how many people fled', '/ask how many people fled – dam'],
    [turn('did Hale lead the team?'), 'who did?', '/ask who lead the team'],
    [
      turn('who is the Norwegian foreign minister?'),
      'and the Swedish defence minister?',
      '/ask who is the Swedish defence minister?',
    ],
    [
      turn('/quotes Belova', ['“We will not wait”']),
      'where did she say it?',
      '/ask where did Belova say We will not wait',
    ],
    [DATES, 'thanks! and in Orsk?', '/when the gates of the dam in Orsk opened'],
    [turn('/compare dam'), 'and the bridge?', '/compare the bridge'],
    [turn('/timeline Lorne'), 'and of Orsk?', '/timeline Orsk'],
    [turn('/search dam'), 'only from The Ledger', '/search dam outlet:"The Ledger"'],
    [turn('/when dam', ['3 May 2023']), 'and after that?', '/timeline from:2023-05-04'],
    [turn('/when dam', ['3–5 May 2023']), 'what happened before that?', '/timeline to:2023-05-02'],
    [turn('when is the next hearing?', ['3 May 2023']), 'and then?', '/timeline hearing from:2023-05-04'],
    [turn('what happened on 12 May 2023?'), 'and on the 13th?', '/timeline from:2023-05-13 to:2023-05-13'],
    [turn('what happened on 31 May 2023?'), 'the next day?', '/timeline from:2023-06-01 to:2023-06-01'],
    [turn('what happened on 12 May 2023?'), 'the day before?', '/timeline from:2023-05-11 to:2023-05-11'],
    [DATES, 'and the place?', '/ask where are the gates of the dam in Lorne opened'],
    [
      turn('how many people fled according to Meer?', ['12'], ['Twelve people fled.']),
      'and officials?',
      '/ask how many people fled according to officials?',
    ],
    [turn('who leads the Norwegian team?'), 'and the Swedish one?', '/ask who leads the Swedish team?'],
    [turn('what did Poland say about war?'), 'and Sweden?', '/quotes Sweden topic:war'],
    [turn('what did Poland say about war?'), 'and the mayor?', '/ask what did the mayor say about war'],
  ] as [Turn, string, string][])('GIVEN %j, then “%s” THEN it is “%s”', (before, words, asked) => {
    expect(textOf(followUp([before], words))).toBe(asked)
  })

  it.each([
    ['wat did Belova say abot the dam', '/quotes Belova topic:"the dam"'],
    ['wen is the vote', '/when the vote'],
    ['who said "wat"', '/who-said "wat"'],
    ['who’s the mayor', '/ask who is the mayor'],
  ])('GIVEN “%s” mistyped THEN it is “%s”', (words, asked) => {
    expect(textOf(followUp([], words))).toBe(asked)
  })

  it.each([
    ['who else talked about the dam?', '/search the dam'],
    ['did anyone mention wolves?', '/search wolves'],
    ['what’s your source for the 12,000?', '/search the 12,000'],
    ['who told The Ledger that the dam may break?', '/who-said the dam may break'],
    ['are there quotes from Belova?', '/quotes Belova'],
    ['did Belova say anything else?', '/quotes Belova'],
    ['what exactly did Belova say?', '/quotes Belova'],
    ['what did Belova answer afterwards?', '/quotes Belova'],
    ['what did Belova say on 12 May?', '/quotes Belova'],
    ['compare the number of houses', '/compare houses'],
    ['is there going to be a flood?', '/ask is there going to be a flood?'],
    ['can you find articles by The Ledger about the dam', '/search the dam outlet:Ledger'],
    ['"we will not wait" – who said this?', '/who-said "we will not wait"'],
    ['thanks! when is the vote?', '/when the vote'],
    ['what’s been said about wolves?', '/search wolves'],
    ['is it true that Belova said "we will not wait"?', '/who-said "we will not wait" speaker:Belova'],
    ['give me Belova’s statements', '/quotes Belova'],
    ['quotes: Belova', '/quotes Belova'],
    ['how does coverage of the dam differ?', '/compare the dam'],
    ['any date for the next hearing?', '/when the next hearing'],
    ['open the Lorne article', '/article Lorne'],
    ['how are you?', '/help'],
    ['hello there bot!', '/help'],
    ['that is wrong', '/help'],
    ['can someone verify this', '/help'],
    ['how do i add an article', '/help'],
    ['what’s new?', '/brief'],
    ['wtf is going on', '/brief'],
    ['tl;dr', '/brief'],
    ['ok but why', '/help'],
    ['i dont get it', '/help'],
    ['can you explain', '/help'],
    ['explain the dam', '/ask explain the dam'],
    ['how many ppl fled', '/ask how many people fled'],
    ['whats up with the dam', '/search the dam'],
    ['latest on the dam', '/search the dam'],
    ['can u summarize the flood', '/search the flood'],
    ['ur a bot right?', '/help'],
    ['who tf said we will not wait lol', '/who-said we will not wait'],
  ])('GIVEN “%s” by itself THEN it is “%s”', (words, asked) => {
    expect(textOf(followUp([], words))).toBe(asked)
  })

  it.each([
    ['thanks!', true],
    ['Thank you so much', true],
    ['good bot 👍', true],
    ['👍', true],
    ['that was helpful, thanks', true],
    ['lol ok', true],
    ['ok?', false],
    ['nice, and in Orsk?', false],
    ['/help', false],
    ['great work on the dam', false],
    ['you suck', true],
    ['this is useless', true],
    ['useless dams in Lorne', false],
    ['hello', false],
    ['', true],
  ])('GIVEN “%s” THEN nothing is asked: %s', (words, small) => {
    expect(isSmallTalk(words)).toBe(small)
  })

  it('GIVEN a very long row of thanks and marks THEN it is told at once', () => {
    expect(isSmallTalk(`${'ok! '.repeat(20_000)}why`)).toBe(false)
    expect(correctionIn('no, '.repeat(20_000))).toBeNull()
  })
})

describe('what narrows the last question or asks in passing', () => {
  const SHOWN = turn(
    '/ask how many houses',
    ['Forty'],
    ['Forty houses stand below the dam, and all are old.'],
  )
  const PASSING = turn('/who-said Forty houses stand below the dam', ['River Post'], [...SHOWN.snippets])

  it.each([
    [[turn('/timeline dam')], 'only in June', '/timeline dam from:June to:June'],
    [[turn('/timeline')], 'from May to June', '/timeline from:May to:June'],
    [[turn('/timeline dam')], 'since 12 May', '/timeline dam from:"12 May"'],
    [[turn('/timeline')], 'just the Lorne stuff', '/timeline Lorne'],
    [[turn('/search dam')], 'only May', '/timeline dam from:May to:May'],
    [[turn('/quotes Belova topic:dam')], 'in May', '/search Belova dam since:May until:May'],
    [[turn('/ask how many houses')], 'only May', '/ask how many houses in May'],
    [[turn('/sources')], 'only from River Post', '/sources River Post'],
    [[SHOWN, PASSING], 'and barns?', '/ask how many barns'],
    [[SHOWN, PASSING], 'when was that?', '/when houses'],
    [[SHOWN], 'any other figures?', '/compare houses'],
    [[turn('/quotes Belova topic:dam')], 'Meer on that', '/quotes Meer topic:dam'],
    [[turn('/quotes Belova', ['“We will not wait”'])], 'who is that?', '/ask who is Belova'],
    [[turn('will the dam break?')], 'who denied it?', '/ask who denied that the dam break'],
    [
      [turn('/when dam', ['12 May 2023'])],
      'what else happened that month?',
      '/timeline from:2023-05 to:2023-05',
    ],
    [[turn('/when dam', ['12 May 2023'])], 'and that week', '/timeline from:2023-05-08 to:2023-05-14'],
    [[turn('/search dam outlet:Post')], 'before 12 May', '/search dam outlet:Post until:"12 May"'],
    [[SAID, turn('/ask where "drown in promises"')], 'what else?', '/quotes Ana Belova'],
    [
      [turn('did Norland and Sudria sign?')],
      'what did they promise?',
      '/ask what did Norland and Sudria promise',
    ],
    [[turn('Lorne races')], 'how long do they last?', '/ask how long do Lorne races last'],
    [
      [turn('/timeline', ['7 May 2023: The mayors met'])],
      'for how long?',
      '/ask for how long – The mayors met',
    ],
    [
      [turn('/quotes Belova', ['“We will not wait”'])],
      'was that Meer?',
      '/who-said We will not wait speaker:Meer',
    ],
    [[turn('/quotes Belova')], 'which outlet said that', '/quotes Belova'],
    [
      [turn('/quotes Belova topic:dam', [], ['The dam holds, she said.'])],
      'who said that?',
      '/who-said The dam holds, she said.',
    ],
    [[turn('/who-said "we wait"', ['Source not clear'])], 'about the dam', '/search the dam'],
    [[turn('/timeline', ['7 May 2023: The mayors met in Orsk'])], 'who was there?', '/ask who was in Orsk'],
    [
      [turn('/when dam', ['7 May 2023']), turn('who was told?')],
      'and before that?',
      '/timeline to:2023-05-06',
    ],
    [
      [turn('/when the mayors meet', ['7 May 2023'])],
      'what about the next day?',
      '/timeline from:2023-05-08 to:2023-05-08',
    ],
    [[turn('/when Meer and Belova meet')], 'what did they sign?', '/ask what did Meer and Belova sign'],
    [[turn('/ask how many houses')], 'what about May?', '/ask how many houses in May'],
    [[turn('/ask how many houses')], 'Friday?', '/ask how many houses on Friday'],
    [[turn('/timeline dam')], 'only two people died', '/ask only two people died'],
    [[turn('/timeline dam')], 'thx what about Orsk', '/timeline Orsk'],
    [[turn('/who-said the dam holds 300 boats')], 'and 400?', '/who-said the dam holds 400 boats'],
  ] as [Turn[], string, string][])('GIVEN %j, then “%s” THEN it is “%s”', (before, words, asked) => {
    expect(textOf(followUp(before, words))).toBe(asked)
  })

  it.each([
    ['after that', '/timeline from:2023-05-13'],
    ['and before?', '/timeline to:2023-05-11'],
  ])('GIVEN an answer without a day WHEN “%s” is asked THEN its article’s day counts', (words, asked) => {
    const told = { ...SHOWN, published: ['2023-05-12'] }
    expect(textOf(followUp([told], words))).toBe(asked)
  })

  it.each([
    ['source pls', 'asTold'],
    ['r u sure', 'asTold'],
    ['more', 'noMore'],
    ['and Orsk?', null],
  ])('GIVEN “%s” WHEN the answer is the last one again THEN it is said: %s', (words, remark) => {
    const last = turn('/search dam', ['Dam closed'], ['The dam at Lorne was closed.'])
    expect(remarkOn([last], words, followUp([last], words))).toBe(remark)
  })

  it('GIVEN an answer that found nothing THEN nothing is said of its words', () => {
    const last = turn('/search dam')
    expect(remarkOn([last], 'source?', followUp([last], 'source?'))).toBeNull()
  })

  it.each([
    [{ number: 1, of: 3 }, 'more', 2],
    [{ number: 2, of: 3 }, 'the rest please', 3],
    [{ number: 3, of: 3 }, 'more', null],
    [{ number: 1, of: 3 }, 'more on Orsk', null],
    [undefined, 'more', null],
  ])('GIVEN page %j, then “%s” THEN the next page is %s', (page, words, next) => {
    expect(pageAfter([{ ...SHOWN, ...(page && { page }) }], words)).toBe(next)
  })
})

describe('a question that leaves out what the thread is about', () => {
  const BROKE = turn('when did the dam break?', ['3 May 2023'])
  const RAN = turn('who runs the Lorne Bank now?', ['Adam Meer'])
  const HURT = turn('was anyone hurt when the dam broke?')
  const FAIR = turn('when is the Orsk fair?')
  const QUIT = turn('why did the bank chief quit?')

  it.each([
    [[BROKE], 'how many died?', '/ask how many died when the dam broke'],
    [[BROKE], 'was anyone hurt?', '/ask was anyone hurt when the dam broke'],
    [[BROKE, HURT], 'how many?', '/ask how many people were hurt when the dam broke'],
    [[BROKE, HURT], 'who?', '/ask who was hurt when the dam broke'],
    [[BROKE, HURT], 'where?', '/ask where did the dam break'],
    [[BROKE, HURT], 'why did it break?', '/ask why did the dam break'],
    [[BROKE], 'why?', '/ask why did the dam break'],
    [[FAIR], 'who pulled out?', '/ask who pulled out – the Orsk fair'],
    [[turn('/ask who pulled out – the Orsk fair')], 'why?', '/ask why did they pull out – the Orsk fair'],
    [[FAIR], 'how many tickets were sold?', '/ask how many tickets were sold – the Orsk fair'],
    [[RAN], 'since when?', '/when Adam Meer runs the Lorne Bank'],
    [[turn('how many nurses are on strike?')], 'why?', '/ask why are nurses on strike'],
    [[turn('who leads the talks')], 'why?', '/ask why do they lead the talks'],
    [[RAN], 'who was it before him?', '/ask who ran the Lorne Bank before Adam Meer'],
    [[QUIT], 'what was his name?', '/ask who is the bank chief'],
    [[QUIT, turn('/ask who is the bank chief')], 'when?', '/when the bank chief quit'],
    [[turn('is the bridge closed?')], 'until when?', '/when the bridge closed'],
    [[turn('how big is the flood fund?')], 'when was it agreed?', '/when the flood fund agreed'],
    [
      [turn('what did Belova poison?', ['the wells'])],
      'who helped her with it?',
      '/ask who helped Belova with the wells',
    ],
    [[turn('how many British soldiers fell?')], 'and Americans?', '/ask how many American soldiers fell?'],
    [
      [turn('where did the first in Lorne to get cholera catch it?')],
      'how are they doing?',
      '/ask how are the first in Lorne to get cholera doing',
    ],
    [[turn('how many of the people that died in Orsk were children?')], 'who paid?', '/ask who paid'],
    [
      [turn('why was Ana Meer suspended?')],
      'what does Hale say about it?',
      '/quotes Hale topic:"Ana Meer suspended"',
    ],
    [
      [turn('how long did Meer get?', ['4 years'], ['Meer was jailed for four years.'])],
      'when was that?',
      '/when Meer was jailed for four years.',
    ],
    [
      [
        turn(
          'who helped Ana Meer?',
          ['A flood in Lorne'],
          ['Dr Hale said she helped Meer out of the water.'],
        ),
      ],
      'was she hurt?',
      '/ask was Hale hurt',
    ],
    [[FAIR, turn('/quotes the mayor', ['“It is safe.”'])], 'when did it begin?', '/when the Orsk fair'],
    [
      [turn('why did they close Lorne school?', ['Lorne'], ['Lorne school shut after a girl fell ill.'])],
      'how old was the girl?',
      '/ask how old was the girl – Lorne school',
    ],
  ] as [Turn[], string, string][])('GIVEN %j, then “%s” THEN it is “%s”', (before, words, asked) => {
    expect(textOf(followUp(before, words))).toBe(asked)
  })

  it.each([
    'how many people live in Orsk?',
    'did Meer resign?',
    'how many were hurt in the crash at the fair?',
  ])('GIVEN “%s” THEN it says itself what it is about', (words) => {
    expect(followUp([BROKE], words)).toEqual(questionOf(words))
  })

  it('GIVEN “until when?” THEN the end is asked for, and not the day that it began', () => {
    expect(followUp([turn('why did they close the school?')], 'until when?')).toEqual({
      command: 'when',
      topic: 'they close the school',
      verb: 'until when',
    })
  })

  it('GIVEN a name in the next question THEN the articles of the last answer come first as well', () => {
    const told = { ...turn('who won the medal?', ['Ana Meer']), articles: ['medal.md'] }
    expect(followUp([told], 'how old is she?')).toEqual({
      command: 'ask',
      question: 'how old is Ana Meer',
      near: 'medal.md',
    })
  })

  it('GIVEN articles that the last answer is from THEN they are looked into first', () => {
    const told = { ...BROKE, articles: ['flood.md', 'valley.md'] }
    expect(followUp([told], 'was anyone hurt?')).toEqual({
      command: 'ask',
      question: 'was anyone hurt when the dam broke',
      near: 'flood.md\nvalley.md',
    })
  })
})

describe('a question that stands alone', () => {
  it.each([
    'when are the gates of the dam opened?',
    'who said that the valley will drown?',
    'how many people live below the dam?',
    '/when lorne',
    'help',
    'Lorne',
  ])('GIVEN “%s” THEN what came before does not change it', (words) => {
    expect(leansOnContext(words)).toBe(false)
    expect(followUp([DATES, SAID], words)).toEqual(questionOf(words))
  })

  it('GIVEN nothing before THEN any words are a question of their own', () => {
    expect(followUp([], 'and in Vienna?')).toEqual(questionOf('and in Vienna?'))
  })

  it('GIVEN any words after any turn THEN there is a question', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(DATES, SAID, SPOKE, COUNTED, TYPED),
        fc.array(
          fc.constantFrom('and', 'he', 'that', 'in', 'who', 'said', 'Orsk', '"a b"', 'when', '?', '$&'),
        ),
        (before, words) => {
          expect(followUp([before], words.join(' '))).toHaveProperty('command')
        },
      ),
    )
  })
})

/** What members ask in a thread, each with what its answer must hold: a date, a name or words of an article. */
const DIALOGUES: readonly (readonly Said[])[] = [
  [
    ['when are the talks in Geneva?', /10 January 2022/],
    ['and in Vienna?', /13 January 2022/],
  ],
  [
    ['/when geneva talks', /January 2022/],
    ['and in Brussels?', /12 January 2022|Brussels/],
  ],
  [
    ['who said "severe sanctions"?', /Joe Biden/],
    ['when was that?', /31 December 2021/],
    ['what else did he say?', /minor incursion/],
  ],
  [
    ['who said "drown in endless discussions"?', /Lavrov/],
    ['what else did he say?', /right track/],
    ['and about Donbass?', /protect its citizens/],
  ],
  [
    ['what did Putin say about sanctions?', /serious mistakes/],
    ['when did he say that?', /30 December 2021/],
  ],
  [
    ['how many troops are near the border?', /100,000/],
    ['and when?', /2021|2022/],
  ],
  [
    ['how long did the call between Biden and Putin last?', /hour|50 minutes/],
    ['when was that?', /30 December 2021/],
    ['who asked for it?', /Putin|Russian president/],
  ],
  [
    ['who leads the Russian delegation in Geneva?', /Ryabkov/],
    ['what did he say?', /dead end|trust the other side/],
    ['and Sherman?', /non-starters|Escalation/],
  ],
  [
    ['what did Stoltenberg say?', /significant differences/],
    ['about the risk of conflict?', /real risk for new armed conflict/],
  ],
  [
    ['what did Danilov say?', /122,000/],
    ['and Reznikov?', /94,300/],
  ],
  [
    ['when did Biden call Zelensky?', /2 January 2022/],
    ['what did he promise him?', /promise|without you/i],
  ],
  [
    ['who said "colossal mistake"?', /Ushakov|Putin/],
    ['who else said that?', /Ushakov|Putin/],
  ],
  [
    ['/search Zircon', /Zircon/],
    ['how many?', /ten/],
    ['when was that?', /24 December 2021/],
  ],
  [
    ['how many former officials signed the statement?', /Twenty-four/],
    ['who signed it?', /Daniel Fried/],
  ],
  [
    ['when do the exercises in Belarus take place?', /10–20 February 2022/],
    ['how many troops are there?', /127,000/],
  ],
  [
    ['who said "a gun to Ukraine\'s head"?', /ABC/],
    ['where did he say that?', /ABC|Geneva/],
  ],
  [
    ['who said "the drumbeat of war"?', /drumbeat of war/],
    ['tell me more', /Michael Carpenter/],
  ],
  [
    ['how many soldiers does Russia have near Ukraine?', /100,000/],
    ['according to Ukraine?', /94,300|120,000|122,000|127,000/],
  ],
  [
    ['what did Schiff say?', /very likely/],
    ['when?', /2 January 2022/],
  ],
  [
    ['what did Biden say about sanctions?', /severe/],
    ['and about Ukraine?', /respond decisively|minor incursion|invades/],
  ],
  [
    ['who took over the chairmanship of the OSCE?', /Rau/],
    ['what did he say about war?', /last 30 years/],
  ],
  [
    ['who said "dead end"?', /Ryabkov/],
    ['what else did he say?', /trust the other side|no plans/],
    ['and Lavrov?', /Lavrov/],
  ],
  [
    ['what happened to Ukrainian government websites?', /Hackers/],
    ['when was that?', /January 2022/],
  ],
  [
    ['when were the draft treaties published?', /17 December 2021/],
    ['what do they ask of NATO?', /admit neither Ukraine/],
  ],
  [
    ['when did Putin and Biden speak?', /30 December 2021/],
    ['in December?', /7 December 2021/],
  ],
  [
    ['what did Grushko say?', /counter-containment|frank and direct/],
    ['what about Lukashevich?', /disappointing/],
  ],
  [
    ['who attended the dinner in Geneva?', /dinner/],
    ['when was that?', /9 January 2022/],
  ],
  [
    ["who is the secretary of Ukraine's security council?", /Danilov/],
    ['what did he say about an invasion?', /cannot physically launch|no immediate danger/],
  ],
  [
    ['when is the OSCE meeting?', /13 January 2022/],
    ['where is it held?', /Vienna/],
  ],
  [
    ['what did Psaki say?', /respond decisively/],
    ['and Ushakov?', /colossal mistake|frank/],
    ['what else?', /pleased with the conversation/],
    // The sentence tells no day: the article's stands under it.
    ['when was that?', /30 Dec 2021/],
  ],
]

describe('conversations about the articles that come with the program', () => {
  let archive: LiveArchive
  beforeAll(async () => {
    archive = await openShipped()
  })
  afterAll(() => archive.close())

  it('are thirty', () => expect(DIALOGUES).toHaveLength(30))

  it('GIVEN all of them THEN at least 24 are answered as a person would expect', async () => {
    const failed = await gone(DIALOGUES, archive)
    expect(DIALOGUES.length - failed.length, failed.join('\n\n')).toBeGreaterThanOrEqual(24)
    if (failed.length > 0) console.info(`${failed.length} of 30 not as expected:\n${failed.join('\n\n')}`)
  })
})
