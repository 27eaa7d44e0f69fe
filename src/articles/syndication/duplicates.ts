import { type CooperativeTask, mapped } from '../../lib/cooperative-tasks.js'
import { bareWords } from '../clean/line-facts.js'
import type { Article, CalendarDate } from '../model/article.js'
import { hash, type Shingles, sharedCount, shinglesOf } from './shingles.js'

/** What one reporter wrote, in all the printings of it. */
export interface Report {
  /** The articles' ids, the earliest first. */
  readonly articles: readonly string[]
}

/**
 * Of the shorter text's runs of five words, the share that must stand in the longer one. Outlets share words
 * when they print the same agency: of 920 articles that seven outlets wrote themselves about one election, no
 * two outlets share more than .17, while reprints cut or led differently share .5 and more. An outlet also
 * shares its background paragraphs from story to story, up to .65; its reworked versions share .7 and more.
 */
const SHARED_BETWEEN = 0.5
const SHARED_WITHIN = 0.7
/** A speech quoted at length is shared too; a reprint shares this many runs, or is all but the same. */
const LEAST_RUNS = 40
const ALL_BUT_SAME = 0.9
/** What versions of one title share; columns that keep their title share less. */
const SHARED_BY_VERSIONS = 0.3
/** Days between two printings of a report. Yearly and weekly columns repeat themselves too. */
const LONGEST_LIFE = 5

/** In how many articles a run is looked up at most, the latest, and how many are compared. */
const MOST_HOLDERS = 16
const MOST_COMPARED = 8

/** Reports, and what each article is found by, in the order in which the articles were given. */
export interface SignedReports {
  /** Each article is in one of them. In the order of their earliest articles. */
  readonly reports: readonly Report[]
  /** The articles that a later version replaces, by id, with the id of the newest. */
  readonly superseded: ReadonlyMap<string, string>
  readonly signs: readonly Signs[]
}

/** Numbers of 32 bits. Articles that share none have nothing to do with each other; those that share a few may. */
export interface Signs {
  /** Of what versions of an article share: its address, its title. */
  readonly version: Uint32Array
  /** Of runs of words. */
  readonly text: Uint32Array
}

/**
 * Finds which articles are printings of one report, and which replace earlier versions of themselves. The time
 * it takes grows with the length of all texts together: an article is compared with a few others at most.
 */
export function* reportsOf(articles: readonly Article[]): CooperativeTask<SignedReports> {
  const read = yield* mapped(articles, readText)
  const texts = read.toSorted(byTime)
  const groups = new Groups(texts.length)
  const index = new RunIndex()
  for (const [i, text] of texts.entries()) {
    for (const other of index.candidates(text.sample)) {
      if (isSameReport(text, texts[other]!) && isWithinLife(text, texts[groups.first(other)]!))
        groups.join(other, i)
    }
    index.add(i, text.sample)
    yield
  }
  const newest = newestVersions(texts)
  for (const [i, other] of newest) groups.join(i, other)
  return {
    reports: groups.all().map((members) => ({ articles: members.map((i) => texts[i]!.article.id) })),
    signs: read.map((text) => ({ version: versionSigns(text), text: text.sample })),
    superseded: new Map([...newest].map(([i, other]) => [texts[i]!.article.id, texts[other]!.article.id])),
  }
}

const versionSigns = (text: Text) => Uint32Array.from(versionKeys(text), hash)

interface Text extends Shingles {
  readonly article: Article
  /** In small letters, without marks; empty where unknown. */
  readonly outlet: string
  readonly title: string
}

function readText(article: Article): Text {
  const { paragraphs, text, outlet, title } = article
  return {
    article,
    ...shinglesOf(paragraphs.map(({ start, end }) => text.slice(start, end)).join(' ')),
    outlet: bareWords(outlet ?? ''),
    title: bareWords(title),
  }
}

/** Undated ones come first; those of one day in the order of their versions, then of their ids. */
function byTime({ article: a }: Text, { article: b }: Text): number {
  const key = ({ published, modified, id }: Article) => [published ?? '', modified ?? '', id]
  const [one, other] = [key(a), key(b)]
  const i = one.findIndex((part, at) => part !== other[at])
  return i < 0 ? 0 : one[i]! < other[i]! ? -1 : 1
}

