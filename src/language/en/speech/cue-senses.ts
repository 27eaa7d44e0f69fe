import { cueWords } from './cues.js'
import { verbLemmas } from './verbs.js'

/** What a word attributes as: its index among the cue words for each class it may be of. */
export interface CueSenses {
  readonly verb?: number
  readonly noun?: number
  readonly adjective?: number
  /** A preposition, a colon. */
  readonly other?: number
}

const CLASSES = { v: 'verb', n: 'noun', j: 'adjective', '': 'other' } as const

/** The cue words by form, every form of a verb included. Built on first use. */
let senses: ReadonlyMap<string, CueSenses> | undefined

export function cueSenses(): ReadonlyMap<string, CueSenses> {
  senses ??= read()
  return senses
}

function read(): Map<string, CueSenses> {
  const found = new Map<string, CueSenses>()
  const verbs = new Map<string, number>()
  const add = (form: string, sense: CueSenses) => found.set(form, { ...found.get(form), ...sense })
  cueWords.forEach((key, index) => {
    const slash = key.lastIndexOf('/')
    const kind = CLASSES[key.slice(slash + 1) as keyof typeof CLASSES]
    const form = key.slice(0, slash)
    // Both spellings attribute alike: "criticise", "criticize".
    const american = kind === 'verb' ? cueWords.indexOf(key.replace(/ise\/v$/, 'ize/v')) : -1
    const sense = american < 0 ? index : american
    add(form, { [kind]: sense })
    if (kind === 'verb') verbs.set(form, sense)
  })
  for (const [form, verb] of verbLemmas()) {
    const index = verbs.get(verb)
    if (index === undefined) continue
    add(form, { verb: index })
    // "characterised" is "characterized".
    const british = form.replace(/iz(e|es|ed|ing)$/, 'is$1')
    if (british !== form && !verbs.has(british)) add(british, { verb: index })
  }
  return found
}
