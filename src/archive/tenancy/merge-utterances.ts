import { groupUtterances, isProper, type Said } from '../../knowledge/index.js'
import type { UtteranceHit } from '../contract/archive.js'
import { betterFit, directThenEarliest } from '../search/quotation-search.js'
import { joined } from './join.js'

/** The utterances that several layers have found, best first: one that two of them print is one. */
export function mergeUtterances(layers: readonly (readonly UtteranceHit[])[], limit: number): UtteranceHit[] {
  if (layers.filter((utterances) => utterances.length > 0).length < 2) return layers.flat()
  const found = layers
    .flatMap((utterances, layer) => utterances.map((utterance) => ({ utterance, layer })))
    .sort((a, b) => betterFit(a.utterance, b.utterance) || newerFirst(a.utterance, b.utterance))
  const said = found.flatMap(({ utterance }, item) => saidIn(utterance).map((wording) => ({ wording, item })))
  const groups = new Map<number, number[]>()
  for (const [at, utterance] of groupUtterances(said.map(({ wording }) => wording)).entries()) {
    const { item } = said[at]!
    groups.set(utterance, [...(groups.get(utterance) ?? []), item])
  }
  return joined(
    found.map(({ layer }) => layer),
    groups.values(),
  )
    .slice(0, limit)
    .map((items) => together(items.map((item) => found[item]!.utterance)))
}

function saidIn({ person, wordings }: UtteranceHit): Said[] {
  return wordings.map(({ article, quotation: { start, end, direct, cue }, said }) => ({
    text: said.text,
    person,
    article: article.id,
    start,
    end,
    direct,
    cue: cue?.start ?? null,
    named: person !== null && isProper(person),
    published: article.published,
  }))
}

/** The best of them, with the wordings of all. */
function together(found: readonly UtteranceHit[]): UtteranceHit {
  return { ...found[0]!, wordings: found.flatMap(({ wordings }) => wordings).sort(directThenEarliest) }
}

function newerFirst(a: UtteranceHit, b: UtteranceHit): number {
  const [x, y] = [newest(a), newest(b)]
  return x > y ? -1 : x < y ? 1 : 0
}

const newest = ({ wordings }: UtteranceHit) =>
  wordings.reduce(
    (latest, { article: { published } }) => (published && published > latest ? published : latest),
    '',
  )
