import { describe, expect, it } from 'vitest'
import { personAsked } from '../../../src/answers/commands/holders/who-is.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-05-10',
    'The fire chief, Olav Brenne, closed the port on Monday. Dr Ida Moe treated the injured.',
    'Brenne said that the storm had been forecast.',
  ),
  report(
    'Herald',
    '2023-06-02',
    'Fire chief Olav Brenne opened the port again. Former mayor Rolf Brenne was there.',
    'Governor Uma Hale called it late.',
  ),
])
const told = async (question: string) =>
  (await answer({ command: 'ask', question }, archive, { server: null })).findings

describe('who somebody is', () => {
  it('GIVEN a name THEN the role that articles give, once, with each of them', async () => {
    const [first, ...others] = await told('who is Olav Brenne?')
    expect(first?.text.toLowerCase()).toBe('fire chief')
    expect(first?.citations.map(({ outlet }) => outlet).sort()).toEqual(['Herald', 'Post'])
    expect(others).toEqual([])
  })

  it('THEN each sentence that is shown says the role itself', async () => {
    const findings = await told('whos uma hale')
    expect(findings[0]?.text).toBe('Governor')
    for (const { text, citations } of findings) {
      for (const { snippet } of citations) expect(snippet.toLowerCase()).toContain(text.toLowerCase())
    }
  })

  it('GIVEN a surname that two bear THEN each stands with the own name', async () => {
    const texts = (await told('who is Brenne')).map(({ text }) => text)
    expect(texts.some((text) => /Olav Brenne/.test(text))).toBe(true)
    expect(texts.every((text) => /(?:Olav|Rolf) Brenne/.test(text))).toBe(true)
  })

  it('GIVEN a given name of nobody in the articles THEN nobody of the same surname is told', async () => {
    expect((await told('who is Kari Brenne')).map(({ text }) => text)).toEqual([])
  })

  it('GIVEN somebody whom articles call by a mere “Dr” THEN that is no answer', async () => {
    expect((await told('who is Ida Moe')).map(({ text }) => text)).not.toContain('Dr')
  })

  it.each([
    ['who is Bob Lund?', 'Bob Lund'],
    ['whos bob lund', 'bob lund'],
    ["who's Lund again", 'Lund'],
    ['who is the mayor?', null],
    ['who is in charge', null],
    ['when is Bob Lund here', null],
  ])('GIVEN “%s” THEN it asks for %j', (question, name) => {
    expect(personAsked(question)).toBe(name)
  })
})
