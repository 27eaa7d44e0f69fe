import { pageAfter } from '../../src/answers/dialogue/dialogue.js'
import { understood } from '../../src/answers/dialogue/truecasing.js'
import { type Turn, turnOf } from '../../src/answers/dialogue/turn.js'
import { answer } from '../../src/answers/index.js'
import { textOf } from '../../src/answers/model/question.js'
import { questionsIn } from '../../src/answers/questions/plain-words.js'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { openArchive } from '../../src/archive/worker/live.js'
import { unescaped } from '../../src/discord/render/markup.js'
import { renderAnswer } from '../../src/discord/render/renderer.js'
import { makeLog } from '../../src/lib/log.js'

/** A message, and what its last answer says, the question as it was understood included. */
export type Said = readonly [message: string, expected: RegExp]

/** The articles that come with the program. */
export const openShipped = (): Promise<LiveArchive> =>
  openArchive({ folder: 'data/articles', log: makeLog({ level: 'silent', format: 'json' }) })

const SHARED = { server: null }

/** What goes otherwise in a dialogue in a thread, where each answer is shown and read back from there. */
export async function wrongIn(dialogue: readonly Said[], archive: LiveArchive): Promise<string[]> {
  const turns: Turn[] = []
  const wrong: string[] = []
  for (const [message, expected] of dialogue) {
    let shown = ''
    for (const words of questionsIn(message)) {
      const page = pageAfter(turns, words)
      const question = page ? turns.at(-1)!.question : await understood(turns, words, archive, SHARED)
      const answered = await answer(question, archive, SHARED)
      const { embed, pages, findings, ...at } = renderAnswer(answered, {
        title: textOf(question),
        ...(page && { page: page - 1 }),
      })
      const onPage = answered.findings.slice(...findings)
      turns.push(
        turnOf(question, answered, onPage, pages > 1 ? { number: at.page + 1, of: pages } : undefined),
      )
      // With its sources open: what is looked for may stand in a further finding's sentence.
      const open = renderAnswer(answered, { full: true, holding: findings[0] }).embed
      shown = unescaped(`${embed.title}\n${open.description!.replaceAll('**', '')}`)
    }
    if (!expected.test(shown)) wrong.push(`${message} → ${shown.slice(0, 300)}`)
  }
  return wrong
}

/** The dialogues that go otherwise, each with what does. */
export async function gone(
  dialogues: readonly (readonly Said[])[],
  archive: LiveArchive,
): Promise<readonly string[]> {
  const failed: string[] = []
  for (const dialogue of dialogues) {
    const wrong = await wrongIn(dialogue, archive)
    if (wrong.length > 0) failed.push(wrong.join('; '))
  }
  return failed
}
