/** Templates of questions: read into states, each of which takes words of a message and leads on to others. */
import type { Intent, IntentData } from '../../language/intents.js'

/** A word of a message, or all that stands between two quotation marks. */
export interface MessageToken {
  /** Lower case; empty for a quotation. */
  readonly word: string
  readonly start: number
  readonly end: number
}

type State =
  | { readonly kind: 'word'; readonly word: string; readonly next: number }
  | { readonly kind: 'either'; readonly next: readonly number[] }
  | { readonly kind: 'slot'; readonly name: string; readonly most: number; readonly next: number }
  | { readonly kind: 'quote'; readonly name: string; readonly next: number }
  | { readonly kind: 'when'; readonly kept: boolean; readonly next: number }
  | { readonly kind: 'end' }

export interface Compiled {
  readonly intent: Intent
  readonly states: readonly State[]
  readonly first: number
}

/** Longer messages are put in no set phrase. */
const MOST_WORDS = 60
const MOST_SLOT = 40
const END = 0

export function compile(intent: Intent, classes: IntentData['classes']): Compiled {
  const states: State[] = [{ kind: 'end' }]
  const add = (state: State) => states.push(state) - 1
  const tokens = intent.template.match(/\{[^{}\s]*\}|<[^<>\s]*>|[()[\]|]\*?|[^\s()[\]|{}<>]+/g) ?? []
  let at = 0

  /** The branches of a bracket, each as a function that puts it before a state. */
  function branches(): ((next: number) => number)[] {
    const found: ((next: number) => number)[] = []
    let parts: ((next: number) => number)[] = []
    const close = () => {
      const own = parts
      found.push((next) => own.reduceRight((behind, part) => part(behind), next))
      parts = []
    }
    for (; at < tokens.length; at++) {
      const token = tokens[at]!
      if (token === '|') close()
      else if (/^[)\]]/.test(token)) break
      else parts.push(part(token))
    }
    close()
    return found
  }

  function part(token: string): (next: number) => number {
    if (token === '(' || token === '[') {
      at++
      const own = branches()
      return bracket(own, token === '[', tokens[at]?.endsWith('*') ?? false)
    }
    if (token.startsWith('<')) return classOf(token.slice(1, -1))
    if (token === '{when}' || token === '{time}')
      return (next) => add({ kind: 'when', kept: token === '{when}', next })
    const [, quoted, name = '', most] = /^\{("?)([a-z]+)"?(?::(\d+))?\}$/.exec(token) ?? []
    if (quoted) return (next) => add({ kind: 'quote', name, next })
    if (name) return (next) => add({ kind: 'slot', name, most: Number(most ?? MOST_SLOT), next })
    return (next) => add({ kind: 'word', word: token, next })
  }

  function classOf(name: string): (next: number) => number {
    const own = (classes[name] ?? '').split('|').map((phrase) => phrase.trim().split(/\s+/))
    return bracket(
      own.map(
        (words) => (next: number) =>
          words.reduceRight((to, word) => add({ kind: 'word', word, next: to }), next),
      ),
      false,
      false,
    )
  }

  function bracket(own: readonly ((next: number) => number)[], optional: boolean, repeated: boolean) {
    return (next: number) => {
      if (!repeated)
        return add({ kind: 'either', next: [...own.map((put) => put(next)), ...(optional ? [next] : [])] })
      const loop = { kind: 'either' as const, next: [] as number[] }
      const start = add(loop)
      loop.next.push(...own.map((put) => put(start)), next)
      return start
    }
  }

  const [whole] = branches()
  const first = whole!(END)
  return { intent, states, first }
}

