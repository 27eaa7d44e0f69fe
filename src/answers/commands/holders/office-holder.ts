import type { NameMention } from '../../../annotate/annotations.js'
import type { Archive, OfficeHolder, PassageHit, Scope } from '../../../archive/contract/archive.js'
import { noteOf } from '../../../i18n/message.js'
import { holding, nameWords, type Office, readOffice, sameName } from '../../../knowledge/index.js'
import { leaders } from '../../../language/en/names/leaders.js'
import { questions as english } from '../../../language/en/questions/questions.js'
import { groupBy } from '../../../lib/group-by.js'
import type { Answer, Finding } from '../../model/answer.js'
import { cite, stemsOf } from '../../model/citation.js'
import { wordsOf } from '../../passage-qa/question/lexicon.js'
import { isOfBranch } from '../../passage-qa/question/role-question.js'
import { withApostrophes } from '../../passage-qa/question/spelling.js'
import type { Evidence } from '../../passage-qa/sentences/rank.js'
import {
  cited,
  type Introduction,
  isCalledFormerly,
  newestFirst,
  sentenceOf,
  surname,
} from './introduction.js'
import { untoldCountry } from './office.js'

const PASSAGES_READ = 25
const PASSAGES_OF_HOLDER = 8
const MOST_HOLDERS = 3
const MOST_FINDINGS = 5
const NOWHERE: ReadonlySet<string> = new Set()

/** An office as a question puts it, and as it is read. */
export interface OfficeAsked extends Office {
  readonly text: string
}

/** The office whose holder a question asks for: "Who is the Norwegian prime minister?"; null for any other. */
export function officeAsked(question: string): OfficeAsked | null {
  const text = english.asksOffice.exec(withApostrophes(question))?.groups?.office
  const office = text ? readOffice(text) : null
  return office && { ...office, text: text! }
}

/**
 * Who holds an office, the newest holder first, where articles call them so. Where they do only without the country,
 * silence, with those as what comes closest; null where none tells anything.
 */
export async function whoHolds(
  question: string,
  office: OfficeAsked,
  archive: Archive,
  scope: Scope,
): Promise<Answer | null> {
  const { hits, consulted } = await archive.passages({ words: office.text, limit: PASSAGES_READ }, scope)
  const told = introductions(hits, (name) => roleHolds(office, name) === 'told')
  const spoken = await archive.quotations({ words: '', speaker: office.text, limit: 1 }, scope)
  // Those whose country other articles tell: here they may be "President Berg" alone.
  const findings = findingsOf([...told, ...(await introduced(spoken.holders))], office)
  const closest = findings.length > 0 ? [] : findingsOf(await introduced(spoken.possible), office)
  if (findings.length + closest.length === 0) return null
  return {
    command: 'ask',
    query: question,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings,
    closest,
    note: findings.length > 0 ? null : noteOf(untoldCountry(office.text, spoken)),
  }

  async function introduced(holders: readonly OfficeHolder[]): Promise<Introduction[]> {
    const each = holders.slice(0, MOST_HOLDERS).map(async ({ name, role }) => {
      const own = await archive.passages({ words: `${name} ${role}`, limit: PASSAGES_OF_HOLDER }, scope)
      return introductions(own.hits, (one) => isOf(one, name) && roleHolds(office, one) !== null)
    })
    return (await Promise.all(each)).flat()
  }
}

/** One finding for each person, the newest first. */
function findingsOf(given: readonly Introduction[], office: OfficeAsked): Finding[] {
  const surnames = [...new Set(given.map(({ name }) => surname(name.name)))]
  // Spellings of one name are one person.
  const people = [
    ...groupBy(given, ({ name }) => surnames.find((other) => sameName(other, surname(name.name)))!).values(),
  ]
  return people
    .map((one) => [...one].sort(newestFirst))
    .sort(([a], [b]) => newestFirst(a!, b!))
    .slice(0, MOST_FINDINGS)
    .map((one) => ({
      text: fullest(one),
      citations: cited(one).map((first) => citation(first, office)),
    }))
}

function citation({ hit, name }: Introduction, office: OfficeAsked) {
  return cite(hit.article, sentenceOf(hit, name)!, stemsOf(office.text), [name])
}

/** The share of the question's weight that a sentence may lack which names the holder without saying so. */
const MOST_LACKING = 0.2
/** The share of an office's words that another wording of it has: "foreign policy adviser", "foreign affairs adviser". */
const LEAST_SHARED = 0.5

/** Whether a sentence may name the holder in other words. */
export function mayHold(office: Office, { hit: { names }, span, features }: Evidence): boolean {
  const named = span && names.find(({ start, end }) => start < span.end && span.start < end)
  if (named?.kind !== 'person') return false
  return named.role === null ? (features.synonym ?? 0) >= 1 - MOST_LACKING : isLike(office, named.role)
}

/** Whether a role is the office in other words. Without its country it may be that of another one. */
function isLike(office: Office, role: string): boolean {
  const read = readOffice(role)
  if (!read || isElsewhere(office, role)) return false
  const shared = new Set([...office.words].filter((word) => read.words.has(word)))
  if (shared.size < LEAST_SHARED * office.words.size) return false
  if ([...office.words].some((word) => leaders.chambers.has(word) && !shared.has(word))) return false
  return holding({ ...office, words: shared }, read, NOWHERE) === 'told'
}

function introductions(hits: readonly PassageHit[], accept: (name: NameMention) => boolean): Introduction[] {
  const former = new Set<string>()
  const personIn = ({ article }: PassageHit, { name }: NameMention) => `${article.id} ${surname(name)}`
  const found = hits.flatMap((hit) =>
    hit.names.flatMap((name) => {
      const sentence = name.kind === 'person' && accept(name) ? sentenceOf(hit, name) : undefined
      if (!sentence) return []
      if (isCalledFormerly(name, sentence)) former.add(personIn(hit, name))
      return [{ hit, name }]
    }),
  )
  return found.filter(({ hit, name }) => !former.has(personIn(hit, name)))
}

function roleHolds(office: Office, { role }: NameMention) {
  const read = role ? readOffice(role) : null
  return read && !isElsewhere(office, role!) ? holding(office, read, NOWHERE) : null
}

const isElsewhere = (office: Office, role: string) =>
  isOfBranch(role, wordsOf(role), (word) => office.words.has(word))

const isOf = (mention: NameMention, name: string) => sameName(surname(mention.name), surname(name))

/** The full name that they are called by most, or else the longest. */
function fullest(given: readonly Introduction[]): string {
  const times = new Map<string, number>()
  for (const { name } of given) times.set(name.name, (times.get(name.name) ?? 0) + 1)
  const isFull = (name: string) => Number(nameWords(name).length > 1)
  const [best] = [...times].sort(
    ([a, x], [b, y]) => isFull(b) - isFull(a) || y - x || b.length - a.length || (a < b ? -1 : 1),
  )
  return best![0]
}
