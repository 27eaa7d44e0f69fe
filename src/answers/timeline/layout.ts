import type { FindingStatus, TimelineData, TimelineEvent } from '../model/answer.js'
import type { Captions, EventCaptions } from './captions.js'

/** Pixels from the top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type TextStyle = 'title' | 'strong' | 'plain' | 'small'

/** One line of text in its box. */
export interface Line extends Box {
  readonly text: string
  readonly style: TextStyle
  readonly status?: FindingStatus
}

export interface Mark {
  readonly x: number
  readonly y: number
  readonly status: FindingStatus
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly header: readonly Line[]
  readonly axis: { readonly x: number; readonly top: number; readonly bottom: number }
  /** Where the axis leaves out a stretch of time. */
  readonly breaks: readonly number[]
  /** One for each day between marks that lie few days apart. */
  readonly dots: readonly number[]
  readonly ticks: readonly Line[]
  /** One for each event, in their order. */
  readonly marks: readonly Mark[]
  readonly labels: readonly { readonly box: Box; readonly lines: readonly Line[] }[]
}

/** The width of a line of text in pixels. */
export type Measure = (text: string, style: TextStyle) => number

/** Twice the width of a phone, on which the smallest text is then 11 pixels high. */
export const WIDTH = 800
export const TEXT_SIZE: Readonly<Record<TextStyle, number>> = { title: 34, strong: 27, plain: 26, small: 22 }

const MARGIN = 32
const AXIS_X = 168
const LABEL_X = 216
const TICK_WIDTH = AXIS_X - 24 - 8
const MOST_LINES = 4
const GAP = 24
const LEADING = 1.28
/** What the longest gap that is true to scale adds to the distance of two events, and one that is cut short. */
const STRETCH = 72
/** A gap so many times the usual one is cut short. */
const LONG_GAP = 8
const MOST_DOTS = 10
const DAY_MS = 86_400_000

/**
 * Lays a timeline out from top to bottom: the axis with its marks on the left, a label for each event on the
 * right, beside its mark. No two boxes of text overlap.
 */
export function layoutTimeline(data: TimelineData, captions: Captions, measure: Measure): Layout {
  const header = headerLines(captions, measure)
  const top = bottomOf(header) + 44
  const blocks = data.events.map((event, at) => labelLines(event, captions.events[at]!, measure))
  const heights = blocks.map((lines) => bottomOf(lines))
  const { places, gaps } = scale(
    data.events.map(({ start }) => Date.parse(start) / DAY_MS),
    heights,
  )
  const labels = blocks.map((lines, at) => {
    const y = top + places[at]!
    return {
      box: { x: LABEL_X, y, width: WIDTH - MARGIN - LABEL_X, height: heights[at]! },
      lines: lines.map((line) => ({ ...line, x: line.x + LABEL_X, y: line.y + y })),
    }
  })
  const beside = top + lineHeight('strong') / 2
  const marks = data.events.map(({ status }, at) => ({ x: AXIS_X, y: beside + places[at]!, status }))
  const bottom = Math.max(bottomOf(labels.map(({ box }) => box)), (marks.at(-1)?.y ?? top) + 20)
  return {
    width: WIDTH,
    height: Math.ceil(bottom + MARGIN),
    header,
    axis: { x: AXIS_X, top: top - 24, bottom },
    breaks: gaps.filter(({ long }) => long).map(({ to }) => beside + to - STRETCH / 2 - GAP),
    dots: gaps.flatMap(dots).map((y) => beside + y),
    ticks: tickLines(captions.events, marks, measure),
    marks,
    labels,
  }
}

function headerLines({ title, facts }: Captions, measure: Measure): Line[] {
  const width = WIDTH - 2 * MARGIN
  const lines = stack(
    [
      ...wrap(title, 'title', width, 2, measure).map((text) => [text, 'title'] as const),
      ...wrap(facts, 'small', width, 2, measure).map((text) => [text, 'small'] as const),
    ],
    width,
  )
  return lines.map((line) => ({ ...line, x: MARGIN, y: line.y + MARGIN }))
}

