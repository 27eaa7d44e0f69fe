import { timelineLabels as english } from '../../language/en/dates/labels.js'
import {
  child,
  children,
  isVerb,
  LABEL,
  type SentenceSyntax,
  sentenceSyntax,
  TAG,
} from '../../text/syntax/index.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'

/** A label of more characters is hardly read, and one of fewer words tells nothing. */
export const LONGEST = 140
const LEAST_WORDS = 4

/**
 * Whether a line can be read by itself as a sentence: somebody or something named does something, nothing points back to
 * a sentence before, nothing is cut off, no page furniture, no two sentences run together.
 */
export function isReadable(line: string): boolean {
  if (!isPlain(line)) return false
  const syntax = sentenceSyntax(line)
  const root = syntax.words.findIndex((_, i) => syntax.head[i]! < 0)
  return (
    root >= 0 &&
    isClause(
      syntax,
      root,
      syntax.words.map((_, i) => i),
    )
  )
}

/** Whether nothing in the words of a line points back, is cut off or is page furniture. */
export function isPlain(line: string): boolean {
  if (line.length > LONGEST || line.endsWith('…') || english.furniture.test(line)) return false
  if (!isLongEnough(line) || !isBalanced(line) || english.fused.test(line)) return false
  if (!/^[\p{Lu}\p{N}“"$£€]/u.test(line)) return false
  const [first = '', second = ''] = line.toLowerCase().split(/[\s,]+/)
  if (english.pointingBack.has(first) || english.joining.has(first)) return false
  if (english.seenFromBefore.test(line) || namesTwice(line)) return false
  const last = line.slice(line.lastIndexOf(' ') + 1).toLowerCase()
  return !english.hanging.has(last) && !((english.back.has(second) || second === 'day') && first === 'the')
}

/** "Ann Hale meets the crew Ann Hale has been named": a caption and the line behind it. */
function namesTwice(line: string): boolean {
  const words = line.split(' ')
  const isName = (word: string | undefined) => word !== undefined && /^\p{Lu}[\p{L}’'-]+$/u.test(word)
  const names = words.flatMap((word, i) =>
    isName(word) && isName(words[i + 1]) ? [`${word} ${words[i + 1]}`] : [],
  )
  return new Set(names).size < names.length
}

const NOUNS = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS, TAG.CD])
const FINITE = new Set<number>([TAG.VBD, TAG.VBZ, TAG.VBP])
const OPEN_ENDED = new Set<number>(
  (['CC', 'IN', 'TO', 'DT', 'MD', 'PRP$', 'WDT', 'WP', 'WRB', 'POS', 'VBZ', 'VBP', 'JJ'] as const).map(
    (tag) => TAG[tag],
  ),
)

/**
 * Whether some words of a sentence are one whole clause: a noun for a subject, a finite verb, and whatever that needs.
 * @param root its verb
 * @param kept places of its words, in order
 */
export function isClause(syntax: SentenceSyntax, root: number, kept: readonly number[]): boolean {
  const subject = child(syntax, root, LABEL.nsubj, LABEL.nsubjpass)
  if (subject < 0 || subject > root || !NOUNS.has(syntax.tag[subject]!)) return false
  const copula = child(syntax, root, LABEL.cop)
  if (!isVerb(syntax, root) && copula < 0) return false
  const helped = children(syntax, root).some(
    (i) => syntax.label[i] === LABEL.aux || syntax.label[i] === LABEL.auxpass,
  )
  if (copula < 0 && !helped && !FINITE.has(syntax.tag[root]!)) return false
  const last = kept.findLast((i) => /[\p{L}\p{N}]/u.test(syntax.words[i]!))!
  const isHead = last === root || last === copula
  if (OPEN_ENDED.has(syntax.tag[last]!) && !isHead && syntax.tag[last] !== TAG.JJ) return false
  if (isSaying(syntax, root) && !isSaid(syntax, root)) return false
  if (isOfReport(syntax, root, subject) || isHalfOfSubject(syntax, root, subject)) return false
  if (isOpenRelative(syntax, kept)) return false
  return kept.every((i) => i === root || !FINITE.has(syntax.tag[i]!) || isTied(syntax, i, root))
}

/** "The report focuses on the dam", "the reporter said": that something is written is not what happened. */
function isOfReport(syntax: SentenceSyntax, root: number, subject: number): boolean {
  return (
    english.reports.has(syntax.words[subject]!.toLowerCase()) &&
    wordsOf(syntax.words[root]!).some(({ term }) => english.telling.has(term))
  )
}

const PLURAL = /^(?:are|were|have)$/i

/** "[Ann and] Ida have backed it": of one name no verb is in the plural. */
function isHalfOfSubject(syntax: SentenceSyntax, root: number, subject: number): boolean {
  if (syntax.tag[subject] !== TAG.NNP || child(syntax, subject, LABEL.conj) >= 0) return false
  return children(syntax, root).some((i) => i > subject && i < root && PLURAL.test(syntax.words[i]!))
}

/** "The raid, which began as they slept": whether a clause beside the subject opens and no verb of its own comes before it. */
function isOpenRelative(syntax: SentenceSyntax, kept: readonly number[]): boolean {
  const at = kept.findIndex(
    (i, place) =>
      (syntax.tag[i] === TAG.WDT || syntax.tag[i] === TAG.WP) && syntax.words[kept[place - 1] ?? -1] === ',',
  )
  if (at < 0) return false
  const isVerbal = (i: number) => FINITE.has(syntax.tag[i]!) || syntax.tag[i] === TAG.MD
  if (kept.slice(0, at).some(isVerbal)) return false
  // Closed by a comma, the clause is followed by the verb.
  const close = kept.findIndex((i, place) => place > at && syntax.words[i] === ',')
  return close < 0 || !kept.slice(close).some(isVerbal)
}

const isSaying = (syntax: SentenceSyntax, verb: number) =>
  wordsOf(syntax.words[verb]!).some(({ term }) => english.saying.has(term))

/** Whether it is told what was said. */
const isSaid = (syntax: SentenceSyntax, verb: number) =>
  child(syntax, verb, LABEL.ccomp, LABEL.xcomp, LABEL.dobj, LABEL.nsubjpass, LABEL.advcl) >= 0

/** Whether a second finite verb hangs in the first one's clause by a word that ties it, or as what was said. */
function isTied(syntax: SentenceSyntax, verb: number, root: number): boolean {
  const label = syntax.label[verb]
  if (label === LABEL.aux || label === LABEL.auxpass || label === LABEL.cop) return true
  if (child(syntax, verb, LABEL.nsubj, LABEL.nsubjpass) < 0 || label === LABEL['acl:relcl']) return true
  if (child(syntax, verb, LABEL.mark) >= 0 || isSaying(syntax, root)) return true
  if (label === LABEL.advcl) return true
  return label === LABEL.conj && child(syntax, syntax.head[verb]!, LABEL.cc) >= 0
}

/** "Hale was freed" says all, "Police carried out" does not. */
const isLongEnough = (line: string) =>
  line.split(' ').length >= LEAST_WORDS || /^\S+ (?:was|were) \S+$/.test(line)

/** Whether each bracket and quotation mark that opens is closed, and the reverse. */
function isBalanced(line: string): boolean {
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0
  if (count(/[(]/g) !== count(/[)]/g) || count(/“/g) !== count(/”/g) || count(/"/g) % 2 > 0) return false
  return !/(?:^|\s)['‘]/.test(line) || /['’](?=$|[\s,.;:])/.test(line)
}

/** A line without what stands before its sentence: where and when it was written, who took its picture, "But". */
export function leadLength(text: string): number {
  let at = 0
  for (let turn = 0; turn < MOST_LEADS; turn++) {
    const rest = text.slice(at)
    const found = english.leads.reduce((most, lead) => Math.max(most, lead.exec(rest)?.[0].length ?? 0), 0)
    if (found === 0) break
    at += found
  }
  return at
}

const MOST_LEADS = 4

/** So many places are tried at which a sentence may end. */
const MOST_ENDS = 4

/**
 * A sentence as it stands, or up to where something is told besides ("…, officials said", "… as hopes dimmed"): the longest
 * that can be read by itself; null where none can.
 * @param least a place in the text that it must reach
 */
export function readablePart(text: string, least: number): string | null {
  const whole = text.replace(/[\s.]{1,4}$/, '')
  if (isReadable(whole)) return whole
  const ends = [...text.slice(0, LONGEST + 1).matchAll(english.ends)]
    .map(({ index }) => index)
    .filter((end) => end >= least)
    .slice(-MOST_ENDS)
    .reverse()
  for (const end of ends) {
    const part = text.slice(0, end)
    if (isReadable(part)) return part
  }
  return null
}

/** The beginning of a sentence, as whole words, with an ellipsis. */
export function beginning(text: string): string {
  if (text.length <= LONGEST) return text.replace(/\.$/, '')
  const end = text.lastIndexOf(' ', LONGEST - 1)
  return `${text.slice(0, end > 0 ? end : LONGEST - 1).replace(/[\s,;:–—-]{1,8}$/, '')}…`
}
