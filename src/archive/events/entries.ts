import type { AnnotatedArticle, EventMention } from '../../annotate/annotations.js'
import { parseDay } from '../../annotate/calendar.js'
import { names as english } from '../../language/en/names.js'
import type { PreparedArticle } from '../prepare.js'
import { Analyzer } from '../terms.js'
import { groupTellings, type Telling } from './grouping.js'

/** One telling of an event, as the archive keeps it. */
export interface Entry {
  readonly owner: AnnotatedArticle
  readonly event: EventMention
  /** How many different terms its clause has. */
  readonly told: number
}

type Article = Pick<PreparedArticle, 'annotated' | 'eventTerms'>

/** The tellings of all articles, in their order and in that of the text. */
export function entriesOf(articles: readonly Article[]): Entry[] {
  return articles.flatMap(({ annotated, eventTerms }) =>
    annotated.events.map((event, at) => ({
      owner: annotated,
      event,
      told: eventTerms.events[at]!.clause.length,
    })),
  )
}

/** Which of the tellings of `entriesOf` are of one event: their indexes, event by event. */
export function groupEvents(articles: readonly Article[]): number[][] {
  const numbers = new Map<string, number>()
  const numberOf = (term: string) => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, numbers.size)
    return numbers.size - 1
  }
  const country = countries()
  return groupTellings(
    articles.flatMap(({ annotated, eventTerms: { distinct, events } }) => {
      const places = new Map<number, number>()
      const placeOf = (place: number) => {
        const known = places.get(place) ?? numberOf(country.get(distinct[place]!) ?? distinct[place]!)
        places.set(place, known)
        return known
      }
      return annotated.events.map((event, at) => tellingOf(annotated, event, events[at]!, placeOf))
    }),
  )
}

/** What a telling is compared by; null for a duration, which is no event of its own. */
function tellingOf(
  { article }: AnnotatedArticle,
  { date: { interval }, places }: EventMention,
  { clause, date }: Article['eventTerms']['events'][number],
  numberOf: (place: number) => number,
): Telling | null {
  if (!interval) return null
  return {
    article: article.id,
    start: parseDay(interval.start) ?? 0,
    end: parseDay(interval.end) ?? 0,
    grain: interval.grain,
    stems: new Set(clause.filter((place) => !date.includes(place)).map(numberOf)),
    place: places[0] ?? null,
    places: places.length,
  }
}

/** The term of each people to that of its country: "Norwegian" and "Norway" tell of the same. */
function countries(): Map<string, string> {
  const analyzer = new Analyzer()
  const term = (word: string) => analyzer.distinct(word).join(' ')
  return new Map([...english.demonyms].map(([people, country]) => [term(people), term(country)]))
}
