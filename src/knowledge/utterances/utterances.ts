import { type CooperativeTask, runToEnd } from '../../lib/cooperative-tasks.js'
import { sameUtterance, Wording } from './quotation-similarity.js'

/** What is compared: the words, who said them (null: not clear), where and when they were printed. */
export interface Said {
  readonly text: string
  readonly person: string | null
  readonly article: string
  /** Where the words stand in the article. */
  readonly start: number
  readonly end: number
  /** Whether the words stand in quotation marks. */
  readonly direct: boolean
  /** Where the word stands in the article that attributes them; null where none does. */
  readonly cue: number | null
  /** Whether the person is known by name, so that the same name in another article is the same person. */
  readonly named: boolean
  readonly published: string | null
}

/** Outlets print an utterance within days of it; the same words a season later are another one. */
const MOST_DAYS_APART = 45
/** A stem that so many of a person's quotations hold tells nothing about which of them are one. */
const MOST_SHARING = 60

/**
 * Groups quotations into utterances: wordings of one thing that one person said, as outlets print and
 * translate it differently, and the parts of a sentence that one verb attributes to them. Merely similar statements by others stay apart. Each utterance is led by its
 * longest direct wording, and only likeness to that one counts, so that chains of small likenesses don't join
 * what is different.
 * @returns for each quotation the number of its utterance
 */
export function groupUtterances(said: readonly Said[]): number[] {
  return runToEnd(utterancesOf(said))
}

/** The same in steps. */
export function* utterancesOf(said: readonly Said[]): CooperativeTask<number[]> {
  const utterances = said.map((_, index) => index)
  for (const group of bySpeaker(said).values()) {
    if (group.length > 1) yield* lead(group, said, utterances)
    yield
  }
  return utterances
}

function bySpeaker(said: readonly Said[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, { person, article, named }] of said.entries()) {
    if (person === null) continue
    const key = named ? person : `${person}\n${article}`
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  }
  return groups
}

interface Leader {
  readonly index: number
  readonly wording: Wording
  readonly utterance: number
}

function* lead(group: readonly number[], said: readonly Said[], utterances: number[]): CooperativeTask<void> {
  const leaders = new Map<string, Leader[]>()
  const fullestFirst = [...group].sort(
    (a, b) =>
      Number(said[b]!.direct) - Number(said[a]!.direct) || said[b]!.text.length - said[a]!.text.length,
  )
  const marked = new Map<string, number[]>()
  for (const index of fullestFirst) {
    const { article, direct } = said[index]!
    if (!direct) continue
    const others = marked.get(article)
    if (others) others.push(index)
    else marked.set(article, [index])
  }
  const attributed = new Map<string, number>()
  for (const index of fullestFirst) {
    yield
    const { text, direct, article, cue } = said[index]!
    const one = cue === null ? null : `${cue}:${article}`
    const quoted = direct
      ? undefined
      : marked.get(article)?.find((other) => isWithin(said[other]!, said[index]!))
    const known =
      (one === null ? undefined : attributed.get(one)) ??
      (quoted === undefined ? undefined : utterances[quoted])
    if (known !== undefined && !direct) {
      utterances[index] = known
      continue
    }
    const wording = new Wording(text)
    const near = new Set(wording.stems.flatMap((stem) => leaders.get(stem) ?? []))
    const leader =
      known === undefined
        ? [...near].find(
            (other) =>
              sameTime(said[index]!, said[other.index]!) &&
              sameUtterance(wording, other.wording, { fragments: direct }),
          )
        : undefined
    const utterance = known ?? leader?.utterance ?? index
    utterances[index] = utterance
    if (one !== null && !attributed.has(one)) attributed.set(one, utterance)
    if (leader) continue
    for (const stem of wording.stems) {
      const others = leaders.get(stem)
      if (!others) leaders.set(stem, [{ index, wording, utterance }])
      else if (others.length < MOST_SHARING) others.push({ index, wording, utterance })
    }
  }
}

/** Whether marked words are part of a longer statement: 'he called it "a mistake"'. */
function isWithin(inner: Said, outer: Said): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function sameTime(a: Said, b: Said): boolean {
  if (!a.published || !b.published) return true
  return Math.abs(Date.parse(a.published) - Date.parse(b.published)) <= MOST_DAYS_APART * 86_400_000
}
