import { deeds } from '../../../language/en/text/deeds.js'
import {
  children,
  isNegated,
  isPassive,
  isPredicate,
  isVerb,
  LABEL,
  type SentenceSyntax,
  subjectOf,
  TAG,
  undergoerOf,
} from '../../../text/syntax/index.js'

/** Who is told to have done something though no verb of that deed is theirs. Places in the sentence. */
export interface Accused {
  readonly word: number
  /** The word that says so where it is only alleged: "accused", "charged". */
  readonly alleged: number | null
}

/** How many steps up the tree a word may stand that lays the deed to somebody's charge. */
const STEPS = 3
const ARGUMENT = new Set<number>([
  ...[LABEL.nmod, LABEL.dobj, LABEL.xcomp, LABEL.advcl, LABEL.acl, LABEL.conj, LABEL.compound],
])

/**
 * Who is charged with a deed, guilty of it, has admitted or carried it out: "Marn is accused of STEALING the boat",
 * "pleaded guilty to the THEFT"; null where nobody is.
 */
export function accusedOf(syntax: SentenceSyntax, deed: number): Accused | null {
  let at = deed
  for (let steps = 0; steps < STEPS && ARGUMENT.has(syntax.label[at]!); steps++) {
    at = syntax.head[at]!
    if (at < 0) return null
    const who = isNegated(syntax, at) ? -1 : charged(syntax, at)
    if (who >= 0) {
      const word = syntax.words[at]!.toLowerCase()
      const isAlleged = deeds.charged.has(word) && !deeds.proven.has(word)
      return { word: who, alleged: isAlleged ? at : null }
    }
    // Whatever another verb tells is no part of what somebody is charged with.
    if (isVerb(syntax, at) && at !== deed && syntax.label[at] !== LABEL.conj) return null
  }
  return null
}

function charged(syntax: SentenceSyntax, at: number): number {
  const word = syntax.words[at]!.toLowerCase()
  if (deeds.guilty.has(word) && isPredicate(syntax, at)) return subjectOf(syntax, at)
  if (!isVerb(syntax, at)) return -1
  const passive = isPassive(syntax, at)
  if (deeds.charged.has(word)) return passive || !deeds.loose.has(word) ? undergoerOf(syntax, at) : -1
  if (passive) return -1
  if (deeds.admitted.has(word)) return subjectOf(syntax, at)
  const other = deeds.admittedWith.get(word)
  const isWhole = children(syntax, at).some((i) => syntax.words[i]!.toLowerCase() === other)
  return isWhole ? subjectOf(syntax, at) : -1
}

const AGENT = /(?:[eo]r|ist|(?:wo)?m[ae]n)s?$/i
const NOUNS = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS])
const NAMING = new Set<number>([LABEL.compound, LABEL.appos])

/** Whether a noun and a name are told to be one: "the PILOT Ana Berg", "Ana Berg is the PILOT", "Ana Berg, a PILOT". */
export function isOne(syntax: SentenceSyntax, noun: number, name: number): boolean {
  if (!NOUNS.has(syntax.tag[noun]!)) return false
  const isNamed =
    (syntax.head[noun] === name && NAMING.has(syntax.label[noun]!)) ||
    (syntax.head[name] === noun && NAMING.has(syntax.label[name]!))
  return isNamed || (isPredicate(syntax, noun) && subjectOf(syntax, noun) === name)
}

/** Whether a noun that names somebody by what they do and a name are one: "OWNER Ana Berg", "Ana Berg, the OWNER". */
export const isCalled = (syntax: SentenceSyntax, noun: number, name: number): boolean =>
  AGENT.test(syntax.words[noun]!) && isOne(syntax, noun, name)
