import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { select } from '../../src/cli/select.js'

async function selected(...rows: object[]): Promise<unknown[]> {
  let text = ''
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  const input = Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`))
  await select.run([], { input, output, errors: output, env: {} } as never)
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('desk select', () => {
  it('GIVEN sentences THEN all of their places, the one that answers first', async () => {
    const sentences = [
      'The harbour is old.',
      'Nobody knows the mayor.',
      'The harbour of Brekke was built by Danish monks in 1240.',
    ].map((text) => ({ text }))
    const [row] = await selected({ id: 7, question: 'Who built the harbour of Brekke?', sentences })
    expect(row).toEqual({ id: 7, order: [2, ...[0, 1]].sort((a, b) => (a === 2 ? -1 : b === 2 ? 1 : 0)) })
  })

  it('GIVEN no sentence that holds a word of the question THEN they stay as they are', async () => {
    const sentences = [{ text: 'Rain fell.' }, { text: 'Snow lay.' }]
    expect(await selected({ id: 'a', question: 'Who painted it?', sentences })).toEqual([
      { id: 'a', order: [0, 1] },
    ])
  })
})
