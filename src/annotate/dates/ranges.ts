import type { DateMention } from '../annotations.js'

/** What stands between the ends of a range. */
const RANGE = /^\s*(?:-|–|—|to|through|until|till|and|,|, and|or)\s*$/

/** Joins the days of a list or range that follow one another, and the ends of "2014-2018", into one mention. */
export function joinRanges(text: string, mentions: readonly DateMention[]): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    const merged = last && join(text, last, mention)
    if (merged) joined[joined.length - 1] = merged
    else joined.push(mention)
  }
  return joined
}

function join(text: string, a: DateMention, b: DateMention): DateMention | null {
  if (!a.interval || !b.interval || b.start - a.end > 10 || a.type !== 'DATE' || b.type !== 'DATE')
    return null
  if (a.interval.grain !== b.interval.grain || a.interval.end >= b.interval.start) return null
  const between = text.slice(a.end, b.start)
  if (!RANGE.test(between)) return null
  const list = /and|or|,/.test(between)
  if (
    list &&
    !follows(a.interval.end, b.interval.start) &&
    !/\bbetween\s+$/.test(text.slice(Math.max(0, a.start - 10), a.start))
  )
    return null
  return {
    start: a.start,
    end: b.end,
    text: text.slice(a.start, b.end),
    type: 'DATE',
    value: `${a.value.split('/')[0]}/${b.value}`,
    interval: {
      ...a.interval,
      end: b.interval.end,
      approximate: a.interval.approximate || b.interval.approximate,
    },
  }
}

const follows = (end: string, start: string) => Date.parse(start) - Date.parse(end) <= 86_400_000
