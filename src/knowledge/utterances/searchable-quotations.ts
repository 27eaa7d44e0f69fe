import type { AnnotatedArticle, Quotation } from '../../annotate/annotations.js'
import { documentOfText } from '../../annotate/document.js'
import { read } from '../../annotate/names.js'
import { speechData } from '../../language/en/speech/speech.js'

/** Fewer words that nobody marked as said ("reacted strongly") are no wording to remember. */
const LEAST_INDIRECT_WORDS = 3

/** The quotations of an article that can be looked for. */
export function wordingsOf({ article, quotations }: AnnotatedArticle): Quotation[] {
  const own = (quotation: Quotation) => !isReport(article.text, quotation, quotations)
  const kept = new Set(quotations.filter((quotation) => isWording(article.text, quotation) && own(quotation)))
  // The other part of a statement that is parted by its attribution ("The road, he said, is open") is none by itself.
  const cues = new Set([...kept].flatMap(({ cue, direct }) => (cue && !direct ? [cue.start] : [])))
  return quotations.filter((one) => kept.has(one) || (one.cue !== null && cues.has(one.cue.start)))
}

/** Whether words are in marks, or said, or told of as a clause: "focused on the talks" attributes none. */
export function isWording(text: string, quotation: Quotation): boolean {
  const { direct, start, end, cue, speaker } = quotation
  const words = text.slice(start, end)
  if (isNegated(text, quotation)) return false
  // "booed the *mention* of him", "in *hopes* that"
  if (cue && speechData.nominal.test(text.slice(Math.max(0, cue.start - 12), cue.end))) return false
  // "has the final *say* on it"
  if (cue?.text === 'say' && speechData.nouns.test(text.slice(Math.max(0, cue.start - 12), cue.start)))
    return false
  // "added to the “gloom”"
  if (cue && /^add/.test(cue.text) && /^\s(?:further\s)?to\s/.test(text.slice(cue.end, cue.end + 12)))
    return false
  if (direct) {
    if (isScareQuoted(text, quotation)) return false
    return cue === null || !/^\p{Ll}/u.test(words) || isVoiced(cue)
  }
  if (words.trim().split(/\s+/).length < LEAST_INDIRECT_WORDS) return false
  if (DATELINE.test(words) || isRelative(text, start, words)) return false
  // "The court heard that …": somebody told it.
  if (cue && speaker && speechData.heard.test(cue.text) && speechData.hearings.test(speaker.name))
    return false
  if (cue && (isUnsaid(text, quotation, cue) || isAsked(text, quotation) || isPlanned(text, quotation)))
    return false
  // "declined *to comment*"
  if (cue && speechData.refusing.test(cue.text) && (speechData.silent.test(words) || /^to\s/i.test(words)))
    return false
  const verb = cue ? speechData.speechVerbs.get(cue.text.toLowerCase()) : undefined
  if (cue && tellsNoWords(text, quotation, verb)) return false
  // "learned that the road was closed": a fact.
  if (verb !== undefined && speechData.factive.has(verb)) return false
  // "urged them to stay", "dismissed the calls": what is said is in the verb.
  if (verb === 'tell' && QUESTION.test(words) && !/["“]/.test(words)) return false
  const act = verb !== undefined && !speechData.ambiguous.has(verb) && !QUESTION.test(words)
  if (act) return true
  // "hopes *to win*" is a wish.
  if (verb !== undefined && /^to\s/i.test(words)) return false
  const clause = isClause(words.split(speechData.relative)[0]!)
  const other = cue !== null && verb === undefined && /^\p{L}/u.test(cue.text)
  // Of a verb that is none of speech, only what follows "that" is said: "got word of what could prove critical".
  return (
    clause &&
    (!other ||
      ATTRIBUTING.test(cue.text) ||
      /^that\s/i.test(words) ||
      DIRECTLY_THAT.test(text.slice(cue.end, Math.max(cue.end, start))))
  )
}

/** Whether one or two words in marks are a nickname ('and *“Buddy”* Clarke'), or the writer's: 'hoped for a *“normal”* year'. */
function isScareQuoted(text: string, { start, end, cue }: Quotation): boolean {
  const words = text.slice(start, end).trim()
  if (/[,.!?…]$/.test(words) || words.split(/\s+/).length > MOST_SCARE_WORDS) return false
  if (/^\p{Lu}/u.test(words) && /^["”’']\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4))) return true
  if (!cue) return /^\p{Ll}/u.test(words)
  // "a purge *known* as", "announces that she leaves, *as claims emerge* of": a term, and the reporter's word
  if (cue.end <= start && (cue.text === KNOWN || CLAUSE_BEHIND.test(text.slice(cue.end, start)))) return true
  if (cue.end > start || start - cue.end <= NEXT_TO_CUE) return false
  return speechData.mental.has(speechData.speechVerbs.get(cue.text.toLowerCase()) ?? '')
}

const KNOWN = 'known'
const CLAUSE_BEHIND = /,\s(?:as|while|after|amid|when|before)\s/
const MOST_SCARE_WORDS = 2

/** How many characters a mark may stand behind its verb to be what that says: 'felt “unsafe”', 'thought it “unwise”'. */
const NEXT_TO_CUE = 12

/** What goes with a verb of speech and is none of the words: a thing that is posted, a time, the rest of a clause. */
function tellsNoWords(text: string, { start, end, cue }: Quotation, verb: string | undefined): boolean {
  const words = text.slice(start, end)
  if (!cue || cue.end > start) return false
  const between = text.slice(cue.end, start)
  // "was punished for *posting a video*": what was posted is a thing.
  if (
    verb !== undefined &&
    speechData.publishing.has(verb) &&
    (THING.test(words) || ON_DAY.test(words)) &&
    !isClause(words)
  )
    return !/\bthat\s+$/.test(between)
  if (verb !== undefined && /^\s*$/.test(between)) {
    if (POST.test(verb) && !isClause(words) && !/["“]|^(?:of|about|to|how|that|support)\b/i.test(words))
      return true
    // "criticised *by bloggers*", "recalled *its eggs*"
    if (/^by\s/.test(words) && !isClause(words)) return true
    if (verb === 'accuse' && /^of\s/i.test(words)) return true
    if (verb === 'recall' && /^(?:its|\d|more than|nearly)\b/.test(words)) return true
    if (verb === 'order' && !/\bto\b/.test(words)) return true
    if (verb === 'agree' && /^to\s/.test(words)) return true
    if (verb === 'call' && speechData.gatherings.test(words)) return true
    if (speechData.notices.test(words) && !isClause(words)) return true
  }
  // "agreed, *albeit by a narrow margin*", "describing *the estate*"
  if (CONCESSION.test(words)) return true
  if (
    verb === DESCRIBE &&
    /^\s*$/.test(between) &&
    !isClause(words) &&
    !/["“]|\bas\b|^(?:how|what)\b/.test(words)
  )
    return true
  // "reported *after the talks had ended*:"
  if (WHEN.test(words) && /^\s*$/.test(between) && !words.includes(',')) return true
  // "reveals that *Berg, in the days after the vote*, said he would stay": the clause is somebody else's words.
  return (
    /\bthat\s+$/.test(between) && between.length <= RELATIVE_REACH && !isClause(words) && !/["“]/.test(words)
  )
}

const POST = /^(?:post|tweet)$/
const CONCESSION = /^(?:albeit\b|al?though\b[^,]*$)/i
const DESCRIBE = 'describe'
const ON_DAY = /^(?:on )?(?:\p{L}+day|today)\s+/iu
const THING = /^(?:an?|the|his|her|their|its|several|some|\d+)\s/i
const WHEN = /^(?:after|before|when|while)\s/

/**
 * Whether what attributes some words in marks is about speaking: in 'they began the “bottom kill”' the words are the
 * reporter's, or a term.
 */
function isVoiced({ text }: NonNullable<Quotation['cue']>): boolean {
  const word = text.toLowerCase()
  return (
    !/^\p{L}/u.test(word) || speechData.speechVerbs.has(word) || ATTRIBUTING.test(word) || voicing.has(word)
  )
}

const voicing: ReadonlySet<string> = new Set([...speechData.voicing].flatMap(inflected))

/** A regular verb in all its forms: "label", "labelled", "labeled". */
function inflected(verb: string): string[] {
  const stem = verb.replace(/[ey]$/, '')
  const doubled = verb + verb.at(-1)
  return [verb, stem, doubled].flatMap((form) =>
    ['', 's', 'es', 'ies', 'ed', 'ied', 'ing'].map((ending) => form + ending),
  )
}

/** An hour with its zone, as in the line of a page that gives the day: no part of what is said. */
const DATELINE = /^.{0,80}\b\d{1,2}[.:]\d\d\s?(?:[ap]m\s)?(?:BST|GMT|UTC|CET|E[DS]T|P[DS]T)\b/

/** "states *that have* cases": of a relative clause no words are said. */
function isRelative(text: string, start: number, words: string): boolean {
  if (!/\bthat\s+$/.test(text.slice(Math.max(0, start - RELATIVE_REACH), start))) return false
  const [first, second] = read(documentOfText(words.slice(0, FIRST_WORDS))).tokens
  return 'ZDBM'.includes(first?.tag ?? '.') && second?.tag !== ':'
}

/** How many characters are looked at for a "that" before the words, and for the verb that they begin with. */
const RELATIVE_REACH = 12
const FIRST_WORDS = 60

/** "word *that*", and not "launching a tour *that*". */
const DIRECTLY_THAT = /^\s+(?:(?:today|yesterday|again|also)\s+)?that\s+$/

/** "He did not say how", "never blamed the army": nobody said so. What somebody does not believe they may have said. */
function isNegated(text: string, { start, cue }: Quotation): boolean {
  if (
    !cue ||
    cue.end > start ||
    speechData.mental.has(speechData.speechVerbs.get(cue.text.toLowerCase()) ?? '')
  )
    return false
  const before = text.slice(Math.max(0, cue.start - DENIAL), cue.start)
  return speechData.denied.test(before) || speechData.none.test(before)
}

/** "What did the minister say about it?": a question after words tells none. */
function isAsked(text: string, { context, cue, start }: Quotation): boolean {
  if (!cue || cue.start < context.start || cue.end > start) return false
  if (!/\?["”’)]*$/.test(text.slice(Math.max(context.start, context.end - 3), context.end))) return false
  return speechData.asking.test(text.slice(context.start, cue.start).slice(-LONGEST_QUESTION))
}

/** How many characters of a question are looked at before its verb. */
const LONGEST_QUESTION = 90

/** "The Herald reported that …": what an outlet only reports is no statement of its own; words of its own stand in marks. */
function isReport(text: string, { speaker, cue, start, end }: Quotation, all: readonly Quotation[]): boolean {
  if (!speaker || !cue || !speechData.outlets.test(speaker.name) || !speechData.relaying.test(cue.text))
    return false
  if (
    /^(?:say|says|said)$/i.test(cue.text) &&
    OF_ITSELF.test(text.slice(start, Math.min(end, start + SUBJECT)))
  )
    return false
  const isOwn = (one: Quotation) =>
    one.direct && text.slice(one.start, one.end).trim().split(/\s+/).length >= LEAST_OWN_WORDS
  return !all.some((one) => one.cue?.start === cue.start && isOwn(one))
}

/** "said *it* would stop": of the outlet itself. */
const OF_ITSELF = /^(?:(?:that|on \S+|\S+day|also)\s){0,2}(?:it|its|they|their)\b/i
const SUBJECT = 40

/** Fewer marked words of an outlet are a term that it uses. */
const LEAST_OWN_WORDS = 4

/** "explained *why*": what is said would have to follow. */
const QUESTION = /^(?:why|how|when|where|what|who)\b/i

/** What attributes without being a verb: "according to", "in a statement". */
const ATTRIBUTING = /^(?:according|statement|claims?|warnings?|assertion|clear|plain|confident|adamant)$/i

/** "is expected to announce", "could be referring to": nobody has said so. "Went on to say" is said. */
function isUnsaid(
  text: string,
  { start, end }: Quotation,
  { start: at, text: cue }: NonNullable<Quotation['cue']>,
): boolean {
  const before = text.slice(Math.max(0, at - AHEAD), at)
  if (speechData.ahead.test(before)) return true
  if (!speechData.infinitive.test(before)) return false
  const verb = speechData.speechVerbs.get(cue.toLowerCase())
  // "are due in court on Thursday *to argue* whether"
  if (speechData.due.test(text.slice(Math.max(0, at - LONG_AHEAD), at))) return true
  // "the latest firm *to announce layoffs*": a title's future.
  return !(verb !== undefined && speechData.reporting.has(`${verb}/v`)) || !isClause(text.slice(start, end))
}

/** "is expected to hold talks, *explaining* how …": what goes with a deed that lies ahead is not said yet. */
function isPlanned(text: string, { context, cue }: Quotation): boolean {
  if (!cue || !ONGOING.test(cue.text) || cue.start < context.start) return false
  const before = text.slice(Math.max(context.start, cue.start - PLAN), cue.start)
  if (!/,\s*$/.test(before) || !speechData.planned.test(before)) return false
  return !before.split(/[^\p{L}’'-]+/u).some((word) => {
    const verb = speechData.speechVerbs.get(word.toLowerCase())
    return verb !== undefined && speechData.reporting.has(`${verb}/v`)
  })
}

const ONGOING = /^\p{L}+ing$/iu

/** How many characters before a participle its clause is read. */
const PLAN = 240

/** How many characters before a verb it is looked for whether it is yet to be said. */
const AHEAD = 40

const LONG_AHEAD = 80

/** How many characters before a verb a denial of it is looked for. */
const DENIAL = 24

/** Whether a finite verb is among the words. */
function isClause(words: string): boolean {
  const { tokens } = read(documentOfText(words))
  return tokens.some(({ tag }, i) => 'ZDBM'.includes(tag) || (tag === 'V' && tokens[i - 1]?.tag !== 't'))
}
