import { names as data } from '../../language/en/names/names.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import type { NameKind } from '../annotations.js'
import type { Gender, RawName } from './parse.js'

/** Somebody or something the document names, by its fullest form. */
export interface Entity {
  readonly name: string
  readonly kind: NameKind
  readonly gender: Gender | null
  readonly role: string | null
}

/** A name as found, with the words of its role. */
export interface Mention {
  readonly raw: RawName
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
 * @param textOf the words of a name as the document prints them
 * @returns for each mention the entity it is one of, in the same order
 */
export function joinMentions(mentions: readonly Mention[], textOf: (name: RawName) => string): Entity[] {
  const drafts = new Map<string, Draft>()
  const byPart = new Map<string, Draft[]>()
  const keys = mentions.map(({ raw }) => (raw.words.length > 1 ? raw.words.join(' ') : raw.words[0]!))
  mentions.forEach((mention, i) => {
    const { words } = mention.raw
    if (words.length < 2) return
    const draft = drafts.get(keys[i]!)
    if (draft) {
      update(draft, mention)
      return
    }
    const made = draftOf(mention, textOf(mention.raw))
    drafts.set(keys[i]!, made)
    // "NorAir Flight 803" is no name of NorAir's.
    if (made.kind === 'person' || (made.kind === null && !/\d/.test(words.at(-1)!)))
      for (const part of parts(words)) push(byPart, part, made)
  })
  dropPairs(drafts, byPart)
  const entities = new Map<Draft, Entity>()
  const found = mentions.map((mention, i): Draft => {
    const { raw } = mention
    const full = drafts.get(keys[i]!)
    if (full && raw.words.length > 1) return full
    const known = chain(byPart.get(raw.words.at(-1)!) ?? [], raw) ?? full
    if (known) {
      update(known, mention)
      return known
    }
    const made = draftOf(mention, textOf(raw))
    drafts.set(keys[i]!, made)
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

const isWomansName = (word: string) =>
  data.feminine.has(word.toLowerCase()) && !data.unisex.has(word.toLowerCase())

/** The words by which a person may be called alone: the surname, with or without its particles, and the first name. */
function parts(words: readonly string[]): string[] {
  const plain = words.filter((word) => !data.suffixes.has(word.toLowerCase()))
  const first = plain[0]!
  const surname = plain.at(-1)!
  // "Anna-Marie Katherine" has two first names, and is not the one who is called Katherine.
  if (first.includes('-') && isWomansName(surname)) return [first]
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

const draftOf = ({ raw: { words, kind, gender }, roleText }: Mention, name: string): Draft => ({
  words,
  name,
  // Only people have offices; a name of one word may still be a party or a firm.
  kind: kind ?? (isFirstNameAlone(words) || (roleText && words.length > 1) ? 'person' : null),
  gender,
  role: roleText,
  count: 1,
})

/** "Katherine": a first name that is no word besides. */
const isFirstNameAlone = ([first, more]: readonly string[]) =>
  more === undefined && isFirstName(first!) && !lexicon().has(first!.toLowerCase())

function update(draft: Draft, { raw, roleText }: Mention): void {
  if (raw.words.length > 1) draft.count++
  if (raw.human) draft.kind = 'person'
  draft.kind ??= raw.kind ?? (roleText && draft.words.length > 1 ? 'person' : null)
  draft.gender ??= raw.gender
  if (roleText && (!draft.role || extendsRole(roleText, draft.role))) draft.role = roleText
}

/** Whether a role says more than another and nothing else: "Norwegian Prime Minister" than "Prime Minister". */
const extendsRole = (more: string, less: string) =>
  more.length > less.length && more.toLowerCase().endsWith(` ${less.toLowerCase()}`)

/** More people of one surname than this are a list, and a surname alone names none of them. */
const MOST_NAMESAKES = 16

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const found = map.get(key)
  if (!found) map.set(key, [draft])
  else if (found.length < MOST_NAMESAKES) found.push(draft)
}