function labelLines(
  { label, status }: TimelineEvent,
  { date, facts }: EventCaptions,
  measure: Measure,
): Line[] {
  const width = WIDTH - MARGIN - LABEL_X
  const lines = stack(
    [
      ...wrap(date, 'strong', width, 2, measure).map((text) => [text, 'strong'] as const),
      ...wrap(label, 'plain', width, MOST_LINES, measure).map((text) => [text, 'plain'] as const),
      [facts, 'small'],
    ],
    width,
  )
  return lines.map((line, at) => (at === lines.length - 1 ? { ...line, status } : line))
}

function stack(texts: readonly (readonly [string, TextStyle])[], width: number): Line[] {
  let y = 0
  return texts.map(([text, style]) => {
    const height = lineHeight(style)
    const line = { x: 0, y, width, height, text, style }
    y += height
    return line
  })
}

const lineHeight = (style: TextStyle) => Math.round(TEXT_SIZE[style] * LEADING)
const bottomOf = (boxes: readonly Box[]) =>
  boxes.reduce((most, { y, height }) => Math.max(most, y + height), 0)

/** The words of a text in lines no wider than asked; what is over the last line is cut off, and an ellipsis says so. */
function wrap(text: string, style: TextStyle, width: number, most: number, measure: Measure): string[] {
  const fits = (line: string) => measure(line, style) <= width
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(cutTo(word, fits))
    if (lines.length > most) break
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cutTo(`${lines[most - 1]}…`, fits)]
}

/** The text, or as many of its characters as fit with an ellipsis behind them. */
function cutTo(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text
  const characters = Array.from(text.replace(/…$/, ''))
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(`${characters.slice(0, middle).join('').trimEnd()}…`)) low = middle
    else high = middle - 1
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`
}

/**
 * How far below the first each event lies: the height of the label before it, and more with the days between
 * them, true to scale among themselves. A gap far longer than the usual one is cut short, which a break shows.
 * @param days in order
 */
function scale(days: readonly number[], heights: readonly number[]): { places: number[]; gaps: Gap[] } {
  const apart = days.slice(1).map((day, at) => day - days[at]!)
  const real = apart.filter((gap) => gap > 0).sort((a, b) => a - b)
  const usual = real[Math.floor((real.length - 1) / 2)] ?? 1
  const perDay = STRETCH / (usual * LONG_GAP)
  const places = [0]
  const gaps = apart.map((days, at): Gap => {
    const long = days > usual * LONG_GAP
    const from = places[at]!
    const to = from + heights[at]! + GAP + (long ? STRETCH : Math.round(days * perDay))
    places.push(to)
    return { from, to, days, long }
  })
  return { places, gaps }
}

interface Gap {
  readonly from: number
  readonly to: number
  readonly days: number
  readonly long: boolean
}

/** A dot for each day between two marks, where they are few enough to be counted. */
function dots({ from, to, days, long }: Gap): number[] {
  if (long || days < 2 || days > MOST_DOTS) return []
  return Array.from({ length: days - 1 }, (_, at) => from + ((at + 1) * (to - from)) / days)
}

/** The year, or the month and year, beside the first mark of each, where there is room. */
function tickLines(events: readonly EventCaptions[], marks: readonly Mark[], measure: Measure): Line[] {
  const height = lineHeight('small')
  const ticks: Line[] = []
  let last = ''
  for (const [at, { tick }] of events.entries()) {
    const [text = ''] = wrap(tick, 'small', TICK_WIDTH, 1, measure)
    const y = marks[at]!.y - height / 2
    const above = ticks.at(-1)
    if (text === last || (above && y < above.y + above.height + 4)) continue
    last = text
    const width = Math.ceil(measure(text, 'small'))
    ticks.push({ x: AXIS_X - 24 - width, y, width, height, text, style: 'small' })
  }
  return ticks
}
