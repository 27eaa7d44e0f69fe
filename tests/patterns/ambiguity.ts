/**
 * Whether a repetition of a regular expression can read one text in more ways the longer it gets, so that a search
 * that fails tries exponentially many (EDA: Weber and Seidl 1991, "On the degree of ambiguity of finite automata").
 * Repetitions of at most so many are taken as of two, and look-arounds as if they held: what they forbid is not seen.
 */
import {
  type CharSet,
  JS,
  type NoParent,
  type Concatenation as Parented,
  type Element as ParentedElement,
} from 'refa'

type Concatenation = NoParent<Parented>
type Element = NoParent<ParentedElement>

/** Characters that stand first and last in what a part reads, whether it can read nothing, and what follows what. */
interface Part {
  readonly empty: boolean
  readonly first: readonly number[]
  readonly last: readonly number[]
}

export function isExponential(source: string, flags: string): boolean {
  const { expression } = JS.Parser.fromLiteral({ source, flags }).parse({ backreferences: 'unknown' })
  return repetitions(expression).some((body) => new Automaton(body).isAmbiguous())
}

/** The bodies of the outermost repetitions without end, within look-arounds too. */
function repetitions({
  alternatives,
}: {
  readonly alternatives: readonly Concatenation[]
}): Concatenation[][] {
  return alternatives.flatMap(({ elements }) =>
    elements.flatMap((element): Concatenation[][] => {
      if (element.type === 'Quantifier' && element.max === Number.POSITIVE_INFINITY)
        return [[...element.alternatives], ...lookarounds(element)]
      return 'alternatives' in element ? repetitions(element) : []
    }),
  )
}

function lookarounds({
  alternatives,
}: {
  readonly alternatives: readonly Concatenation[]
}): Concatenation[][] {
  return alternatives.flatMap(({ elements }) =>
    elements.flatMap((element) =>
      element.type === 'Assertion'
        ? repetitions(element)
        : 'alternatives' in element
          ? lookarounds(element)
          : [],
    ),
  )
}

/** Glushkov's automaton of the repetition of a body. */
class Automaton {
  readonly #characters: CharSet[] = []
  /** How many ways lead from one character to another. */
  readonly #ways: Map<number, number>[] = []
  #doubled = false

  constructor(body: readonly Concatenation[]) {
    const whole = this.#alternatives(body)
    this.#connect(whole.last, whole.first)
  }

  isAmbiguous(): boolean {
    return this.#doubled || this.#parts()
  }

  /** Whether two different ways over the same characters begin at one place and end there. */
  #parts(): boolean {
    const size = this.#characters.length
    const meets = new Map<number, boolean>()
    const overlap = (a: number, b: number) => {
      const key = a * size + b
      const known = meets.get(key)
      if (known !== undefined) return known
      const is = !this.#characters[a]!.isDisjointWith(this.#characters[b]!)
      meets.set(key, is)
      return is
    }
    const next = (pair: number) => {
      const pairs: number[] = []
      for (const a of this.#ways[Math.floor(pair / size)]!.keys())
        for (const b of this.#ways[pair % size]!.keys()) if (overlap(a, b)) pairs.push(a * size + b)
      return pairs
    }
    for (let start = 0; start < size; start++) {
      const seen = new Set<number>()
      const waiting = next(start * size + start).filter((pair) => Math.floor(pair / size) < pair % size)
      for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
        if (seen.has(pair)) continue
        seen.add(pair)
        // All characters of a repetition lie on one circle, so two ways that meet again can do so at the start.
        if (Math.floor(pair / size) === pair % size) return true
        waiting.push(...next(pair))
      }
    }
    return false
  }

  #alternatives(alternatives: readonly Concatenation[]): Part {
    const parts = alternatives.map(({ elements }) =>
      this.#sequence(elements.map((one) => () => this.#element(one))),
    )
    // Two that can read nothing are two ways of doing so, unless they only look around.
    const reading = parts.filter(({ first }) => first.length > 0)
    if (reading.filter(({ empty }) => empty).length > 1) this.#doubled = true
    return {
      empty: parts.some(({ empty }) => empty),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    }
  }

  #sequence(makers: readonly (() => Part)[]): Part {
    let whole: Part = { empty: true, first: [], last: [] }
    for (const make of makers) {
      const part = make()
      this.#connect(whole.last, part.first)
      whole = {
        empty: whole.empty && part.empty,
        first: whole.empty ? [...whole.first, ...part.first] : whole.first,
        last: part.empty ? [...whole.last, ...part.last] : part.last,
      }
    }
    return whole
  }

  #element(element: Element): Part {
    if (element.type === 'CharacterClass') return this.#character(element.characters)
    if (element.type === 'Alternation') return this.#alternatives(element.alternatives)
    if (element.type !== 'Quantifier') return { empty: true, first: [], last: [] }
    const { min, max, alternatives } = element
    if (max === 0) return { empty: true, first: [], last: [] }
    if (max === Number.POSITIVE_INFINITY) {
      const part = this.#alternatives(alternatives)
      this.#connect(part.last, part.first)
      return { ...part, empty: part.empty || min === 0 }
    }
    const optional = () => ({ ...this.#alternatives(alternatives), empty: true })
    const makers = Array.from({ length: Math.min(max, 2) }, (_, i) =>
      i < min ? () => this.#alternatives(alternatives) : optional,
    )
    // The second of two that may be left out stands only behind the first: nothing is read in two ways.
    if (min === 0 && makers.length === 2) {
      const first = this.#alternatives(alternatives)
      const second = this.#alternatives(alternatives)
      this.#connect(first.last, second.first)
      return { empty: true, first: first.first, last: [...first.last, ...second.last] }
    }
    return this.#sequence(makers)
  }

  #character(characters: CharSet): Part {
    const place = this.#characters.push(characters) - 1
    this.#ways.push(new Map())
    return { empty: false, first: [place], last: [place] }
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    for (const a of from)
      for (const b of to) {
        const ways = (this.#ways[a]!.get(b) ?? 0) + 1
        this.#ways[a]!.set(b, ways)
        if (ways > 1) this.#doubled = true
      }
  }
}
