import { cueWords } from '../../language/en/cues.js'
import { speechData } from '../../language/en/speech.js'
import type { Attribution } from './attributions.js'
import type { Chunk } from './chunks.js'
import { findContents } from './content.js'
import type { Frame } from './frames.js'
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
    if (!quoted || frame.items[quoted.to]?.lower !== 'as') continue
    const saying = found.find(({ cue }) => cue.at === quoted.to + 1)
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
  return all
}
