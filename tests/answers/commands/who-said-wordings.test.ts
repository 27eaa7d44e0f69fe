import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/answers/index.js'
import type { Finding } from '../../../src/answers/model/answer.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { Analyzer } from '../../../src/text/terms.js'

/** Wordings as members remember them, which nobody said in the articles of these crises. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  bpoil: [
    'we will drill again tomorrow',
    'the fish are perfectly safe',
    'nobody could have seen this coming',
    'the gulf will never recover',
    'fire everyone at bp',
    'oil is thicker than water',
    'we cut every corner',
    'this is our chernobyl',
    'the well is a monster',
    'send in the navy',
    'i blame halliburton alone',
    'we paid too little',
  ],
  h1n1: [
    'close every border now',
    'the vaccine is poison',
    'pigs are innocent',
    'stay home forever',
    'we have beaten this flu',
    'millions will surely die',
    'mexico hid the truth',
    'wash your hands or else',
    'masks are useless',
    'schools must never close',
    'this virus was made in a lab',
    'we ran out of beds',
  ],
  iraq: [
    'we should have stayed home',
    'saddam was a hero',
    'the war is already lost',
    'bring every soldier back tonight',
    'we found the weapons',
    'falluja will burn',
    'democracy is a joke',
    'the insurgents are winning',
    'never trust the marines',
    'no blood for oil money',
    'this constitution is toilet paper',
    'we tortured nobody',
  ],
  mj: [
    'he was my best friend ever',
    'the king is not dead',
    'i gave him poison',
    'he never took drugs',
    'we will sell neverland',
    'murray is a murderer and a liar',
    'he died a happy man',
    'the family wants blood',
    'propofol is harmless',
    'he danced until the end',
    'i will not testify today',
    'let the children decide',
  ],
}

const FOLDER = '../shared/eval/timelines'
const SCOPE = { server: null }
const PATIENCE = 300_000

const archiveOf = (topic: string) => {
  const rows = readFileSync(`${FOLDER}/${topic}.jsonl`, 'utf8').split('\n').filter(Boolean)
  const articles = rows.slice(0, MOST_ARTICLES).flatMap((row) => {
    const { file, text } = JSON.parse(row) as { file: string; text: string }
    const article = parseArticle(file, text)
    return 'text' in article ? [article as Article] : []
  })
  return makeArchive(articles).archive
}
const MOST_ARTICLES = 60

/** So many of the wordings that nobody said may be somebody's all the same: "we'd find weapons" for "we found the weapons". */
const MOST_NAMED = 4
/** The share of remembered wordings whose speaker comes first. */
const LEAST_FOUND = 0.9

describe.skipIf(!existsSync(FOLDER))(
  `GIVEN the news of four crises (skipped where ${FOLDER} is absent)`,
  () => {
    const archives = new Map<string, ReturnType<typeof archiveOf>>()
    const known = (topic: string) => {
      const archive = archives.get(topic) ?? archiveOf(topic)
      archives.set(topic, archive)
      return archive
    }
    const whoSaid = async (topic: string, words: string): Promise<readonly Finding[]> =>
      (await answer({ command: 'who-said', words }, known(topic), SCOPE)).findings

    it(
      'WHEN nobody said it THEN hardly ever anybody is named',
      async () => {
        const named: string[] = []
        for (const [topic, wordings] of Object.entries(UNSAID))
          for (const words of wordings)
            if ((await whoSaid(topic, words)).some(({ speaker }) => speaker)) named.push(words)
        expect(named.length, named.join('; ')).toBeLessThanOrEqual(MOST_NAMED)
      },
      PATIENCE,
    )

    it(
      'WHEN somebody said it, half of the wordings misremembered THEN they come first',
      async () => {
        const missed: string[] = []
        let all = 0
        for (const topic of Object.keys(UNSAID)) {
          for (const { words, speaker } of await remembered(known(topic))) {
            all++
            const [first] = await whoSaid(topic, words)
            if (first?.speaker?.name !== speaker)
              missed.push(`${words} (${first?.speaker?.name ?? 'nobody'})`)
          }
        }
        expect(all).toBe(60)
        expect(1 - missed.length / all, missed.join('; ')).toBeGreaterThanOrEqual(LEAST_FOUND)
      },
      PATIENCE,
    )
  },
)

/** Of each archive, so many quotations. */
const DRAWN = 15
/** A wording has so many words. */
const WINDOW = 7

/** With fewer words that tell something a member would not ask. */
const LEAST_TELLING = 3

const analyzer = new Analyzer({ keepStopWords: true })
const isSmall = (word: string) => analyzer.terms(word).every(({ stop }) => stop)

/** Words from quotations with a named speaker; of every other one a small word is left out and another put before it. */
async function remembered(archive: ReturnType<typeof archiveOf>) {
  const { hits } = await archive.quotations({ words: '', limit: 4000 })
  const named = hits.flatMap(({ person, wordings }) => {
    const [one] = wordings
    const words = (one?.said.text.match(/[\p{L}\p{N}’'-]+/gu) ?? []).slice(0, WINDOW)
    const clear = one?.quotation.direct && one.quotation.speaker?.confidence === 'explicit'
    const telling = words.filter((word) => !isSmall(word)).length >= LEAST_TELLING
    return person && clear && telling && /^\p{Lu}/u.test(person) ? [{ person, words }] : []
  })
  return Array.from({ length: DRAWN }, (_, i) => {
    const { person, words } = named[Math.floor((i * named.length) / DRAWN)]!
    const small = words.findIndex(isSmall)
    const changed = ['and', ...words.filter((_, at) => at !== small)]
    return { words: (i % 2 === 0 ? words : changed).join(' '), speaker: person }
  })
}
