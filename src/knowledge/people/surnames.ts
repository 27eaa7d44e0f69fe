import { sameSurname } from './names.js'

/**
 * A name is compared with so many of one surname, and a surname with so many that begin and are as long as it. News
 * have fewer; a text made of names alone must not take time by the square of them.
 */
const MOST_NAMESAKES = 100
const MOST_ALIKE = 100

/** Whoever bears a surname, or one that is spelt much like it. */
export class Surnames<T> {
  readonly #bearers = new Map<string, T[]>()
  /** Surnames by their first letters and their length, so that a spelling is compared with few others. */
  readonly #alike = new Map<string, { readonly surname: string; readonly at: number }[]>()

  add(surname: string, bearer: T): void {
    const namesakes = this.#bearers.get(surname)
    if (namesakes) {
      if (namesakes.length < MOST_NAMESAKES) namesakes.push(bearer)
      return
    }
    const entry = { surname, at: this.#bearers.size }
    this.#bearers.set(surname, [bearer])
    const start = startOf(surname, surname.length)
    const others = this.#alike.get(start)
    if (!others) this.#alike.set(start, [entry])
    else if (others.length < MOST_ALIKE) others.push(entry)
  }

  bearers(surname: string): readonly T[] {
    return this.#bearers.get(surname) ?? []
  }

  /** Of the surnames that may be another spelling of this one, the one that came first. */
  like(surname: string): string | undefined {
    const alike = [-1, 0, 1].flatMap((more) => {
      const others = this.#alike.get(startOf(surname, surname.length + more))
      return others?.find((other) => sameSurname(other.surname, surname)) ?? []
    })
    return alike.sort((a, b) => a.at - b.at)[0]?.surname
  }
}

const startOf = (surname: string, length: number) => `${length} ${surname.slice(0, 2)}`
