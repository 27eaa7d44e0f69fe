import { isYearless } from '../../annotate/partial-dates.js'
import type {
  Archive,
  ArticleRef,
  EventHit,
  EventReport,
  Excerpt,
  PassageResult,
  Scope,
} from '../../archive/contract/archive.js'
import { lineOf, message } from '../../i18n/message.js'
import { isFragment } from '../../knowledge/index.js'
import { groupBy } from '../../lib/group-by.js'
import { withBasis } from '../commands/basis.js'
import { isSameWithin } from '../commands/event-equality.js'
import type { Answer, Finding, FindingDate } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { silence, silent } from '../model/no-answer.js'
import { differing, outletOf, outletsOf } from './disagreement.js'
import { type Figure, figuresIn } from './figures.js'
import { grownSince, seriesOf } from './series.js'
import { type ComparedTopic, ofAnyKind, readTopic } from './topic.js'

const READ = { passages: 120, figures: 250, events: 60, utterances: 40 }
const MOST = { figures: 5, dates: 6, wordings: 5 }
const LEAST_COVERAGE = 0.5
/** A sentence that stands for an outlet holds more of the topic than a word that may stand for it. */
const LEAST_ALONE = 0.75
/** Of one thing two outlets may count twice as much as each other, but hardly more. */
const SAME_MAGNITUDE = 2

/**
 * What each outlet says of a topic, side by side: the figures, dates and wordings that two or more of them give,
 * each with every outlet's own sentence and whether they agree; then a sentence of each outlet not yet heard.
 */
export async function compare(topic: string, archive: Archive, scope: Scope): Promise<Answer> {
  return (await measured(topic, archive, scope)) ?? sideBySide(topic, archive, scope)
}

/** The figures of a topic that asks for one ("death toll"), or that names what is counted; null where there are none. */
async function measured(topic: string, archive: Archive, scope: Scope): Promise<Answer | null> {
  const asked = readTopic(topic)
  const told = asked.measure && (await given(asked, topic, archive, scope))
  if (told || asked.measure === null) return told ?? given(ofAnyKind(topic), topic, archive, scope)
  return asked.isAsked
    ? silent('compare', topic, archive, scope)
    : given(ofAnyKind(topic), topic, archive, scope)
}

/** What a topic measures has become more since a day; null where no article says so. */
export async function grown(
  topic: string,
  since: string,
  archive: Archive,
  scope: Scope,
): Promise<Finding | null> {
  const asked = readTopic(topic)
  const terms = termsOf(asked)
  if (!asked.measure || terms.length === 0) return null
  const { hits, weights } = await archive.passages({ words: topic, terms, limit: READ.figures }, scope)
  return grownSince(asked, hits, weights, since, topic)
}

async function given(
  asked: ComparedTopic,
  topic: string,
  archive: Archive,
  scope: Scope,
): Promise<Answer | null> {
  const terms = termsOf(asked)
  if (terms.length === 0) return null
  const result = await archive.passages({ words: topic, terms, limit: READ.figures }, scope)
  const findings = seriesOf(asked, result.hits, result.weights, topic)
  const [first] = findings
  if (!first || (!asked.isAsked && first.citations.length < 2)) return null
  return { ...silence('compare', topic, result.consulted, []), findings, note: null }
}

function termsOf({ scope, told }: ComparedTopic) {
  const [term, ...others] = told
  const known = term ? [{ term, synonyms: Object.fromEntries(others.map((other) => [other, TOLD])) }] : []
  return [...scope, ...known]
}

/** What a word counts that tells of the same as another. */
const TOLD = 0.9

async function sideBySide(topic: string, archive: Archive, scope: Scope): Promise<Answer> {
  const [passages, events, utterances] = await Promise.all([
    archive.passages({ words: topic, limit: READ.passages }, scope),
    archive.events({ topic, partial: true, limit: READ.events }, scope),
    archive.quotations({ words: topic, limit: READ.utterances }, scope),
  ])
  const stems = stemsOf(topic)
  const sentences = sentencesOf(passages, stems)
  const compared = [
    ...figures(sentences, stems).slice(0, MOST.figures),
    ...dates(events, stems).slice(0, MOST.dates),
    ...wordings(utterances, stems).slice(0, MOST.wordings),
  ]
  const heard = new Set(compared.flatMap(({ citations }) => citations.map(outletOf)))
  const findings = [...compared, ...others(sentences, heard, stems)]
  if (findings.length === 0) return silent('compare', topic, archive, scope)
  const outlets = new Set(findings.flatMap(({ citations }) => citations.map(outletOf)))
  const { consulted } = passages
  return {
    ...silence('compare', topic, consulted, []),
    findings,
    note: outlets.size === 1 ? lineOf(message('noteOnlyOne', { outlet: [...outlets][0]! })) : null,
  }
}

