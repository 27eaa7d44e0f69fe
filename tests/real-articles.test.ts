import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnswerInWords } from '../src/answers/model/in-words.js'
import { questionOf } from '../src/answers/model/question.js'
import type { Archive } from '../src/archive/contract/archive.js'
import { buildArchive } from '../src/archive/ingest/build.js'
import { answerInEnglish as answer } from './support/english.js'

const FOLDER = join('..', 'shared', 'articles')
const present = existsSync(FOLDER)

describe.skipIf(!present)(
  `four real articles${present ? '' : ' (skipped: ../shared/articles is not here)'}`,
  () => {
    let archive: Archive
    beforeAll(async () => {
      archive = (await buildArchive(FOLDER)).archive
    })

    const ask = (text: string) => answer(questionOf(text), archive, { server: null })
    const outlets = ({ findings }: AnswerInWords) =>
      new Set(findings[0]?.citations.map(({ outlet }) => outlet))

    it('/when geneva: the talks of January first, from three articles, the summit of June below', async () => {
      const given = await ask('/when geneva')
      expect(given.findings[0]?.text).toBe('9–10 January 2022')
      expect(outlets(given).size).toBe(3)
      expect(given.findings.slice(1).map(({ text }) => text)).toContain('June 2021')
    })

    it.each([
      ['osce', '2022-01-13', '2022-01-13'],
      ['russia-nato council', '2022-01-12', '2022-01-12'],
      ['zelensky call', '2022-01-02', '2022-01-02'],
      ['crimea', '2014-01-01', '2014-12-31'],
      ['georgia', '2008-01-01', '2008-12-31'],
      ['zircon', '2021-12-20', '2021-12-26'],
      ['biden putin phone call', '2021-12-30', '2021-12-30'],
    ])('/when %s: %s to %s first', async (topic, start, end) => {
      expect((await ask(`/when ${topic}`)).findings[0]?.date).toMatchObject({ start, end })
    })

    it.each([
      ['severe sanctions', 'Joe Biden'],
      ['drown in endless discussions', 'Sergei Lavrov'],
    ])('/who-said "%s": %s, in the wording of two outlets', async (words, speaker) => {
      const given = await ask(`/who-said "${words}"`)
      expect(given.findings[0]?.speaker?.name).toBe(speaker)
      expect(outlets(given).size).toBe(2)
    })

    it.each([
      '/ask Who won the football world cup?',
      '/ask How tall is the Eiffel Tower?',
      '/ask What is the population of Brazil?',
      '/when volcano',
      '/who-said "we choose to go to the moon"',
    ])('%s: silence', async (question) => {
      const given = await ask(question)
      expect(given.findings).toEqual([])
      expect(given.note).toMatch(/don’t say|nobody/i)
    })

    it('every snippet of every command is the file’s text at its offsets', async () => {
      const questions = [
        '/when geneva',
        '/who-said sanctions',
        '/quotes Biden',
        '/ask What did Putin warn of?',
      ]
      const names = (await archive.articles({}, { server: null })).articles.map(({ id }) => `/article ${id}`)
      for (const question of [...questions, '/search NATO', '/sources', ...names]) {
        const { findings, closest } = await ask(question)
        expect(findings.length, question).toBeGreaterThan(0)
        for (const { article, start, end, snippet } of [...findings, ...closest].flatMap(
          ({ citations }) => citations,
        )) {
          expect(readFileSync(join(FOLDER, article), 'utf8').slice(start, end)).toBe(snippet)
        }
      }
    })
  },
)
