import type { Archive, QuotationHit, Scope } from '../archive/archive.js'
import { isProper } from '../archive/people.js'
import type { Answer, Citation, Finding, FindingSpeaker } from './answer.js'
import { cite, stemsOf } from './citation.js'
import { groupBy } from './group.js'
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

/** Merely similar statements by others are others' statements. */
const compatible = (a: QuotationHit, b: QuotationHit) =>
  a.person !== null && a.person === b.person && (isProper(a.person) || a.article.id === b.article.id)

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
  const speaker = speakerOf(ordered)
  return {
    text: speaker ? speaker.name : 'Source not clear',
    ...(speaker ? { speaker } : {}),
    citations: citations(ordered, stems),
  }
}

/** One citation for each piece of text, however many of the words in it were said. */
function citations(hits: readonly QuotationHit[], stems: readonly string[]): Citation[] {
  const contexts = groupBy(hits, ({ article, context }) => `${article.id}:${context.start}`)
  return [...contexts.values()].map((same) =>
    cite(
      same[0]!.article,
      same[0]!.context,
      stems,
      same.map(({ quotation }) => quotation),
    ),
  )
}

/** The speaker under the name that stands for all spellings, with the role that the articles give. */
function speakerOf(hits: readonly QuotationHit[]): FindingSpeaker | null {
  const name = hits[0]!.person
  const speakers = hits.flatMap(({ quotation }) => quotation.speaker ?? [])
  if (!name) return null
  return {
    name,
    role: speakers.find(({ role }) => role !== null)?.role ?? null,
    via: speakers.every(({ via }) => via !== null) ? speakers[0]!.via : null,
    confidence: speakers.some(({ confidence }) => confidence === 'explicit') ? 'explicit' : 'resolved',
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
