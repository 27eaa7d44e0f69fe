import type { Archive, QuotationHit, Scope } from '../archive/archive.js'
import { nameWords, sameName } from '../archive/names.js'
import type { Answer, Finding, FindingSpeaker } from './answer.js'
import { cite, stemsOf } from './citation.js'
import { silence } from './silence.js'
import { sameUtterance } from './variants.js'

const HITS = 60
const MOST_FINDINGS = 8
const MOST_CLOSEST = 3
/** How many of the best hits are asked after once more, for wordings that the remembered words don't match. */
const MOST_EXPANDED = 3

/** Who said it: one finding an utterance, under it each outlet's wording, the earliest and most direct first. */
export async function whoSaid(
  words: string,
  speaker: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const filter = speaker ? { speaker } : {}
  const { hits, consulted } = await archive.quotations({ words, ...filter, limit: HITS }, scope)
  const stems = stemsOf(words)
  const query = speaker ? `${words} (${speaker})` : words
  const said = hits.filter(({ match }) => match !== 'loose')
  if (said.length === 0) {
    const closest = hits.slice(0, MOST_CLOSEST).map((hit) => finding([hit], stems))
    const answer = silence('who-said', query, consulted, closest)
    const nobody = closest.length > 0 ? 'Nobody in the articles said this. The closest are:' : NOBODY
    return consulted.articles === 0 ? answer : { ...answer, note: nobody }
  }
  const clusters = clusterOf(said)
  for (const cluster of clusters.slice(0, MOST_EXPANDED)) {
    const variants = await archive.quotations({ words: cluster[0]!.said.text, limit: HITS }, scope)
    for (const hit of variants.hits) {
      const known = clusters.some((other) => other.some((one) => sameHit(one, hit)))
      if (!known && belongs(hit, cluster)) cluster.push(hit)
    }
  }
  return {
    command: 'who-said',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: clusters.slice(0, MOST_FINDINGS).map((cluster) => finding(cluster, stems)),
    closest: [],
    note: null,
  }
}

const NOBODY = 'Nobody in the articles said this.'

function clusterOf(hits: readonly QuotationHit[]): QuotationHit[][] {
  const clusters: QuotationHit[][] = []
  for (const hit of hits) {
    const cluster = clusters.find((other) => belongs(hit, other))
    if (cluster) cluster.push(hit)
    else clusters.push([hit])
  }
  return clusters
}

function belongs(hit: QuotationHit, cluster: readonly QuotationHit[]): boolean {
  return cluster.some(
    (other) =>
      compatible(hit, other) &&
      ((hit.match === 'exact' && other.match === 'exact') || sameUtterance(hit.said.text, other.said.text)),
  )
}

/** Speakers that may be one: both named, and the last words of their names are spellings of one. */
function compatible(a: QuotationHit, b: QuotationHit): boolean {
  const x = surname(a)
  const y = surname(b)
  return x !== null && y !== null && sameName(x, y)
}

function surname({ quotation: { speaker } }: QuotationHit): string | null {
  return speaker && speaker.confidence !== 'unclear' ? (nameWords(speaker.name).at(-1) ?? null) : null
}

const sameHit = (a: QuotationHit, b: QuotationHit) =>
  a.article.id === b.article.id && a.said.start === b.said.start

function finding(cluster: readonly QuotationHit[], stems: readonly string[]): Finding {
  const ordered = [...cluster].sort(
    (a, b) =>
      Number(b.quotation.direct) - Number(a.quotation.direct) ||
      compare(a.article.published ?? '9999', b.article.published ?? '9999') ||
      compare(a.article.id, b.article.id) ||
      a.said.start - b.said.start,
  )
  const speaker = bestSpeaker(ordered)
  return {
    text: speaker ? speaker.name : 'Source not clear',
    ...(speaker ? { speaker } : {}),
    citations: ordered.map(({ article, context, quotation }) => cite(article, context, stems, [quotation])),
  }
}

/** The fullest account of the speaker that any of the articles gives. */
function bestSpeaker(hits: readonly QuotationHit[]): FindingSpeaker | null {
  const named = hits
    .flatMap(({ quotation: { speaker } }) => (speaker && speaker.confidence !== 'unclear' ? [speaker] : []))
    .sort((a, b) => nameWords(b.name).length - nameWords(a.name).length)
  const best = named[0]
  if (!best) return null
  const explicit = named.some(({ confidence }) => confidence === 'explicit')
  return {
    name: best.name,
    role: best.role ?? named.find(({ role }) => role !== null)?.role ?? null,
    via: named.every(({ via }) => via !== null) ? best.via : null,
    confidence: explicit ? 'explicit' : best.confidence,
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