/** The words of a message as templates see them. */
export function messageTokens(text: string): MessageToken[] {
  const found: MessageToken[] = []
  let at = 0
  for (const part of text.split(/(["“„«][^"“”„«»]*["”»])/)) {
    if (/^["“„«].+["”»]$/su.test(part)) found.push({ word: '', start: at, end: at + part.length })
    else for (const { 0: run, index } of part.matchAll(/\S+/gu)) found.push(...wordsOf(run, at + index))
    at += part.length
  }
  return found
}

const MARKS = new Set(',.:;!?(–—-“”"„«»')

/** A run of signs without a space: the word in it, and its possessive. */
function wordsOf(run: string, at: number): MessageToken[] {
  let [start, end] = [0, run.length]
  while (start < end && MARKS.has(run[start]!)) start++
  while (end > start && MARKS.has(run[end - 1]!)) end--
  const lower = run.slice(start, end).toLowerCase().replaceAll('’', "'")
  const own = lower.length > 2 && lower.endsWith("'s") ? 2 : 0
  const words = [
    { word: lower.slice(0, lower.length - own), start: at + start, end: at + end - own },
    { word: lower.slice(lower.length - own), start: at + end - own, end: at + end },
  ]
  return words.filter(({ word }) => word !== '')
}

export interface Match {
  readonly intent: Intent
  /** How many words stand in it literally. */
  readonly literal: number
  readonly slots: Readonly<Record<string, string>>
}

/** The row that fits a message best; null where none does. */
export function bestMatch(text: string, rows: readonly Compiled[], data: IntentData): Match | null {
  const tokens = messageTokens(text)
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return null
  const stretches = new Map<number, readonly Stretch[]>()
  const stretchesAt = (at: number) => {
    const found = stretches.get(at) ?? stretchesFrom(text, tokens, at, data.stretch)
    stretches.set(at, found)
    return found
  }
  let best: Match | null = null
  for (const row of rows) {
    const found = matched(row, text, tokens, stretchesAt, data)
    if (found && found.literal > (best?.literal ?? -1)) best = { intent: row.intent, ...found }
  }
  return best
}

interface Stretch {
  readonly to: number
  readonly groups: Readonly<Record<string, string>>
}

/** "From 12 May to the end of next June" has nine words. */
const MOST_STRETCH = 10

function stretchesFrom(
  text: string,
  tokens: readonly MessageToken[],
  at: number,
  stretch: RegExp,
): Stretch[] {
  const found: Stretch[] = []
  for (let to = at + 1; to <= Math.min(tokens.length, at + MOST_STRETCH); to++) {
    const { groups } = stretch.exec(text.slice(tokens[at]!.start, tokens[to - 1]!.end)) ?? {}
    if (groups)
      found.push({ to, groups: Object.fromEntries(Object.entries(groups).filter(([, value]) => value)) })
  }
  return found
}

interface Path {
  readonly literal: number
  readonly slots: Readonly<Record<string, string>>
}

function matched(
  { states, first }: Compiled,
  text: string,
  tokens: readonly MessageToken[],
  stretchesAt: (at: number) => readonly Stretch[],
  data: Pick<IntentData, 'notFirst' | 'notInside' | 'numbers'>,
): Path | null {
  const known = new Map<number, Path | null>()
  const between = (from: number, to: number) => text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  const better = (a: Path | null, b: Path | null) => (b && (!a || b.literal > a.literal) ? b : a)

  function from(state: number, at: number): Path | null {
    const key = state * (MOST_WORDS + 1) + at
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, null)
    const path = walked(states[state]!, at)
    known.set(key, path)
    return path
  }

  function walked(state: State, at: number): Path | null {
    const token = tokens[at]
    switch (state.kind) {
      case 'end':
        return token ? null : { literal: 0, slots: {} }
      case 'word': {
        const rest = token?.word === state.word ? from(state.next, at + 1) : null
        return rest && { ...rest, literal: rest.literal + 1 }
      }
      case 'either':
        return state.next.reduce<Path | null>((best, next) => better(best, from(next, at)), null)
      case 'quote': {
        const rest = token?.word === '' ? from(state.next, at + 1) : null
        return rest && held(rest, state.name, between(at, at + 1), 1)
      }
      case 'when':
        return token
          ? stretchesAt(at).reduce<Path | null>((best, { to, groups }) => {
              const rest = from(state.next, to)
              return better(
                best,
                rest && {
                  literal: rest.literal + to - at,
                  slots: state.kept ? { ...groups, ...rest.slots } : rest.slots,
                },
              )
            }, null)
          : null
      case 'slot': {
        if (!token || data.notFirst[state.name]?.has(token.word)) return null
        if (data.numbers.has(state.name) && !/^\d{1,3}$/.test(token.word)) return null
        let best: Path | null = null
        for (let to = at + 1; to <= Math.min(tokens.length, at + state.most); to++) {
          if (data.notInside[state.name]?.has(tokens[to - 1]!.word)) break
          const rest = from(state.next, to)
          best = better(best, rest && held(rest, state.name, between(at, to), 0))
        }
        return best
      }
    }
  }

  const held = (rest: Path, name: string, words: string, literal: number): Path => ({
    literal: rest.literal + literal,
    slots: name === 'any' ? rest.slots : { ...rest.slots, [name]: words },
  })

  return from(first, 0)
}
