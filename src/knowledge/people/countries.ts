import type { AnnotatedArticle, NameMention } from '../../annotate/annotations.js'
import type { Span } from '../../articles/model/article.js'
import { countryOf, seatIn } from './offices.js'

/** How far a country may stand from a name. */
const REACH = 30
/** A paragraph that names more people, times countries, is a list and tells nothing. */
const MOST_PAIRS = 500

/** The country that somebody is said to be of right where they are named: "Norway's Berg", "President Berg of Norway". */
export function countryBeside(text: string, { start, end }: Span): string | null {
  if (text.startsWith(' of ', end)) {
    const after = /^ of (?:the )?(\p{Lu}[\p{L}.]*(?: \p{Lu}\p{L}+)?)/u.exec(text.slice(end, end + REACH))
    const country = after && (countryOf(after[1]!) ?? countryOf(after[1]!.split(' ')[0]!))
    if (country) return country
  }
  if (!/['’]s $/.test(text.slice(start - 3, start))) return null
  const before = /(?<![\p{L}.])(?:(\p{Lu}\p{L}+) )?(\p{Lu}[\p{L}.]*)['’]s $/u.exec(
    text.slice(Math.max(0, start - REACH), start),
  )
  return before && (countryOf(`${before[1] ?? ''} ${before[2]}`) ?? countryOf(before[2]!))
}

/** The people of an article and each country that a paragraph names with them, by itself or by its seat of government. */
export function* countriesBeside({
  article: { text },
  sentences,
  names,
}: AnnotatedArticle): Generator<{ name: string; country: string }> {
  const countryNamed = countriesOf(text)
  let at = 0
  let people = new Set<string>()
  let countries = new Set<string>()
  for (const [index, { end, paragraph }] of sentences.entries()) {
    for (; at < names.length && names[at]!.start < end; at++) {
      const country = countryNamed(names[at]!)
      if (country) countries.add(country)
      else if (names[at]!.kind === 'person') people.add(names[at]!.name)
    }
    if (sentences[index + 1]?.paragraph === paragraph) continue
    if (people.size * countries.size <= MOST_PAIRS)
      for (const name of people) for (const country of countries) yield { name, country }
    people = new Set()
    countries = new Set()
  }
}

/** The country that a name of a text names. An article names few, again and again. */
function countriesOf(text: string): (name: NameMention) => string | null {
  const known = new Map<string, string | null>()
  return ({ start, end, kind }) => {
    if (kind === 'person') return null
    const name = text.slice(start, end)
    const told = known.get(name)
    if (told !== undefined) return told
    const country = countryOf(name) ?? seatIn(name)
    known.set(name, country)
    return country
  }
}
