import type { AnnotatedArticle, Speaker } from '../../annotate/annotations.js'
import { isProper, People, type Said, utterancesOf, wordingsOf } from '../../knowledge/index.js'
import { type CooperativeTask, mapped } from '../../lib/cooperative-tasks.js'
import type { IndexColumns } from '../../retrieval/index.js'

/** Every quotation that can be looked for, article by article and in each in the order of the text. */
export interface QuotationColumns {
  readonly index: IndexColumns
  /** The place of each in its article's list of quotations. */
  readonly places: Uint32Array
  /** The place in `names` of the name that stands for all spellings of its speaker's, plus one; 0 where that is not clear. */
  readonly speakers: Uint32Array
  readonly names: readonly string[]
  /** A number for what was said on one occasion by one person, however it is printed. */
  readonly utterances: Uint32Array
  /** A list of `PersonRecord`, as JSON. */
  readonly people: Uint8Array
}

export const QUOTATION_FIELDS = ['said'] as const

/** Compares all quotations of an archive with each other. */
export function* quotationColumns(
  articles: readonly AnnotatedArticle[],
  index: IndexColumns,
): CooperativeTask<{ columns: QuotationColumns; people: People }> {
  const places: number[] = []
  for (const article of articles) {
    // Asked for in one step: what is unpacked of an article is another object once it has been forgotten.
    const wordings = new Set(wordingsOf(article))
    for (const [place, quotation] of article.quotations.entries()) {
      if (wordings.has(quotation)) places.push(place)
    }
    yield
  }
  const { people, speakers, utterances } = yield* groupQuotations(articles)
  const names = [...new Set(speakers.filter((name) => name !== null))]
  const numbers = new Map<string | null, number>(names.map((name, index) => [name, index + 1]))
  const columns = {
    index,
    places: Uint32Array.from(places),
    speakers: Uint32Array.from(speakers, (name) => numbers.get(name) ?? 0),
    names,
    utterances: Uint32Array.from(utterances),
    people: Buffer.from(JSON.stringify(people.records())),
  }
  return { columns, people }
}

/** Who speaks, and what is one utterance; one entry for each wording of the articles. */
function* groupQuotations(articles: readonly AnnotatedArticle[]): CooperativeTask<{
  readonly people: People
  readonly speakers: readonly (string | null)[]
  readonly utterances: readonly number[]
}> {
  const people = yield* People.found(articles)
  const canonical = new Map<string, string>()
  const nameOf = (speaker: Speaker | null) => {
    if (!speaker || speaker.confidence === 'unclear') return null
    const known = canonical.get(speaker.name) ?? people.canonical(speaker.name) ?? speaker.name
    canonical.set(speaker.name, known)
    return known
  }
  const said = yield* mapped(articles, (owner) =>
    wordingsOf(owner).map(({ start, end, direct, speaker, cue }): Said => {
      const person = nameOf(speaker)
      return {
        text: owner.article.text.slice(start, end),
        person,
        article: owner.article.id,
        start,
        end,
        direct,
        cue: cue?.start ?? null,
        named: person !== null && isProper(person),
        published: owner.article.published,
      }
    }),
  )
  const all = said.flat()
  return {
    people,
    speakers: all.map(({ person }) => person),
    utterances: yield* utterancesOf(all),
  }
}
