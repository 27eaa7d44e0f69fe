import { cueWords } from '../../../language/en/speech/cues.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { Chunk } from '../chunks/chunks.js'
import type { Frame } from '../chunks/frames.js'
import type { Attribution } from './attribution.js'
import { findContents, wordsBefore } from './content.js'
import type { Counts } from './sources.js'

const quoting: readonly boolean[] = cueWords.map((word) => speechData.quoting.has(word))

/** "The agency quoted the minister as saying": the words are the minister's, and the agency passes them on. */
export function passQuotedOn(
  frame: Frame,
  chunks: readonly Chunk[],
  counts: Counts,
  found: readonly Attribution[],
): readonly Attribution[] {
  let all = found
  for (const reporter of found) {
    if (!quoting[reporter.cue.word] || reporter.source.side !== 0) continue
    const quoted = chunks.find(({ from }) => from === reporter.cue.at + 1)
    const as = quoted ? pastApposition(frame, quoted.to) : -1
    if (!quoted || frame.items[as]?.lower !== 'as') continue
    const saying = found.find(({ cue }) => cue.at === as + 1)
    if (!saying) continue
    const { from, to } = quoted
    const passedOn: Attribution = {
      cue: saying.cue,
      source: { chunk: quoted, from, to, side: 0, distance: 0, score: Number.POSITIVE_INFINITY },
      contents: findContents(frame, chunks, counts, saying.cue, reporter.source),
      probability: Math.max(saying.probability, reporter.probability),
      via: reporter.source,
      nested: [],
    }
    all = all.filter((one) => one !== reporter && one !== saying).concat(passedOn)
  }
  all = found.length > 1 ? inserted(frame, all) : all
  const sayings = all.filter(({ cue: { at } }) => frame.items[at - 1]?.lower === 'as')
  if (sayings.length === 0) return all
  const passive = sayings.flatMap((one) => wasQuoted(frame, chunks, counts, one) ?? [])
  const taken = new Set(passive.flatMap(({ cue: { at } }) => [at, at - QUOTED_AS]))
  return [...all.filter(({ cue }) => !taken.has(cue.at)), ...passive]
}

/** The item behind what tells between commas who somebody is. */
function pastApposition({ items }: Frame, from: number): number {
  if (items[from]?.tag !== ',') return from
  for (let at = from + 1; at < items.length && at - from < LONGEST_APPOSITION; at++) {
    if (items[at]!.tag === ',' && items[at + 1]?.lower === 'as') return at + 1
    if ('ZDBM.'.includes(items[at]!.tag)) break
  }
  return from
}

const LONGEST_APPOSITION = 16

/** "US officials, *according to the magazine*, said": whoever is named in between passes on what the others say. */
function inserted({ items }: Frame, all: readonly Attribution[]): readonly Attribution[] {
  const gone = new Set<Attribution>()
  const told = all.map((one) => {
    const inner = all.find(
      ({ cue, source }) =>
        items[cue.at]!.lower === speechData.according &&
        items[cue.group - 1]?.tag === ',' &&
        one.source.to === cue.group - 1 &&
        items[source.to]?.tag === ',' &&
        one.cue.group === source.to + 1,
    )
    if (!inner) return one
    gone.add(inner)
    return { ...one, via: inner.source }
  })
  return gone.size > 0 ? told.filter((one) => !gone.has(one)) : all
}

/** How far "quoted" stands before "saying". */
const QUOTED_AS = 2

/** "The minister was quoted *as saying* by the agency": the words are the minister's, whoever else is near. */
function wasQuoted(
  frame: Frame,
  chunks: readonly Chunk[],
  counts: Counts,
  saying: Attribution,
): Attribution | null {
  const { items } = frame
  const { at } = saying.cue
  if (items[at]!.tag !== 'G' || items[at - 1]?.lower !== 'as') return null
  const verb = items[at - QUOTED_AS]
  if (!verb || !'ED'.includes(verb.tag) || !speechData.quoted.has(verb.lower)) return null
  let group = at - QUOTED_AS
  while (group > 0 && 'BRM'.includes(items[group - 1]!.tag)) group--
  const quoted = chunks.find(({ to }) => to === group)
  if (group === at - QUOTED_AS || !quoted) return null
  const cue = { ...saying.cue, group }
  const { from, to } = quoted
  const source = { chunk: quoted, from, to, side: 0 as const, distance: 0, score: Number.POSITIVE_INFINITY }
  const by = items[at + 1]?.lower === 'by' ? chunks.find((chunk) => chunk.from === at + 2) : undefined
  return {
    cue,
    source,
    contents: by && from > 0 ? [wordsBefore(frame, from)] : findContents(frame, chunks, counts, cue, source),
    probability: Math.max(saying.probability, CERTAIN),
    via: by
      ? { chunk: by, from: by.from, to: by.to, side: 1, distance: 0, score: Number.POSITIVE_INFINITY }
      : null,
    nested: [],
  }
}

/** How likely it is that who was quoted as saying something said it. */
const CERTAIN = 0.9
