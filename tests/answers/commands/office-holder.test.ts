import { describe, expect, it } from 'vitest'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-05-10',
    'Danish Foreign Minister Ana Belova met Norwegian Foreign Minister Petter Quill in Orsk on Monday.',
    '“We will see,” said Deputy Trade Minister Zed Lorne. The trade minister of Iceland stayed at home.',
    'Ivo Marn, Belova’s foreign affairs adviser, said that the talks were short.',
  ),
  report(
    'Herald',
    '2023-06-02',
    'The new Norwegian foreign minister, Lise Tind, arrived on Friday.',
    'President Uma Hale called it late. “It is late,” President Hale said.',
    'Icelandic Prime Minister Otto Frey sent nobody. He once advised the then Finnish Prime Minister Mika Sorn.',
    'The office of Finnish Prime Minister Nils Aabye said that Sorn was not asked.',
  ),
])
const ask = (question: string) => answer({ command: 'ask', question }, archive, { server: null })
const named = async (question: string) => (await ask(question)).findings.map(({ text }) => text)

describe('who holds an office', () => {
  it.each([
    ['Who is the Danish foreign minister?', ['Ana Belova']],
    ["Who is Denmark's foreign minister?", ['Ana Belova']],
    ['who is the foreign minister of denmark', ['Ana Belova']],
    ['Who was the Danish minister?', ['Ana Belova']],
    ['whos the icelandic pm', ['Otto Frey']],
    ['who is the finnish prime minister', ['Nils Aabye']],
  ])('GIVEN “%s” THEN whom an article calls so: %j', async (question, expected) => {
    expect(await named(question)).toEqual(expected)
  })

  it('GIVEN an office that two held THEN the one who was called so last comes first, each with the sentence', async () => {
    const { command, findings } = await ask('Who is the Norwegian foreign minister?')
    expect(command).toBe('ask')
    expect(findings.map(({ text }) => text)).toEqual(['Lise Tind', 'Petter Quill'])
    expect(findings[0]?.citations[0]?.snippet).toBe(
      'The new Norwegian foreign minister, Lise Tind, arrived on Friday.',
    )
  })

  it('GIVEN an office in other words THEN its holder all the same', async () => {
    expect(await named('Who is Belova’s foreign policy adviser?')).toEqual(['Ivo Marn'])
  })

  it.each([
    ['Who is the trade minister of Iceland?', 'a deputy, and the office without a name'],
    ['Who is the Swedish foreign minister?', 'those of other countries'],
    ['Who is the Danish president?', 'a president without a country'],
    ['Who is the Norwegian prime minister?', 'other ministers'],
  ])('GIVEN “%s” and only %s THEN silence', async (question) => {
    expect(await named(question)).toEqual([])
  })
})
