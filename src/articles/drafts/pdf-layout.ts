import { hyphens } from '../../language/en/text/hyphens.js'

/** A line of a printed page: its text, where it begins and how high its letters are, in points. */
export interface PageLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Lines at the head and at the foot of a page among which headers and page numbers stand. */
const MARGIN = 2
/** Titles are higher than the text by this much, and have no more lines. */
const TITLE_SIZE = 1.15
const MOST_TITLE_LINES = 4
const TITLE_WITHIN = 40
/** A gap between lines that is wider than the usual by this much parts paragraphs. */
const WIDE_GAP = 1.3
/** Of the height of a letter. */
const INDENT = 0.8

/** The lines of all pages, without those that stand on most pages at the head or foot, whatever their number. */
export function bodyLines(pages: readonly (readonly PageLine[])[]): PageLine[] {
  const counts = new Map<string, number>()
  const isMargin = (i: number, { length }: readonly PageLine[]) => i < MARGIN || i >= length - MARGIN
  const key = ({ text }: PageLine) => text.replace(/\d+/g, '#').trim()
  for (const page of pages) {
    const keys = new Set(page.filter((_, i) => isMargin(i, page)).map(key))
    for (const one of keys) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const running = (line: PageLine) => (counts.get(key(line)) ?? 0) > Math.max(1, pages.length / 2)
  return pages.flatMap((page) => page.filter((line, i) => !(isMargin(i, page) && running(line))))
}

/** The highest lines at the head of the first page, and all others; the first line where none is higher. */
export function titleOf(lines: readonly PageLine[]): {
  readonly text: string
  readonly rest: readonly PageLine[]
} {
  const head = lines.slice(0, TITLE_WITHIN)
  const highest = head.reduce((most, { size }) => Math.max(most, size), 0)
  const stands = highest > TITLE_SIZE * median(lines.map(({ size }) => size))
  const isTitle = (line: PageLine | undefined) => line !== undefined && line.size > highest / 1.05
  const start = stands ? head.findIndex(isTitle) : 0
  let end = start + 1
  while (stands && isTitle(head[end]) && end - start < MOST_TITLE_LINES) end++
  const text = head.slice(start, end).map((line) => line.text.trim())
  return { text: text.join(' '), rest: lines.toSpliced(start, end - start) }
}

export function paragraphsOfPages(lines: readonly PageLine[]): string[] {
  const heights = lines.slice(1).map((line, i) => lines[i]!.y - line.y)
  const gap = median(heights.filter((height) => height > 0))
  const compounds = new Set(lines.flatMap(({ text }) => text.match(/(?<!\p{L})\p{L}+-\p{L}+/gu) ?? []))
  const paragraphs: string[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before || parts(before, line, gap)) paragraphs.push([])
    paragraphs.at(-1)!.push(line.text.trim())
  })
  const solid = new Set(lines.flatMap(({ text }, i) => wholeWords(text, lines[i - 1]?.text)))
  const isCompound = (first: string, last: string): boolean => {
    if (compounds.has(`${first}-${last}`)) return true
    const start = first.toLowerCase()
    if (solid.has(start + last)) return false
    // Both must be words by themselves: "self-ish" is none.
    return (hyphens.first.has(start) && solid.has(last)) || (hyphens.last.has(last) && solid.has(start))
  }
  return paragraphs.map((paragraph) => joined(paragraph, isCompound))
}

/** Whether a paragraph ends between two lines. */
function parts(before: PageLine, line: PageLine, gap: number): boolean {
  if (Math.abs(before.size - line.size) > 0.1 * line.size) return true
  const ended = /[.!?…:]["”’')\]]*\s*$/.test(before.text)
  const height = before.y - line.y
  // On another page or in another column.
  if (height < 0 || height > 3 * gap) return ended
  return height > WIDE_GAP * gap || (ended && line.x > before.x + INDENT * line.size)
}

/** The words of a line in small letters, without the pieces of one that is broken at either end. */
function wholeWords(line: string, before = ''): string[] {
  const all: string[] = line.toLowerCase().match(/\p{L}+/gu) ?? []
  return all.slice(endsBroken(before) ? 1 : 0, endsBroken(line) ? -1 : undefined)
}

const endsBroken = (line: string) => /[-\u00AD]\s*$/.test(line.slice(-4))

/** A word that was broken at a line's end is made whole, with its hyphen where it is a compound. */
function joined(lines: readonly string[], isCompound: (first: string, last: string) => boolean): string {
  return lines
    .map((line, i) => {
      const broken = /(?<!\p{L})(\p{L}+)[-\u00AD]$/u.exec(line.slice(-40))?.[1]
      const rest = /^\p{Ll}+/u.exec(lines[i + 1] ?? '')?.[0]
      if (!broken || !rest) return `${line} `
      return !line.endsWith('\u00AD') && isCompound(broken, rest) ? line : line.slice(0, -1)
    })
    .join('')
    .trimEnd()
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