function isSameReport(a: Text, b: Text): boolean {
  const least = a.outlet !== '' && a.outlet === b.outlet ? SHARED_WITHIN : SHARED_BETWEEN
  const { count, share } = shared(a, b)
  return share >= ALL_BUT_SAME || (share >= least && count >= LEAST_RUNS)
}

function shared(a: Text, b: Text): { readonly count: number; readonly share: number } {
  const count = sharedCount(a.runs, b.runs)
  return { count, share: count / Math.max(1, Math.min(a.runs.length, b.runs.length)) }
}

function isWithinLife({ article: a }: Text, { article: b }: Text): boolean {
  return (
    a.published === null ||
    b.published === null ||
    Math.abs(dayNumber(a.published) - dayNumber(b.published)) <= LONGEST_LIFE
  )
}

const dayNumber = (day: CalendarDate) => Date.parse(day) / 86_400_000

/** For each article that has a later version, the latest. Both by their places in the list, which is in order of time. */
function newestVersions(texts: readonly Text[]): Map<number, number> {
  const latest = new Map<string, number>()
  const newest = new Map<number, number>()
  for (let i = texts.length - 1; i >= 0; i--) {
    const text = texts[i]!
    const later = versionKeys(text).map((key) => latest.get(key))
    const version = later.find((j) => j !== undefined && isLaterVersion(texts[j]!, text))
    if (version !== undefined) newest.set(i, newest.get(version) ?? version)
    for (const key of versionKeys(text)) if (!latest.has(key)) latest.set(key, i)
  }
  return newest
}

function versionKeys({ article, outlet, title }: Text): string[] {
  const url = article.url === null ? [] : [`url ${article.url.split('#', 1)[0]}`]
  return outlet === '' || title === '' ? url : [...url, `title ${outlet} ${title}`]
}

/** Whether one is a version of the other, and the times that they carry tell which is later. */
function isLaterVersion(later: Text, earlier: Text): boolean {
  const { published: a, modified: at = '', url } = later.article
  const { published: b, modified: bt = '' } = earlier.article
  if (a === null || b === null) return false
  const isLater = a > b || (a === b && at !== '' && bt !== '' && at > bt)
  const sameAddress = url !== null && versionKeys(later)[0] === versionKeys(earlier)[0]
  return isLater && (sameAddress || shared(later, earlier).share >= SHARED_BY_VERSIONS)
}

/** Which articles hold a run of words. */
class RunIndex {
  readonly #holders = new Map<number, number[]>()

  add(article: number, runs: Uint32Array): void {
    for (const run of runs) {
      const holders = this.#holders.get(run)
      if (!holders) this.#holders.set(run, [article])
      else {
        if (holders.length === MOST_HOLDERS) holders.shift()
        holders.push(article)
      }
    }
  }

  /** The articles that share most of the runs, most first. */
  candidates(runs: Uint32Array): number[] {
    const counts = new Map<number, number>()
    for (const run of runs) {
      for (const holder of this.#holders.get(run) ?? []) counts.set(holder, (counts.get(holder) ?? 0) + 1)
    }
    return [...counts]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MOST_COMPARED)
      .map(([holder]) => holder)
  }
}

/** Sets of numbers from 0 on that are joined step by step (union–find). The first of a set is its least. */
class Groups {
  readonly #parents: number[]

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i)
  }

  first(i: number): number {
    let root = i
    while (this.#parents[root] !== root) root = this.#parents[root]!
    for (let at = i; at !== root; ) {
      const next = this.#parents[at]!
      this.#parents[at] = root
      at = next
    }
    return root
  }

  join(a: number, b: number): void {
    const [x, y] = [this.first(a), this.first(b)]
    this.#parents[Math.max(x, y)] = Math.min(x, y)
  }

  all(): number[][] {
    const sets = new Map<number, number[]>()
    for (const i of this.#parents.keys()) {
      const first = this.first(i)
      const set = sets.get(first)
      if (set) set.push(i)
      else sets.set(first, [i])
    }
    return [...sets.values()]
  }
}
