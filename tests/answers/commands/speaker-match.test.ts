import { describe, expect, it } from 'vitest'
import { isEnough, meantBy } from '../../../src/answers/commands/said/speaker-match.js'
import { answer } from '../../../src/answers/index.js'
import { harbourArchive } from '../../support/harbour.js'

const archive = harbourArchive()
const ask = (question: string) => answer({ command: 'ask', question }, archive, { server: null })

describe('a question to /ask that another command knows more of', () => {
  it.each([
    [
      'What did Solvang say about the strike?',
      { command: 'quotes', speaker: 'Solvang', topic: 'the strike' },
    ],
    ['When does the strike begin?', { command: 'when', topic: 'the strike begin', verb: 'does' }],
    ['How long will the strike last?', { command: 'when' }],
    ['Who said “shorter shifts”?', { command: 'who-said' }],
    ['What do the papers say about the strike?', { command: 'compare' }],
    ['What happened on February 14?', { command: 'timeline' }],
  ])('GIVEN “%s” THEN it amounts to %j', (question, meant) => {
    expect(meantBy(question)).toMatchObject(meant)
  })

  it.each([
    ['Who is the union leader?'],
    ['When the talks failed, the dockers walked out.'],
    ['Why did the company reject the demand?'],
    ['Find the union leader'],
    ['? quotes'],
    ['when?'],
    ['What did everybody who came to the harbour on that day say?'],
    ['Who promised shorter shifts?'],
    ['/when strike'],
  ])('GIVEN “%s” THEN it is for /ask itself', (question) => {
    expect(meantBy(question)).toBeNull()
  })

  it('GIVEN when something is THEN the day is the headline, whatever the sentence calls it, and the question stands as it was put', async () => {
    const { command, query, findings } = await ask('When does the strike of the dockers begin?')
    expect({ command, query }).toEqual({
      command: 'ask',
      query: 'When does the strike of the dockers begin?',
    })
    expect(findings[0]).toMatchObject({ dated: true, text: '', date: { start: '2022-02-14' } })
  })

  it('GIVEN whose view it is without an apostrophe THEN the speaker is found', async () => {
    const { findings } = await answer({ command: 'quotes', speaker: 'Solvangs' }, archive, { server: null })
    expect(findings[0]?.speaker?.name).toBe('Ingrid Solvang')
  })

  it('GIVEN what somebody said THEN the speaker is named', async () => {
    const { findings } = await ask('What did Solvang say?')
    expect(findings[0]?.speaker?.name).toBe('Ingrid Solvang')
  })

  it('GIVEN a speaker who said nothing of it THEN silence, with what else they said', async () => {
    const { findings, closest, note } = await ask('What did Solvang say about the ferries?')
    expect(findings).toEqual([])
    expect(closest[0]?.speaker?.name).toBe('Ingrid Solvang')
    expect(note?.[0]?.[0]).toMatchObject({
      key: 'noteNothingSaidAbout',
      values: { speaker: 'Solvang', topic: 'the ferries' },
    })
  })

  it('GIVEN an unknown speaker THEN the answer is that of /ask: it may be no person at all', async () => {
    const question = 'What did the harbour bulletin say?'
    const other = await answer(meantBy(question)!, archive, { server: null })
    expect(isEnough(other)).toBe(false)
    expect((await ask(question)).command).toBe('ask')
  })
})
