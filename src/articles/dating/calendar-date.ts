import type { CalendarDate } from '../model/article.js'

/** The day, or null when the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}

/** From 1 (Monday) to 7. */
export const weekdayOf = (day: CalendarDate) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Whole days from one day to another. */
export const daysBetween = (from: CalendarDate, to: CalendarDate) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
