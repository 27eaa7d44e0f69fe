import type { FindingDate } from './answer.js'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An interval in words: `9–10 January 2022`, `June 2021`, `week of 20 December 2021`, `about 2014`. */
export function intervalText(date: FindingDate): string {
  const text = exactText(date)
  return date.approximate ? `about ${text}` : text
}

function exactText({ start, end, grain }: FindingDate): string {
  const from = parts(start)
  const to = parts(end)
  if (start === end) return dayText(start)
  if (wholeMonths(start, end)) {
    const oneYear = from.year === to.year
    if (oneYear && from.month === to.month) return `${from.month} ${from.year}`
    if (oneYear && from.monthNumber === 1 && to.monthNumber === 12) return `${from.year}`
    if (grain === 'decade') return `the ${from.year}s`
    if (from.monthNumber === 1 && to.monthNumber === 12) return `${from.year}–${to.year}`
    return oneYear
      ? `${from.month}–${to.month} ${to.year}`
      : `${from.month} ${from.year} – ${to.month} ${to.year}`
  }
  if (grain === 'week') return `week of ${dayText(start)}`
  if (from.year !== to.year) return `${dayText(start)} – ${dayText(end)}`
  if (from.month !== to.month) return `${from.day} ${from.month} – ${dayText(end)}`
  return `${from.day}–${dayText(end)}`
}

/** `9 January 2022` */
export function dayText(date: string): string {
  const { day, month, year } = parts(date)
  return `${day} ${month} ${year}`
}

function parts(date: string) {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return { year, monthNumber: month, month: MONTHS[month - 1] ?? '', day }
}

function wholeMonths(start: string, end: string): boolean {
  const next = new Date(`${end}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return start.endsWith('-01') && next.getUTCDate() === 1
}