/** A sentence of a passage that is about the topic. */
interface Told {
  readonly article: ArticleRef
  readonly sentence: Excerpt
  readonly dates: PassageResult['hits'][number]['dates']
  /** The share of the topic's weight that the sentence itself holds. */
  readonly share: number
}

function sentencesOf({ hits, weights, related }: PassageResult, stems: readonly string[]): Told[] {
  // "Soldiers" are "troops", if not quite as near to what was asked.
  const weight = (held: readonly string[]) =>
    stems.reduce((sum, stem) => {
      const shares = held.map((one) =>
        one === stem ? 1 : related[one]?.stem === stem ? related[one].share : 0,
      )
      return sum + Math.max(0, ...shares) * (weights[stem] ?? 0)
    }, 0)
  const total = stems.reduce((sum, stem) => sum + (weights[stem] ?? 0), 0)
  if (total === 0) return []
  return hits
    .filter(({ matched }) => weight(Object.keys(matched)) / total >= LEAST_COVERAGE)
    .flatMap(({ article, sentences, dates }) =>
      sentences.map((sentence) => ({
        article,
        sentence,
        dates,
        share: weight(stemsOf(sentence.text)) / total,
      })),
    )
}

type Counted = Told & { readonly figure: Figure; readonly noun: string }

/** Numbers of the same things, by two outlets or more. */
function figures(sentences: readonly Told[], stems: readonly string[]): Finding[] {
  const counted = sentences
    .filter(({ share }) => share >= LEAST_ALONE)
    .flatMap((told) => countedIn(told, stems))
    // "Half" and "two" are too common to be of one thing.
    .filter(({ figure }) => /\d/.test(figure.text))
  return [...groupBy(counted, ({ noun, figure }) => `${figure.unit} ${stemsOf(noun).join(' ')}`).values()]
    .flatMap(byMagnitude)
    .map(onePerOutlet)
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length)
    .map((group) => figureFinding(group, stems))
}

function countedIn(told: Told, stems: readonly string[]): Counted[] {
  const { sentence, dates } = told
  const spans = dates.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
  return figuresIn(sentence.text, spans).flatMap((figure) => {
    // A figure without a noun of its own is of the topic: "puts the troops at more than 100,000".
    const ownless = figure.hedge !== null || figure.unit !== ''
    const topic = ownless ? sentence.text.match(WORDS)?.find((word) => isTopic(word, stems)) : null
    const noun = figure.noun ?? topic
    return noun ? [{ ...told, figure, noun: noun.toLowerCase() }] : []
  })
}

