import { names as data } from '../../language/en/names.js'
import type { NameKind } from '../annotations.js'
import type { Gender, RawName } from './parse.js'

/** Somebody or something the document names, by its fullest form. */
export interface Entity {
  readonly name: string
  readonly kind: NameKind
  readonly gender: Gender | null
  readonly role: string | null
}

/** A name as found, with its own words and those of its role. */
export interface Mention extends RawName {
  readonly text: string
  readonly roleText: string | null
}

interface Draft {
  readonly words: readonly string[]
  readonly name: string
  kind: NameKind | null
  gender: Gender | null
  role: string | null
  count: number
}

/**
 * Joins mentions of one and the same: a surname to the full name with that surname that the document uses most,
 * unless an honorific says otherwise. Roles, kinds and genders of one mention hold for all.
 * @returns for each mention the entity it is one of, in the same order
 */
export function joinMentions(mentions: readonly Mention[]): Entity[] {
  const drafts = new Map<string, Draft>()
  const byPart = new Map<string, Draft[]>()
  for (const mention of mentions) {
    if (mention.words.length < 2) continue
    const key = mention.words.join(' ')
    const draft = drafts.get(key)
    if (draft) update(draft, mention)
    else {
      const made = draftOf(mention)
      drafts.set(key, made)
      if (made.kind === 'person' || made.kind === null)
        for (const part of parts(mention.words)) push(byPart, part, made)
    }
  }
  dropPairs(drafts, byPart)
  const entities = new Map<Draft, Entity>()
  const found = mentions.map((mention): Draft => {
    const key = mention.words.join(' ')
    const full = drafts.get(key)
    if (full && mention.words.length > 1) return full
    const chained = chain(byPart.get(mention.words.at(-1)!) ?? [], mention)
    if (chained) {
      update(chained, mention)
      return chained
    }
    const made = full ?? draftOf(mention)
    if (full) update(full, mention)
    drafts.set(key, made)
    return made
  })
  return found.map((draft) => {
    const known = entities.get(draft)
    if (known) return known
    const entity = {
      name: draft.name,
      kind: draft.kind ?? 'other',
      gender: draft.gender,
      role: draft.role,
    }
    entities.set(draft, entity)
    return entity
  })
}

/** "Ivanov Petrov" under a picture is two people where each is known by a fuller name. */
function dropPairs(drafts: ReadonlyMap<string, Draft>, byPart: Map<string, Draft[]>): void {
  const surnames = new Map<string, Draft>()
  for (const draft of drafts.values()) if (draft.kind === 'person') surnames.set(draft.words.at(-1)!, draft)
  for (const draft of drafts.values()) {
    const first = draft.words[0]!
    const other = surnames.get(first)
    if (!other || other === draft || isFirstName(first)) continue
    for (const part of parts(draft.words)) {
      const known = byPart.get(part)?.filter((one) => one !== draft)
      if (known) byPart.set(part, known)
    }
  }
}

const isFirstName = (word: string) =>
  data.masculine.has(word.toLowerCase()) || data.feminine.has(word.toLowerCase())

/** The words by which a person may be called alone: the surname, with or without its particles, and the first name. */
function parts(words: readonly string[]): string[] {
  const plain = words.filter((word) => !data.suffixes.has(word.toLowerCase()))
  const first = plain[0]!
  const surname = plain.at(-1)!
  return first === surname ? [surname] : [surname, first]
}

function chain(candidates: readonly Draft[], mention: RawName): Draft | undefined {
  if (mention.kind !== null && mention.kind !== 'person') return undefined
  const word = mention.words[0]!
  let best: Draft | undefined
  for (const draft of candidates) {
    if (draft.words[0] === word && draft.words.at(-1) !== word && mention.role) continue
    if (mention.gender && draft.gender && mention.gender !== draft.gender) continue
    if (!best || rank(draft, word) > rank(best, word)) best = draft
  }
  return best
}

/** A surname before a first name; then whoever is named in full most often. */
const rank = (draft: Draft, word: string) => draft.count + (draft.words[0] === word ? 0 : 1000)

const draftOf = (mention: Mention): Draft => ({
  words: mention.words,
  name: mention.text,
  kind: mention.kind,
  gender: mention.gender,
  role: mention.roleText,
  count: 1,
})

function update(draft: Draft, mention: Mention): void {
  if (mention.words.length > 1) draft.count++
  draft.kind ??= mention.kind
  if (mention.kind === 'person' && draft.kind === null) draft.kind = 'person'
  draft.gender ??= mention.gender
  draft.role ??= mention.roleText
}

/** More people of one surname than this are a list, and a surname alone names none of them. */
const MOST_NAMESAKES = 16

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const found = map.get(key)
  if (!found) map.set(key, [draft])
  else if (found.length < MOST_NAMESAKES) found.push(draft)
}
