import type { Span } from '../articles/article.js'
import { countryOf } from './offices.js'

/** How far a country may stand from a name. */
const REACH = 30

/** The country that somebody is said to be of right where they are named: "Norway's Berg", "President Berg of Norway". */
export function landBeside(text: string, { start, end }: Span): string | null {
  if (text.startsWith(' of ', end)) {
    const after = /^ of (?:the )?(\p{Lu}[\p{L}.]*(?: \p{Lu}\p{L}+)?)/u.exec(text.slice(end, end + REACH))
    const land = after && (countryOf(after[1]!) ?? countryOf(after[1]!.split(' ')[0]!))
    if (land) return land
  }
  if (!/['’]s $/.test(text.slice(start - 3, start))) return null
  const before = /(?:(\p{Lu}\p{L}+) )?(\p{Lu}[\p{L}.]*)['’]s $/u.exec(
    text.slice(Math.max(0, start - REACH), start),
  )
  return before && (countryOf(`${before[1] ?? ''} ${before[2]}`) ?? countryOf(before[2]!))
}
