import type { Part } from '../question/question.js'
import { agreementFeatures, type Telling } from './agreement.js'
import { CONTEXT } from './span-context.js'

/** What is looked at of a sentence that is ranked. */
export interface RankedSentence extends Telling {
  readonly features: Readonly<Record<string, number>>
  readonly text: string
}

interface AskedOf {
  readonly text: string
  readonly parts: readonly Pick<Part, 'share' | 'name' | 'unknown'>[]
  readonly careful: boolean
}

/** Below this nearness in the tree a span belongs to another predicate. */
const UNTIED = 0.3
/** Years and amounts that a question names: an answer to it has to say them as well. */
const FIGURES = /\b\d{2,4}\b/g
/** How many of the best are compared with the first. */
const COMPARED = 10

/** What tells whether the best sentence answers, or only comes nearest. @param ranked best first */
export function answerFeatures(
  ranked: readonly RankedSentence[],
  { parts, careful, text }: AskedOf,
  kind: string,
): Record<string, number> {
  const [first, second] = ranked
  if (!first) return {}
  const { features } = first
  const some = ranked.slice(0, COMPARED)
  const odds = some.map(({ score }) => Math.exp(score - first.score))
  const mean = some.reduce((sum, { score }) => sum + score, 0) / some.length
  const f = (name: string) => features[name] ?? 0
  const fit = f(`fit.${kind}`)
  const tied = Math.max(f(`link.${kind}`), f(`fills.${kind}`))
  const most = (name: string) => Math.max(...some.map((one) => one.features[name] ?? 0))
  const both: Record<string, number> = {
    bare: Number(f('fitting') === 0 && fit < 0.5),
    softer: f('softer'),
    kinVerb: f('kinVerb'),
    past: f('past'),
    scoped: fit * f(`scope.${kind}`),
    tied: fit * f(`tie.${kind}`),
  }
  for (const name of CONTEXT) both[name] = f(`${name}.${kind}`)
  for (const name of Object.keys(both)) both[`${name}.${kind}`] = both[name]!
  let unknown = 0
  let unknownName = 0
  let names = 0
  for (const { share, unknown: isUnknown, name } of parts) {
    if (name) names += share
    if (isUnknown) unknown += share
    if (isUnknown && name) unknownName += share
  }
  return {
    ...both,
    ...agreementFeatures(ranked),
    names,
    figureMiss: (text.match(FIGURES) ?? []).filter((one) => !first.text.includes(one)).length,
    careful: Number(careful),
    [`untied.${kind}`]: Number(fit > 0.5 && tied < UNTIED),
    gapSoft: most('soft') - f('soft'),
    gapScope: most(`scope.${kind}`) - f(`scope.${kind}`),
    score: first.score / 10,
    sure: 1 / odds.reduce((a, b) => a + b, 0),
    margin: Math.min(2, first.score - (second?.score ?? first.score - 2)) / 2,
    above: Math.min(6, first.score - mean) / 6,
    soft: f('soft'),
    exact: f('exact'),
    synonym: f('synonym'),
    full: f('full'),
    held: f('held'),
    before: f('before'),
    head: f('head'),
    lost: f('lost'),
    worst: f('worst'),
    articleMiss: f('articleMiss'),
    articleWorst: f('articleWorst'),
    nameOwn: f('nameOwn'),
    nameNear: f('nameNear'),
    nameWide: f('nameWide'),
    nameLost: f('nameLost'),
    verb: f('verb'),
    focus: f('focus'),
    bm25: f('bm25'),
    together: f('together'),
    order: f('order'),
    verbatim: f('verbatim'),
    rank: f('rank'),
    furniture: f('furniture'),
    denied: f('denied'),
    [`fit.${kind}`]: f(`fit.${kind}`),
    [`near.${kind}`]: f(`near.${kind}`),
    [`link.${kind}`]: f(`link.${kind}`),
    [`fills.${kind}`]: f(`fills.${kind}`),
    [`good.${kind}`]: f(`good.${kind}`),
    [`edge.${kind}`]: f('edge'),
    [`predicate.${kind}`]: f('predicate'),
    [`lost.${kind}`]: f('lost'),
    fitting: f('fitting'),
    edge: f('edge'),
    predicate: f('predicate'),
    verbal: f('verbal'),
    agree: f('agree'),
    clash: f('clash'),
    negated: f('negated'),
    unsure: f('unsure'),
    otherDoer: f('otherDoer'),
    otherUndergoer: f('otherUndergoer'),
    hypothetical: f('hypothetical'),
    agentless: f('agentless'),
    passing: f('passing'),
    nameless: f('nameless'),
    caption: f('caption'),
    teaser: f('teaser'),
    least: f('least'),
    leastOwn: f('leastOwn'),
    leastName: f('leastName'),
    leastWord: f('leastWord'),
    predicateMiss: f('predicateMiss'),
    predicateOwnMiss: f('predicateOwnMiss'),
    unfilled: f('unfilled'),
    [`predicateMiss.${kind}`]: f('predicateMiss'),
    [`unfilled.${kind}`]: f('unfilled'),
    [`least.${kind}`]: f('least'),
    whole: f('least') * fit,
    [`whole.${kind}`]: f('least') * fit,
    told: f('verbal') * fit * tied,
    support: f('support'),
    speaker: f('speaker'),
    cause: f('cause'),
    cause2: f('cause2'),
    [`is.${kind}`]: 1,
    parts: Math.log(1 + parts.length) / 2,
    one: Number(parts.length <= 1),
    unknown,
    unknownName,
    largest: Math.max(0, ...parts.map(({ share }) => share)),
  }
}
