import type { AnnotatedArticle } from '../../annotate/annotations.js'
import type { CalendarDate } from '../../articles/model/article.js'
import { countriesBeside, countryBeside } from './countries.js'
import { nameWords } from './names.js'

/** What one article tells of those that it names, each list in the order of the text. */
export interface NameFacts {
  readonly published: CalendarDate | null
  /** Names of organisations and places, each once. */
  readonly bodies: readonly string[]
  /** Of each quotation with a clear speaker, who it is. */
  readonly speakers: readonly (readonly [name: string, role: string | null])[]
  /** People with a country right beside them, or with a role, each role of theirs once. */
  readonly people: readonly (readonly [name: string, role: string | null, country: string | null])[]
  /** People and each country that a paragraph names with them. */
  readonly near: readonly (readonly [name: string, country: string])[]
}

export function nameFactsOf(annotated: AnnotatedArticle): NameFacts {
  const { article, names, quotations } = annotated
  const bodies = new Set<string>()
  const people: [string, string | null, string | null][] = []
  const told = new Set<string>()
  for (const mention of names) {
    const { kind, name, role } = mention
    if (kind === 'organisation' || kind === 'place') bodies.add(name)
    if (kind !== 'person') continue
    const country = countryBeside(article.text, mention)
    const key = `${name}\n${role}`
    const isNew = role !== null && role !== '' && !told.has(key)
    if (!country && !isNew) continue
    if (isNew) told.add(key)
    people.push([name, isNew ? role : null, country])
  }
  return {
    published: article.published,
    bodies: [...bodies],
    speakers: quotations.flatMap(({ speaker }) =>
      speaker && speaker.confidence !== 'unclear' ? [[speaker.name, speaker.role] as const] : [],
    ),
    people,
    near: [...countriesBeside(annotated)].map(({ name, country }) => [name, country] as const),
  }
}

/**
 * The first letters of a name's last word: names are taken for one person's only where these are the same, so that
 * people can be told apart a few letters at a time.
 */
export const blockOf = (name: string): string => nameWords(name).at(-1)?.slice(0, BLOCK_LETTERS) ?? ''

/** As many as `Surnames` compares spellings by. */
const BLOCK_LETTERS = 2

/** The facts of an article by the block of each name. */
export function inBlocks({ published, bodies, speakers, people, near }: NameFacts): Map<string, NameFacts> {
  const blocks = new Map<string, { -readonly [K in keyof NameFacts]: NameFacts[K] }>()
  const put = <K extends 'bodies' | 'speakers' | 'people' | 'near'>(
    kind: K,
    all: NameFacts[K],
    nameOf: (one: NameFacts[K][number]) => string,
  ) => {
    for (const one of all) {
      const block = blockOf(nameOf(one))
      const facts = blocks.get(block) ?? { published, bodies: [], speakers: [], people: [], near: [] }
      blocks.set(block, facts)
      ;(facts[kind] as unknown[]).push(one)
    }
  }
  put('bodies', bodies, (name) => name)
  put('speakers', speakers, ([name]) => name)
  put('people', people, ([name]) => name)
  put('near', near, ([name]) => name)
  return blocks
}
