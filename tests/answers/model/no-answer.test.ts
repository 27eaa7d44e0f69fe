import { describe, expect, it } from 'vitest'
import { ask as askArticles } from '../../../src/answers/commands/ask.js'
import { inWords } from '../../../src/answers/model/in-words.js'
import type { Archive, Scope } from '../../../src/archive/contract/archive.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { wordsFor } from '../../../src/i18n/words.js'
import { harbourArchive } from '../../support/harbour.js'

const archive = harbourArchive()
const askArchive = async (question: string, archive: Archive, scope: Scope) =>
  inWords(await askArticles(question, archive, scope), wordsFor('en'))
const ask = (question: string) => askArchive(question, archive, { server: null })

describe('silence', () => {
  it.each([
    'Which team won the football cup final in Madrid?',
    'Who discovered the orbit of the comet in 1758?',
    'How many votes did the mayor of Lisbon win?',
  ])('GIVEN “%s”, which no article answers THEN there is no finding', async (question) => {
    const given = await ask(question)
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/^The articles don’t say\./)
  })

  it('GIVEN some words that match by chance THEN no passage is shown as closest', async () => {
    const { findings, closest, note } = await ask(
      'Which opera company cancelled the February premiere in Vienna?',
    )
    expect(findings).toEqual([])
    expect(closest).toEqual([])
    expect(note).toMatch(/^The articles don’t say\.$/)
  })

  it('GIVEN a name nobody writes but one much like it THEN that one is offered', async () => {
    const { findings, note } = await ask('Did Tjernow conquer Lisbon with elephants in 1502?')
    expect(findings).toEqual([])
    expect(note).toContain('Did you mean “Tjernov” for “Tjernow”?')
  })

  it.each([
    ['Did the dockers reject the pilots?', 'a thing that nobody did'],
    ['Who rejected Halden?', 'somebody who rejected something else'],
  ])('GIVEN “%s” and only %s THEN silence, with what comes closest', async (question) => {
    const { findings, closest } = await ask(question)
    expect(findings).toEqual([])
    expect(closest.length).toBeGreaterThan(0)
  })

  it('GIVEN an empty archive THEN it says that there are no articles', async () => {
    const { archive: empty } = makeArchive([])
    const { note } = await askArchive('Who leads the union?', empty, { server: null })
    expect(note).toMatch(/no articles yet/)
  })
})
