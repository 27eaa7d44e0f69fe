import { type ErrorTree, refuse } from '../http/refusals.js'

/** Bounds of a text, in characters (code points, as JSON Schema counts them), or of a list. */
export interface Bounds {
  min?: number
  max?: number
  required?: boolean
}

/** One value of a form with its place, so that what is wrong with it lands there in Discord's error tree. */
export class Field {
  readonly value: unknown
  readonly #errors: ErrorTree
  /** What it is a member of, and its name there. */
  readonly #within: Field | null
  readonly #name: string | number

  constructor(
    value: unknown,
    errors: ErrorTree = {},
    within: Field | null = null,
    name: string | number = '',
  ) {
    this.value = value
    this.#errors = errors
    this.#within = within
    this.#name = name
  }

  /** The member `name`; its value is undefined where this is no object. */
  get(name: string | number): Field {
    const isObject = typeof this.value === 'object' && this.value !== null
    const value = isObject ? (this.value as never)[name] : undefined
    return new Field(value, this.#errors, this, name)
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null
  }

  fail(code: string, message: string): void {
    const node = this.#place()
    node._errors = [...(node._errors ?? []), { code, message }]
  }

  /** Its place in the tree of errors. */
  #place(): ErrorTree {
    if (!this.#within) return this.#errors
    const node = this.#within.#place()
    node[this.#name] ??= {}
    return node[this.#name] as ErrorTree
  }

  /** Whether the field is there; where it must be and is not, that is an error. */
  present(required = false): boolean {
    if (this.absent && required) this.fail('BASE_TYPE_REQUIRED', 'This field is required')
    return !this.absent
  }

  text({ min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds = {}): string | undefined {
    if (!this.present(required)) return undefined
    if (typeof this.value !== 'string' && typeof this.value !== 'number') {
      this.fail('STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(this.value)}" as string.`)
      return undefined
    }
    const text = String(this.value)
    if (min > 0 && required && text.trim() === '') this.fail('BASE_TYPE_REQUIRED', 'This field is required')
    // A character is one code unit or two: most texts need no counting.
    else if (text.length > max || text.length < 2 * min) this.#bounds(characters(text), min, max)
    return text
  }

  integer(bounds: Bounds = {}): number | undefined {
    return this.number(bounds, true)
  }

  number({ min, max, required = false }: Bounds = {}, whole = false): number | undefined {
    if (!this.present(required)) return undefined
    const kind = whole ? 'int' : 'float'
    const number = typeof this.value === 'boolean' ? Number.NaN : Number(this.value)
    if (whole ? !Number.isInteger(number) : !Number.isFinite(number)) {
      this.fail('NUMBER_TYPE_COERCE', `Value "${String(this.value)}" is not ${kind}.`)
      return undefined
    }
    if (min !== undefined && number < min)
      this.fail('NUMBER_TYPE_MIN', `${kind} value should be greater than or equal to ${min}.`)
    if (max !== undefined && number > max)
      this.fail('NUMBER_TYPE_MAX', `${kind} value should be less than or equal to ${max}.`)
    return number
  }

  oneOf<T extends string | number>(choices: readonly T[], required = false): T | undefined {
    if (!this.present(required)) return undefined
    if (choices.includes(this.value as T)) return this.value as T
    this.fail('BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`)
    return undefined
  }

  url(protocols: readonly string[] = ['http:', 'https:']): void {
    const text = this.text({ max: 2048 })
    if (text === undefined || text === '') return
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (!url) this.fail('URL_TYPE_INVALID_URL', 'Not a well formed URL.')
    else if (!protocols.includes(url.protocol))
      this.fail(
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${url.protocol.slice(0, -1)}" is not supported. Scheme must be one of (${protocols.map((p) => `'${p.slice(0, -1)}'`).join(', ')}).`,
      )
  }

  /** The items of a list; none where it is absent or no list. */
  items({ min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds = {}): Field[] {
    if (!this.present(required)) return []
    if (!Array.isArray(this.value)) {
      this.fail('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
      return []
    }
    this.#bounds(this.value.length, min, max)
    return this.value.map((_, index) => this.get(index))
  }

  /** Whether this is an object; an error where it is something else. */
  record(): boolean {
    if (isRecord(this.value)) return true
    this.fail('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    return false
  }

  #bounds(length: number, min: number, max: number): void {
    if (length >= min && length <= max) return
    if (min > 0 && max !== Number.POSITIVE_INFINITY)
      this.fail('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    else if (length > max) this.fail('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
    else this.fail('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`)
  }
}

/**
 * Looks a request's body over.
 * @throws Refusal 50035 with every error at its place.
 */
export function checkForm(body: unknown, check: (form: Field) => void): void {
  const errors: ErrorTree = {}
  const form = new Field(body ?? {}, errors)
  if (form.record()) check(form)
  if (Object.keys(errors).length > 0) throw refuse.invalidForm(errors)
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Length in code points. */
export function characters(text: string): number {
  let count = text.length
  for (let i = 1; i < text.length; i++) if (isPair(text, i)) count--
  return count
}

/** Whether the code unit there is the second of a pair. */
function isPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0xdc00 || unit > 0xdfff) return false
  const before = text.charCodeAt(at - 1)
  return before >= 0xd800 && before <= 0xdbff
}
