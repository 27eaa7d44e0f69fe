import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { FindingStatus, TimelineData } from '../model/answer.js'
import type { Captions } from './captions.js'
import { type Layout, type Line, layoutTimeline, type Mark, TEXT_SIZE, type TextStyle } from './layout.js'

/** An opaque dark card: the picture looks the same on a light page as on a dark one. */
const PAPER = '#1e1f22'
const INK = '#f2f3f5'
const FAINT = '#b5bac1'
const RULE = '#4e5058'
const COLOURS: Readonly<Record<FindingStatus, string>> = {
  past: '#c4c9d1',
  happening: '#f5c04a',
  planned: '#6cb4ff',
  'was planned': '#9db7d5',
  cancelled: '#ff8080',
  hypothetical: '#d5a6ff',
}
const RADIUS = 11

/** A font of our own, so that the picture is the same on every machine, even one without any. */
const FONT_FILES = { plain: 'DejaVuSansCondensed.ttf', strong: 'DejaVuSansCondensed-Bold.ttf' }
const FAMILY = { plain: 'Desk Plain', strong: 'Desk Strong' }

let ready = false

function useFonts(): void {
  if (ready) return
  const { resolve } = createRequire(import.meta.url)
  for (const weight of ['plain', 'strong'] as const) {
    GlobalFonts.registerFromPath(resolve(`dejavu-fonts-ttf/ttf/${FONT_FILES[weight]}`), FAMILY[weight])
  }
  ready = true
}

const fontOf = (style: TextStyle) =>
  `${TEXT_SIZE[style]}px "${style === 'title' || style === 'strong' ? FAMILY.strong : FAMILY.plain}"`

export interface Drawing {
  readonly data: TimelineData
  readonly captions: Captions
}

/** Draws a timeline on this thread: a PNG, the same bytes for the same data. */
export function renderTimeline({ data, captions }: Drawing): Buffer {
  useFonts()
  const pen = createCanvas(1, 1).getContext('2d')
  const layout = layoutTimeline(data, captions, (text, style) => {
    pen.font = fontOf(style)
    return pen.measureText(text).width
  })
  const canvas = createCanvas(layout.width, layout.height)
  paint(canvas.getContext('2d'), layout)
  return canvas.toBuffer('image/png')
}

function paint(pen: SKRSContext2D, layout: Layout): void {
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, layout.width, layout.height)
  paintAxis(pen, layout)
  for (const mark of layout.marks) paintMark(pen, mark)
  for (const line of layout.header) paintLine(pen, line, line.style === 'title' ? INK : FAINT)
  for (const line of layout.ticks) paintLine(pen, line, FAINT)
  for (const line of layout.labels.flatMap(({ lines }) => lines))
    paintLine(pen, line, line.status ? COLOURS[line.status] : INK)
}

function paintLine(pen: SKRSContext2D, { text, style, x, y, height }: Line, colour: string): void {
  pen.font = fontOf(style)
  pen.fillStyle = colour
  pen.textBaseline = 'middle'
  pen.fillText(text, x, y + height / 2)
}

function paintAxis(pen: SKRSContext2D, { axis, breaks, dots, ticks }: Layout): void {
  pen.strokeStyle = RULE
  pen.lineWidth = 4
  pen.beginPath()
  pen.moveTo(axis.x, axis.top)
  for (const y of breaks) {
    pen.lineTo(axis.x, y - 12)
    pen.lineTo(axis.x - 9, y - 6)
    pen.lineTo(axis.x + 9, y + 6)
    pen.lineTo(axis.x, y + 12)
  }
  pen.lineTo(axis.x, axis.bottom)
  pen.stroke()
  pen.fillStyle = FAINT
  for (const y of dots) {
    pen.beginPath()
    pen.arc(axis.x, y, 4, 0, 2 * Math.PI)
    pen.fill()
  }
  pen.lineWidth = 3
  for (const { y, height } of ticks) stroke(pen, axis.x - 18, y + height / 2, axis.x, y + height / 2)
}

/** A shape as well as a colour for each status: disc, diamond, ring, cross, broken ring. */
function paintMark(pen: SKRSContext2D, { x, y, status }: Mark): void {
  pen.fillStyle = status === 'past' || status === 'happening' ? COLOURS[status] : PAPER
  pen.strokeStyle = COLOURS[status]
  pen.lineWidth = 4
  pen.beginPath()
  if (status === 'happening') {
    pen.moveTo(x, y - RADIUS - 2)
    pen.lineTo(x + RADIUS + 2, y)
    pen.lineTo(x, y + RADIUS + 2)
    pen.lineTo(x - RADIUS - 2, y)
    pen.closePath()
  } else pen.arc(x, y, RADIUS - 1, 0, 2 * Math.PI)
  pen.fill()
  if (status === 'hypothetical') pen.setLineDash([6, 5])
  pen.stroke()
  pen.setLineDash([])
  if (status !== 'cancelled') return
  stroke(pen, x - 5, y - 5, x + 5, y + 5)
  stroke(pen, x - 5, y + 5, x + 5, y - 5)
}

function stroke(pen: SKRSContext2D, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
  pen.stroke()
}
