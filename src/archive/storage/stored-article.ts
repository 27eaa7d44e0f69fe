import type { AnnotatedArticle } from '../../annotate/annotations.js'
import type { Article } from '../../articles/model/article.js'
import type { ArticleTerms } from '../../knowledge/article-terms.js'
import type { EventTerms } from '../../knowledge/index.js'
import { boundedMap } from '../../lib/bounded.js'
import { PARTS } from './annotation-codecs.js'
import { type Codec, decode, encode } from './codec.js'
import type { PreparedArticle } from './prepared-article.js'

type Part = keyof typeof PARTS
type PartValue<P extends Part> = (typeof PARTS)[P] extends Codec<infer T> ? T : never

const NAMES = Object.keys(PARTS) as Part[]

/** A prepared article as bytes, without the text of its file: the lengths of its parts, four bytes each, and the parts. */
export function pack({ article, annotated, ...rest }: PreparedArticle): Uint8Array<ArrayBuffer> {
  const values: { readonly [P in Part]: PartValue<P> } = {
    head: { ...article, ...rest },
    layout: { ...annotated, paragraphs: article.paragraphs },
    ...annotated,
    ...rest,
  }
  const parts = NAMES.map((part) => encode(PARTS[part] as Codec<unknown>, values[part]))
  const lengths = new Uint32Array(parts.map(({ length }) => length))
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, lengths.byteLength))
  packed.set(new Uint8Array(lengths.buffer))
  let at = lengths.byteLength
  for (const part of parts) {
    packed.set(part, at)
    at += part.length
  }
  return packed
}

/** The parts of an article that were made from its bytes and may be asked for again. */
type Made = { -readonly [P in Part]?: PartValue<P> }

/** Of how many articles parts are kept: those that one question speaks of. */
const MOST_OPEN = 128
/** The articles opened last, the latest behind. */
const open = boundedMap<StoredArticle, Made>(MOST_OPEN)
let latest: { readonly article: StoredArticle; readonly made: Made } | null = null

/**
 * A prepared article that lies in memory as bytes, a tenth of what it takes as objects. Its parts are made when they
 * are asked for and kept while it is among the articles opened last.
 */
export class StoredArticle implements PreparedArticle {
  readonly article: Article
  readonly annotated: AnnotatedArticle
  readonly fingerprint: string
  readonly print: string
  readonly #bytes: Uint8Array

  /** @param bytes from `pack` of the article with this text */
  constructor(bytes: Uint8Array, text: string) {
    this.#bytes = bytes
    const { fingerprint, print, ...head } = this.#decode('head')
    this.fingerprint = fingerprint
    this.print = print
    const part = <P extends Part>(name: P) => this.#part(name)
    const article: Article = {
      ...head,
      text,
      get paragraphs() {
        return part('layout').paragraphs
      },
    }
    this.article = article
    this.annotated = {
      article,
      get sentences() {
        return part('layout').sentences
      },
      get passages() {
        return part('layout').passages
      },
      get quotations() {
        return part('quotations')
      },
      get dates() {
        return part('dates')
      },
      get names() {
        return part('names')
      },
      get events() {
        return part('events')
      },
    }
  }

  /** What only the indexes are made from is not kept. */
  get terms(): ArticleTerms {
    return this.#decode('terms')
  }

  get eventTerms(): EventTerms {
    return this.#part('eventTerms')
  }

  #part<P extends Part>(name: P): PartValue<P> {
    const made = this.#made()
    const known = made[name] as PartValue<P> | undefined
    if (known !== undefined) return known
    const value = this.#decode(name)
    Object.assign(made, { [name]: value })
    return value
  }

  #made(): Made {
    if (latest?.article === this) return latest.made
    const made = open.get(this) ?? {}
    open.set(this, made)
    latest = { article: this, made }
    return made
  }

  #decode<P extends Part>(name: P): PartValue<P> {
    const { buffer, byteOffset } = this.#bytes
    const lengths = new DataView(buffer, byteOffset, 4 * NAMES.length)
    let start = 4 * NAMES.length
    for (const [index, part] of NAMES.entries()) {
      const length = lengths.getUint32(4 * index, true)
      if (part === name)
        return decode(
          PARTS[part] as Codec<unknown>,
          this.#bytes.subarray(start, start + length),
        ) as PartValue<P>
      start += length
    }
    throw new RangeError(`An article has no part ${name}.`)
  }
}
