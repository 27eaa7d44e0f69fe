import { sameUtterance, type Wording, wordingOf } from './wording.js'

/** What is compared: the words, who said them (null: not clear), where and when they were printed. */
export interface Said {
  readonly text: string
  readonly person: string | null
  readonly article: string
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
 * translate it differently. Merely similar statements by others stay apart.
 * @returns for each quotation the number of its utterance
 */
export function groupUtterances(said: readonly Said[]): number[] {
  const parents = said.map((_, index) => index)
  for (const group of bySpeaker(said).values()) unite(group, said, parents)
  return parents.map((_, index) => rootOf(parents, index))
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

function unite(group: readonly number[], said: readonly Said[], parents: number[]): void {
  const wordings = new Map<number, Wording>()
  const holders = new Map<string, number[]>()
  for (const index of group) {
    const wording = wordingOf(said[index]!.text)
    wordings.set(index, wording)
    const near = new Set<number>()
    for (const stem of wording.stems) {
      const others = holders.get(stem) ?? []
      if (others.length < MOST_SHARING) for (const other of others) near.add(other)
      holders.set(stem, [...others.slice(-MOST_SHARING), index])
    }
    for (const other of near) {
      const a = rootOf(parents, index)
      const b = rootOf(parents, other)
      if (a === b || !sameTime(said[index]!, said[other]!)) continue
      if (sameUtterance(wording, wordings.get(other)!)) parents[Math.max(a, b)] = Math.min(a, b)
    }
  }
}

function sameTime(a: Said, b: Said): boolean {
  if (!a.published || !b.published) return true
  return Math.abs(Date.parse(a.published) - Date.parse(b.published)) <= MOST_DAYS_APART * 86_400_000
}

/** The first quotation of a group (union–find with path halving). */
function rootOf(parents: number[], index: number): number {
  let at = index
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!
    at = parents[at]!
  }
  return at
}
