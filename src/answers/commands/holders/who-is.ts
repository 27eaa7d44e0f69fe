import type { NameMention } from '../../../annotate/annotations.js'
import type { Archive, Scope } from '../../../archive/contract/archive.js'
import { nameWords, sameName } from '../../../knowledge/index.js'
import { questions as english } from '../../../language/en/questions/questions.js'
import { groupBy } from '../../../lib/group-by.js'
import type { Answer, Finding } from '../../model/answer.js'
import { cite, stemsOf } from '../../model/citation.js'
import { cited, type Introduction, newestFirst, reportOf, sentenceOf, surname } from './introduction.js'

const PASSAGES_READ = 40
const MOST_FINDINGS = 3

/** Whom a question asks to have told who they are: "who is Bob Dudley?"; null for any other question. */
export function personAsked(question: string): string | null {
  return english.asksPerson.exec(question)?.groups?.name ?? null
}

/** A name that stands with its role. */
type Called = Introduction<NameMention & { readonly role: string }>

/**
 * What the articles call somebody: each role once, the one that most articles give first, the newer before the
 * older. Null where none gives a role.
 */
export async function whoIs(
  question: string,
  asked: string,
  archive: Archive,
  scope: Scope,
): Promise<Answer | null> {
  const { hits, consulted } = await archive.passages({ words: asked, limit: PASSAGES_READ }, scope)
  const given = hits.flatMap((hit) =>
    hit.names
      .filter(({ kind, name }) => kind === 'person' && isOf(name, asked))
      .flatMap((name): Called[] => {
        const role = withoutHonorific(name.role ?? '')
        // The sentence that is shown must say so itself.
        return role && sentenceOf(hit, name)?.text.includes(role) ? [{ hit, name: { ...name, role } }] : []
      }),
  )
  if (given.length === 0) return null
  const full = new Set(
    given.map(({ name }) => nameWords(name.name).join(' ')).filter((one) => one.includes(' ')),
  )
  // A surname that several bear: each with the own name, so that nobody is taken for another.
  const several = full.size > 1 && nameWords(asked).length === 1
  const roles = [
    ...groupBy(given, ({ name }) => `${several ? name.name : ''}\n${stemsOf(name.role).join(' ')}`).values(),
  ]
  const findings = roles
    .map((uses) => [...uses].sort(newestFirst))
    .sort((a, b) => articlesIn(b) - articlesIn(a) || newestFirst(a[0]!, b[0]!))
    .slice(0, MOST_FINDINGS)
    .map((uses): Finding => {
      const [{ name }] = uses as [Called]
      return {
        text: several ? `${name.role} ${name.name}` : name.role,
        citations: cited(uses).map((one) =>
          cite(one.hit.article, sentenceOf(one.hit, one.name)!, stemsOf(one.name.role), [one.name]),
        ),
      }
    })
  return {
    command: 'ask',
    query: question,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings,
    closest: [],
    note: null,
  }
}

/** "Director-General Dr." → "Director-General"; empty where nothing else is said. */
function withoutHonorific(role: string): string {
  const words = role.split(' ')
  while (words.length > 0 && english.saysNothing.has(words.at(-1)!.toLowerCase().replace(/\.$/, '')))
    words.pop()
  return words.join(' ')
}

/** Whether a name is the one asked for: the same surname, and no other given name. */
function isOf(name: string, asked: string): boolean {
  const [is, should] = [nameWords(name), nameWords(asked)]
  if (!sameName(surname(name), surname(asked))) return false
  return is.length < 2 || should.length < 2 || sameName(is[0]!, should[0]!)
}

const articlesIn = (uses: readonly Introduction[]) => new Set(uses.map(reportOf)).size
