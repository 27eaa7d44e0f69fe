import { names as data } from '../../../language/en/names/names.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { Document, NameMention, Quotation, Speaker } from '../../annotations.js'

/** A paragraph of a transcript: who speaks, as its label has it, and where what is said begins. */
interface Line {
  readonly paragraph: number
  readonly label: string
  readonly labelStart: number
  readonly start: number
  readonly marked: boolean
}

/** "HALE: …", "Anna Berg: …", "“Gov. Hale (on the phone): …". */
const LABEL =
  /^(["“]?)((?:\p{Lu}[\p{L}'’-]{0,30}\.?\s){0,4}\p{Lu}[\p{L}'’-]{1,30}\.?)(?:\s\([^()]{1,40}\)|,\s[^:.!?]{1,60})?:\s+(?=[\p{L}\p{N}"“‘'[(…—–-])/u
/** No label is longer, in characters. */
const LONGEST_LABEL = 150
/** So many paragraphs of two people in turn are a conversation. */
const LEAST_LINES = 3

/**
 * What is said in an interview or a debate that is printed as a transcript: every paragraph begins with who speaks,
 * or goes on, in marks, with the paragraph before.
 * @returns what is said in each such paragraph, by its index
 */
export function transcribed(
  document: Document,
  names: readonly NameMention[],
): ReadonlyMap<number, Quotation> {
  const { text, paragraphs } = document
  const lines = paragraphs.flatMap((span, paragraph): Line[] => {
    const found = LABEL.exec(text.slice(span.start, Math.min(span.end, span.start + LONGEST_LABEL)))
    if (!found) return []
    const [whole, mark, label] = found as unknown as [string, string, string]
    const start = span.start + whole.length
    return isLabel(label) && start < span.end
      ? [{ paragraph, label, labelStart: span.start + mark.length, start, marked: mark !== '' }]
      : []
  })
  const said = new Map<number, Quotation>()
  if (!areTurns(lines)) return said
  const people = new Map<string, NameMention | null>()
  lines.forEach((line, at) => {
    const { paragraph, label, labelStart, start, marked } = line
    const known = people.has(label) ? people.get(label)! : calledBy(label, names)
    people.set(label, known)
    const speaker = speakerOf(line, known)
    said.set(paragraph, lineOf(document, paragraph, start, labelStart, speaker))
    const next = lines[at + 1]?.paragraph ?? paragraphs.length
    for (let i = paragraph + 1; marked && i < next && goesOn(document, i); i++)
      said.set(i, lineOf(document, i, paragraphs[i]!.start + 1, paragraphs[i]!.start, speaker))
  })
  return said
}

/** Whether a paragraph opens with a mark, as all of one quotation do. */
const goesOn = ({ text, paragraphs }: Document, at: number) =>
  /^["“]\p{Lu}/u.test(text.slice(paragraphs[at]!.start, paragraphs[at]!.start + 2))

/** Whether a label may be somebody's name, and is no heading of the outlet's ("UPDATE: …") or a dateline ("LONDON: …"). */
function isLabel(label: string): boolean {
  const words = label.toLowerCase().split(/\s+/)
  return !data.places.has(words.join(' ')) && !words.some((word) => speechData.labels.has(word))
}

/** Whether two or more speak in turn: a list of headings has each but once. */
function areTurns(lines: readonly Line[]): boolean {
  if (lines.length < LEAST_LINES) return false
  const last = new Map<string, number>()
  return lines.some(({ label }, at) => {
    const before = last.get(label)
    last.set(label, at)
    return before !== undefined && before < at - 1
  })
}

/** The one person of the article whom a label names; null where there is none, or several. */
function calledBy(label: string, names: readonly NameMention[]): NameMention | null {
  const surname = label.slice(label.lastIndexOf(' ') + 1).toLowerCase()
  const people = new Map<string, NameMention>()
  for (const mention of names) {
    const name = mention.name.toLowerCase()
    if (mention.name !== label && (name === surname || name.endsWith(` ${surname}`)))
      people.set(mention.name, mention)
  }
  const [only = null] = people.values()
  return people.size === 1 ? only : null
}

const speakerOf = ({ label, labelStart }: Line, person: NameMention | null): Speaker => ({
  start: labelStart,
  end: labelStart + label.length,
  name: person?.name ?? label,
  role: person?.role ?? null,
  via: null,
  confidence: person ? 'resolved' : 'explicit',
})

function lineOf(
  { text, paragraphs }: Document,
  paragraph: number,
  start: number,
  contextStart: number,
  speaker: Speaker,
): Quotation {
  let { end } = paragraphs[paragraph]!
  if (/["”]/.test(text[end - 1]!)) end--
  return {
    start,
    end,
    direct: true,
    speaker,
    cue: null,
    context: { start: contextStart, end: paragraphs[paragraph]!.end },
  }
}
