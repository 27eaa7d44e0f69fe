import type { Archive, DateHit, Scope } from '../archive/archive.js'
import type { Answer, Finding, FindingDate } from './answer.js'
import { intervalText } from './calendar-text.js'
import { cite, stemsOf } from './citation.js'
import { groupBy } from './group.js'
import { silent } from './silence.js'

type Dated = DateHit & { readonly interval: FindingDate }

const HITS = 200
const MOST_FINDINGS = 12
/** What each further article that gives the same date adds to the best one's score. */
const PER_ARTICLE = 0.35
/** The share of the topic's weight that must stand by a date, for the date to be the topic's. */
const LEAST_COVERAGE = 0.5

/** The dates of a topic: one finding for each interval, with every article that gives it. */
export async function when(topic: string, archive: Archive, scope: Scope): Promise<Answer> {
  const { hits, consulted } = await archive.dates({ topic, limit: HITS }, scope)
  const stems = stemsOf(topic)
  const dated = hits.flatMap((hit): Dated[] =>
    hit.date.interval ? [{ ...hit, interval: hit.date.interval }] : [],
  )
  const near = dated.filter(({ coverage }) => coverage >= LEAST_COVERAGE)
  const groups = [...groupBy(near, ({ interval }) => `${interval.start}/${interval.end}`).values()]
  const findings = unite(
    groups.flatMap((group) => supported(group, stems)).sort((a, b) => scoreOf(b) - scoreOf(a)),
    stems,
  ).map(({ group, differs }) => finding(group, stems, differs))
  if (findings.length === 0) return silent('when', topic, archive, scope)
  return {
    command: 'when',
    query: topic,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: findings.slice(0, MOST_FINDINGS),
    closest: [],
    note: null,
  }
}

/**
 * The hits of a group that speak of the topic. A date in a passage beside it counts where another article
 * ties the same date to the topic in one sentence, and the two sentences share another word.
 */
function supported(group: readonly Dated[], stems: readonly string[]): Dated[][] {
  const own = group.filter(({ proximity }) => proximity !== 'neighbour')
  if (own.length === 0) return []
  const shared = new Set(own.flatMap((hit) => context(hit, stems)))
  const beside = group.filter(
    (hit) => hit.proximity === 'neighbour' && context(hit, stems).some((stem) => shared.has(stem)),
  )
  return [[...own, ...beside].sort((a, b) => b.score - a.score)]
}

/** The content words of a hit's sentence, but for the topic's and the date's own. */
function context({ sentence, date }: Dated, stems: readonly string[]): string[] {
  const without = new Set([...stems, ...stemsOf(date.text)])
  return stemsOf(sentence.text).filter((stem) => !without.has(stem))
}

function scoreOf(group: readonly Dated[]): number {
  const articles = new Set(group.map(({ article }) => article.id)).size
  return group[0]!.score + PER_ARTICLE * (articles - 1)
}

/** How many words beside the topic two sentences must share to speak of one event. */
const SAME_EVENT = 2

/** Unites groups that give overlapping days for what reads like one event, and says who says what. */
function unite(groups: readonly Dated[][], stems: readonly string[]) {
  const united: { group: Dated[]; differs: string | null }[] = []
  for (const group of groups) {
    const twin = united.find((other) => overlap(other.group, group) && alike(other.group, group, stems))
    if (!twin) {
      united.push({ group, differs: null })
      continue
    }
    twin.differs = [twin.differs ?? says(twin.group), says(group)].join('; ')
    twin.group = [...twin.group, ...group]
  }
  return united
}

function overlap([a]: readonly Dated[], [b]: readonly Dated[]): boolean {
  const x = a!.interval
  const y = b!.interval
  return x.grain === 'day' && y.grain === 'day' && x.start <= y.end && y.start <= x.end
}

function alike(a: readonly Dated[], b: readonly Dated[], stems: readonly string[]): boolean {
  const known = new Set(a.flatMap((hit) => context(hit, stems)))
  return new Set(context(b[0]!, stems).filter((stem) => known.has(stem))).size >= SAME_EVENT
}

function says(group: readonly Dated[]): string {
  const outlets = new Set(group.map(({ article }) => article.outlet ?? article.id))
  return `${[...outlets].join(', ')}: ${intervalText(group[0]!.interval)}`
}

function finding(group: readonly Dated[], stems: readonly string[], differs: string | null): Finding {
  const interval = group[0]!.interval
  const { start, end, grain, approximate } = interval
  const sentences = groupBy(group, ({ article, sentence }) => `${article.id}:${sentence.start}`)
  return {
    text: intervalText(interval),
    date: { start, end, grain, approximate },
    citations: [...sentences.values()].map((hits) =>
      cite(
        hits[0]!.article,
        hits[0]!.sentence,
        stems,
        hits.map(({ date }) => date),
      ),
    ),
    ...(differs ? { differs } : {}),
  }
}
