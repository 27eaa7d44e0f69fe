/** What a conversation leans on comes from the controls of the bot's own messages, in whatever language they are shown. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageAfter } from '../../../src/answers/dialogue/dialogue.js'
import { understood } from '../../../src/answers/dialogue/truecasing.js'
import type { Turn } from '../../../src/answers/dialogue/turn.js'
import { textOf } from '../../../src/answers/model/question.js'
import { questionsIn } from '../../../src/answers/questions/plain-words.js'
import type { LiveArchive } from '../../../src/archive/contract/archive.js'
import { type Commands, loadCommands } from '../../../src/discord/bot/loader.js'
import type { Asker } from '../../../src/discord/bot/services.js'
import { turnsOf } from '../../../src/discord/gateway/history.js'
import { answerPage } from '../../../src/discord/lifecycle/answering.js'
import type { Reply } from '../../../src/discord/render/reply.js'
import { LANGUAGES, wordsFor } from '../../../src/i18n/words.js'
import { openShipped } from '../../answers/talk.js'
import { COMMANDS } from '../../e2e/desk.js'
import { memoryLog } from '../memory-log.js'

const SHARED = { server: null }
const { log } = memoryLog({ level: 'silent' })

let archive: LiveArchive
let commands: Commands
beforeAll(async () => {
  archive = await openShipped()
  commands = await loadCommands(COMMANDS)
})
afterAll(() => archive.close())

const idsOf = ({ components }: Reply): string[] =>
  components.flatMap((row) => row.components.flatMap((one) => ('custom_id' in one ? one.custom_id : [])))

/** What the last of some messages in one thread is understood as, each answer shown in the language. */
async function understoodIn(language: string, messages: readonly string[]): Promise<string> {
  const asker: Asker = {
    scope: SHARED,
    words: wordsFor(language),
    asker: '1',
    quiet: false,
    shareable: false,
  }
  const turns: Turn[] = []
  let last = ''
  for (const message of messages) {
    for (const words of questionsIn(message)) {
      const page = pageAfter(turns, words)
      const question = page ? turns.at(-1)!.question : await understood(turns, words, archive, SHARED)
      last = page ? `${textOf(question)} page ${page}` : textOf(question)
      const wanted = { questions: [question], ...(page && { page: page - 1 }) }
      const shown = await answerPage(wanted, { archive, commands, log, feedback: null }, asker)
      turns.push(...(await turnsOf(idsOf(shown), { archive, commands }, asker)))
    }
  }
  return last
}

describe.each(['en', ...LANGUAGES])('GIVEN answers shown in “%s”', (language) => {
  test.each([
    [['/when zelensky call', 'what happened before that?'], /^\/timeline to:2022-01-01$/],
    [['what happened on 12 January 2022?', 'the day after?'], /13 January 2022|from:2022-01-13/],
    [['what did Sherman call non-starters?', 'who said that?'], /^\/who-said /],
    [['when are the talks in Geneva?', 'and in Vienna?'], /^\/when .*Vienna/],
    [['when are the talks in Geneva?', 'only the Ledger'], /^\/search .*outlet:.*Ledger/],
    [['/search russia', 'more'], /^\/search russia page 2$/],
  ] as const)('THEN %j ends in a whole question', async (messages, expected) => {
    expect(await understoodIn(language, messages)).toMatch(expected)
  })
})

describe('GIVEN a message that is no answer', () => {
  test.each([
    ['has no controls', []],
    ['is of another version', ['page:1:nothing;']],
    ['tells of a reload', ['reload:anyway;']],
  ])('WHEN it %s THEN there is nothing to lean on', async (_, ids) => {
    expect(await turnsOf(ids, { archive, commands }, { scope: SHARED, words: wordsFor('en') })).toEqual([])
  })
})
