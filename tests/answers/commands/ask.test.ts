import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask as askArchive } from '../../../src/answers/commands/ask.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { harbourArchive } from '../../support/harbour.js'
import { report } from '../../support/report.js'

const archive = harbourArchive()
/** Asks about what one outlet printed. */
const askOf = (question: string, ...paragraphs: string[]) =>
  askArchive(question, makeArchive([report('Post', '2023-05-20', ...paragraphs)]).archive, { server: null })
const ask = (question: string) => askArchive(question, archive, { server: null })

describe('/ask', () => {
  it.each([
    ['Who is the union leader?', /^Ingrid Solvang$/],
    ['How many dockers voted?', /^2,300/],
    ['How much money did the port company lose?', /^\$4 million$/],
    ['Where are ships being sent?', /^Halden$/],
    ['Why did the port company reject the demand?', /^because it had lost/],
  ])('GIVEN “%s” THEN the answer is the headline', async (question, answer) => {
    expect((await ask(question)).findings[0]?.text).toMatch(answer)
  })

  it('GIVEN a date that two articles write differently THEN one finding cites both', async () => {
    const [first] = (await ask('When does the strike of the dockers in Brekke begin?')).findings
    expect(first?.text).toMatch(/14/)
    expect(first?.citations.map(({ article }) => article).sort()).toEqual(['port.md', 'strike.md'])
  })

  it('GIVEN a yes-or-no question THEN the headline says in the article’s words which it is', async () => {
    const [first] = (await ask('Have the ferries been cancelled?')).findings
    expect(first?.text).toMatch(/^Ferries have been cancelled/)
    expect(first?.citations[0]?.snippet).toMatch(/^Ferries have been cancelled/)
  })

  it('GIVEN “who is” and a name THEN what the articles call them is the answer, and the articles that agree are one finding', async () => {
    const [first] = (await ask('Who is Ingrid Solvang?')).findings
    expect(first?.text).toMatch(/leader/)
    expect(first?.citations[0]?.snippet).toContain('Ingrid Solvang')
  })

  it('GIVEN a measure that the question names THEN the figure alone is the answer', async () => {
    const { findings } = await ask('How many dockers voted?')
    expect(findings[0]?.text).not.toMatch(/dockers/)
  })

  it('GIVEN an article that asks the same THEN what it says next is the answer, not its question', async () => {
    const { findings } = await askOf(
      'What is the Halden Accord?',
      'What is the Halden Accord? The Halden Accord, a treaty on fishing, was signed by five countries.',
    )
    expect(findings[0]?.text).toBe('a treaty on fishing')
    expect(findings.flatMap(({ citations }) => citations).map(({ snippet }) => snippet)).not.toContain(
      'What is the Halden Accord?',
    )
  })

  it('GIVEN a place in the name of a body THEN it is not where the body meets', async () => {
    const { findings } = await askOf(
      'Where are the talks of the Organization for Trade and Travel in Europe?',
      'The talks of the Organization for Trade and Travel in Europe begin in Vienna.',
    )
    expect(findings[0]?.text).toBe('Vienna')
  })

  it('GIVEN somebody of whom it is denied THEN they are not the answer', async () => {
    const { findings } = await askOf(
      'Who won the cup of the islands?',
      'The Rovers have never won the cup of the islands.',
      'In the end the cup of the islands was won by the Wanderers.',
    )
    expect(findings[0]?.citations[0]?.snippet).toContain('Wanderers')
    expect(findings.map(({ text }) => text)).not.toContain('Rovers')
  })

  it('whatever is asked, the answer stands in its snippet and at most five are given', async () => {
    const word = fc.constantFrom(
      'who',
      'when',
      'how many',
      'what',
      'strike',
      'Brekke',
      'dockers',
      'lost',
      '?',
      '“',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
        const { findings, closest } = await ask(words.join(' '))
        expect(findings.length).toBeLessThanOrEqual(5)
        expect(closest.length).toBeLessThanOrEqual(3)
        for (const { text, citations } of findings) {
          expect(citations.length).toBeGreaterThan(0)
          const [{ snippet, title }] = [citations[0]!]
          expect(snippet.includes(text) || text === title).toBe(true)
        }
      }),
    )
  })
})
