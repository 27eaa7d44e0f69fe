const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'short' })
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })

/** Discord's styles of a time stamp. */
const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** When a message was sent, as Discord writes it beside the name. */
export function sentAt(timestamp: string): string {
  const date = new Date(timestamp)
  if (Number.isNaN(date.valueOf())) return ''
  const days = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000,
  )
  if (days === 0) return `Today at ${time.format(date)}`
  if (days === 1) return `Yesterday at ${time.format(date)}`
  return `${day.format(date)} ${time.format(date)}`
}

/** A time stamp of the mark-up in one of Discord's styles. */
export function inStyle(date: Date, style: string): string {
  if (style !== 'R') return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(date)
  const seconds = (date.valueOf() - Date.now()) / 1000
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return relative.format(Math.round(seconds / size), unit)
}
