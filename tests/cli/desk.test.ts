import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/model/answer.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'

const DESK = fileURLToPath(new URL('../../src/desk.js', import.meta.url))

async function desk(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [DESK, ...args], { env: { ...process.env, ...env } })
  child.stdin.end(input)
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  return { output, errors, code }
}

describe('desk ask', () => {
  it('GIVEN a command THEN it prints the findings with their snippets and sources, plain, and exits 0', async () => {
    await using folder = await articleFolder(FLOOD)
    const { output, code } = await desk(['ask', '--articles', folder.path, '/who-said "drown in promises"'])
    expect(code).toBe(0)
    expect(output).toContain('1. Ana Belova')
    expect(output).toContain('> “We are not going to let the valley be drowned in promises,” Belova said.')
    expect(output).toContain('Valley News · “Lorne dam: gates to open next week” · 13 May 2023 · ¶2')
    expect(output).toContain('3 articles · as of 13 May 2023')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the absence of escape codes is the point
    expect(output).not.toMatch(/\x1b/)
  })

  it('GIVEN the example of the README THEN it prints what stands there', async () => {
    const example = /```console\n\$ npm run -s desk -- ask '(.+)'\n([\s\S]+?)```/.exec(
      readFileSync('README.md', 'utf8'),
    )!
    const { output } = await desk(['ask', example[1]!])
    expect(output.trim()).toBe(example[2]!.trim())
  })

  it('GIVEN a file whose name would act on a terminal THEN it is named on one line, and nothing acts', async () => {
    await using folder = await articleFolder(FLOOD)
    await folder.write('bad\u001b[2J\nname.md', '---\ntitle: Broken\npublished: 2023-02-30\n---\nText.\n')
    const { errors } = await desk(['ask', '--articles', folder.path, '/when dam'])
    expect(errors).toMatch(/^bad \[2J name\.md, line 3: [^\n]*\n$/)
    expect(errors).not.toMatch(/[^\P{Cc}\n]/u)
  })

  it('GIVEN a silent archive THEN it says so and exits 0', async () => {
    await using folder = await articleFolder(FLOOD)
    const { output, code } = await desk(['ask', '--articles', folder.path, '/when volcano'])
    expect(code).toBe(0)
    expect(output).toContain('The articles don’t say.')
  })

  it('GIVEN --json and - THEN one question a line in, one object a line out', async () => {
    await using folder = await articleFolder(FLOOD)
    const questions = '/sources\n\nhow many people live below the dam?\n'
    const { output, code } = await desk(['ask', '--json', '--articles', folder.path, '-'], questions)
    const answers = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer)
    expect(code).toBe(0)
    expect(answers.map(({ command }) => command)).toEqual(['sources', 'ask'])
    expect(answers[1]?.findings[0]?.text).toMatch(/12,000/)
  })

  it('GIVEN a broken article THEN the reason is told on standard error, the others are indexed', async () => {
    await using folder = await articleFolder({
      ...FLOOD,
      'broken.md': '---\ntitle: [\n---\nText.\n',
      'empty.txt': '',
    })
    const { output, errors, code } = await desk(['ask', '--articles', folder.path, '/sources'])
    expect(code).toBe(0)
    expect(output).toContain('3 articles')
    expect(errors).toMatch(/broken\.md, line \d+: /)
    expect(errors).toMatch(/empty\.txt: /)
  })

  it('GIVEN a folder that does not exist THEN one line names it, and it exits 1', async () => {
    const { errors, code } = await desk(['ask', '--articles', '/no/such/folder', '/sources'])
    expect(code).toBe(1)
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(errors).toContain('/no/such/folder')
  })

  it.each([
    [['ask']],
    [['ask', '--colour', '/when x']],
    [['ask', '/whence geneva']],
    [['asks']],
    [[]],
    [['annotate', 'verbs']],
    [['rank']],
  ])('GIVEN the wrong usage %j THEN it says how to do it and exits 2', async (args) => {
    const { output, errors, code } = await desk(args)
    expect(code).toBe(2)
    expect(output).toBe('')
    expect(errors).not.toMatch(/\n\s+at /)
  })

  it.each(['ask', 'annotate', 'rank', 'answer'])('%s --help tells its usage and exits 0', async (verb) => {
    const { output, code } = await desk([verb, '--help'])
    expect(code).toBe(0)
    expect(output).toContain(`Usage: desk ${verb}`)
  })
})

describe('desk annotate', () => {
  it('GIVEN rows THEN each is annotated; a broken line is told by its number and skipped', async () => {
    const rows = [
      JSON.stringify({ id: 'a', text: '“The gates hold,” Ana Belova said.' }),
      '{"id": broken',
      JSON.stringify({ id: 'b' }),
      JSON.stringify({ id: 'c', text: '' }),
    ]
    const { output, errors, code } = await desk(['annotate', 'quotes'], `${rows.join('\n')}\n`)
    const written = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(written.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(written[0].quotes[0]).toMatchObject({
      start: 1,
      end: 16,
      direct: true,
      speaker: { name: 'Ana Belova' },
    })
    expect(errors).toMatch(/line 2 skipped: not a JSON object/)
    expect(errors).toMatch(/line 3 skipped: “text” must be a string/)
    expect(code).toBe(1)
  })
})

describe('desk rank and desk answer', () => {
  it('GIVEN a corpus and queries THEN documents are ranked, and the sentence that answers is found', async () => {
    await using folder = await articleFolder({
      'corpus.jsonl': [
        { id: 'd1', title: 'Rivers', text: 'The Orsk is 120 kilometres long. It ends in a lake.' },
        { id: 'd2', title: 'Hills', text: 'The hills are green. Sheep live there.' },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
      'queries.jsonl': JSON.stringify({ id: 'q1', text: 'How many kilometres long is the Orsk?' }),
    })
    const files = ['--corpus', `${folder.path}/corpus.jsonl`, '--queries', `${folder.path}/queries.jsonl`]
    const ranked = await desk(['rank', ...files])
    expect(JSON.parse(ranked.output)).toEqual({ id: 'q1', docs: ['d1'] })
    const answered = await desk(['answer', ...files])
    expect(JSON.parse(answered.output).findings[0]).toMatchObject({
      snippet: 'The Orsk is 120 kilometres long.',
      doc: 'd1',
    })
  })

  it('GIVEN a file that does not exist THEN the error names it in plain words', async () => {
    const { errors, code } = await desk(['rank', '--corpus', 'nowhere.jsonl', '--queries', 'nowhere.jsonl'])
    expect(code).toBe(1)
    expect(errors).toBe('“nowhere.jsonl” can’t be used: there is no such file or folder.\n')
  })

  it('GIVEN a broken corpus THEN the error names the file and the line, and it exits 1', async () => {
    await using folder = await articleFolder({ 'corpus.jsonl': '{"id":1,"text":"x"}\nnot json\n' })
    const file = `${folder.path}/corpus.jsonl`
    const { errors, code } = await desk(['rank', '--corpus', file, '--queries', file])
    expect(code).toBe(1)
    expect(errors).toContain(`${file}, line 2: not a JSON object`)
  })
})