const WORDS = /\p{L}[\p{L}\p{M}’'-]*/gu
const isTopic = (word: string, stems: readonly string[]) => stemsOf(word).some((stem) => stems.includes(stem))

function byMagnitude(group: readonly Counted[]): Counted[][] {
  const sorted = [...group].sort((a, b) => a.figure.value - b.figure.value)
  const parts: Counted[][] = []
  for (const one of sorted) {
    const last = parts.at(-1)
    if (last && one.figure.value <= last[0]!.figure.value * SAME_MAGNITUDE) last.push(one)
    else parts.push([one])
  }
  return parts
}

/** Each outlet's figure; of several the one nearest to the topic. */
function onePerOutlet(group: readonly Counted[]): Counted[] {
  const outlets = groupBy(group, ({ article }) => outletOf(article))
  return [...outlets.values()].map((own) => [...own].sort((a, b) => b.share - a.share)[0]!)
}

function figureFinding(group: readonly Counted[], stems: readonly string[]): Finding {
  const { noun, figure } = group[0]!
  const agree = group.every(
    ({ figure: other }) => other.value === figure.value && other.hedge === figure.hedge,
  )
  const phrases = [...new Set(group.map(({ figure: { text } }) => text.replace(/\s+/g, ' ')))]
  return {
    heading: message('noteFigures'),
    text: `${noun}: ${agree ? phrases[0] : phrases.join(' / ')}`,
    ...(agree ? { agreeing: group.length } : {}),
    citations: group.map(({ article, sentence, figure: { start, end } }) =>
      cite(article, sentence, stems, [{ start: sentence.start + start, end: sentence.start + end }]),
    ),
    ...(agree
      ? {}
      : {
          differs: group.map(({ article, figure: { text } }) => ({ source: outletOf(article), says: text })),
        }),
  }
}

/** Dates of the topic's events, by two outlets or more. */
function dates({ hits }: Awaited<ReturnType<Archive['events']>>, stems: readonly string[]): Finding[] {
  const told = hits.filter(
    ({ near, reporting, interval, partial }) =>
      near >= LEAST_ALONE && !reporting && (interval !== null || isYearless(partial)),
  )
  const kept: { readonly hit: EventHit; readonly reports: readonly EventReport[] }[] = []
  for (const hit of told) {
    const at = kept.findIndex((other) => isSameWithin(other.hit, hit, stems))
    if (at < 0) kept.push({ hit, reports: hit.reports })
    else kept[at] = { ...kept[at]!, reports: [...kept[at]!.reports, ...hit.reports] }
  }
  return kept
    .filter(({ hit, reports }) => outletsOf(reports).length > 1 && !isFragment(hit.label))
    .map(({ hit, reports }) => dateFinding(hit, reports, stems))
}

function dateFinding(
  { interval, partial, label }: EventHit,
  reports: readonly EventReport[],
  stems: readonly string[],
): Finding {
  const differs = differing(reports)
  const perOutlet = [
    ...groupBy(reports, ({ article, date }) => `${outletOf(article)} ${differs ? date.value : ''}`).values(),
  ]
  return {
    heading: message('noteDates'),
    text: label,
    dated: true as const,
    ...(differs ? {} : { agreeing: perOutlet.length }),
    ...(interval ? { date: dateOf(interval) } : { partialDate: partial! }),
    citations: withBasis(
      perOutlet.map(([report]) => cite(report!.article, report!.sentence, stems, [report!.date])),
      interval ? reports : [],
    ),
    ...(differs ? { differs } : {}),
  }
}

const dateOf = ({ start, end, grain, approximate }: FindingDate): FindingDate => ({
  start,
  end,
  grain,
  approximate,
})

/** What somebody said of the topic, as two outlets or more print it. */
function wordings({ hits }: Awaited<ReturnType<Archive['quotations']>>, stems: readonly string[]): Finding[] {
  return hits.flatMap(({ person, wordings }) => {
    const perOutlet = [...groupBy(wordings, ({ article }) => outletOf(article))].map(([outlet, [first]]) => ({
      outlet,
      ...first!,
    }))
    const about = stems.filter((stem) => perOutlet.some(({ said }) => stemsOf(said.text).includes(stem)))
    if (about.length < stems.length * LEAST_ALONE || perOutlet.length < 2) return []
    const same =
      new Set(
        perOutlet.map(({ said }) =>
          said.text
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim(),
        ),
      ).size === 1
    const text = `“${plain(perOutlet[0]!.said.text)}”${person ? ` – ${person}` : ''}`
    return [
      {
        heading: message('noteWording'),
        text,
        ...(same ? { agreeing: perOutlet.length } : {}),
        citations: perOutlet.map(({ article, context, said }) => cite(article, context, stems, [said])),
        ...(same
          ? {}
          : {
              differs: perOutlet.map(({ outlet, said }) => ({
                source: outlet,
                says: `“${plain(said.text)}”`,
              })),
            }),
      },
    ]
  })
}

/** Words on one line, without the comma that the sentence around them wanted. */
const plain = (words: string) => words.replace(/\s+/g, ' ').replace(/[,;]$/, '')

/** The sentence nearest to the topic of each outlet that is not heard yet. */
function others(sentences: readonly Told[], heard: ReadonlySet<string>, stems: readonly string[]): Finding[] {
  const outlets = groupBy(sentences, ({ article }) => outletOf(article))
  return [...outlets].flatMap(([outlet, told]) => {
    const best = [...told].sort((a, b) => b.share - a.share)[0]!
    if (heard.has(outlet) || best.share < LEAST_ALONE) return []
    return [
      { heading: message('noteAlso'), text: outlet, citations: [cite(best.article, best.sentence, stems)] },
    ]
  })
}
