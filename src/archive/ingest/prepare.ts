import { annotate } from '../../annotate/annotate.js'
import {
  bodyPrint,
  fingerprint,
  isRejection,
  parseArticle,
  type TextFile,
} from '../../articles/folder/index.js'
import type { Article, Rejection } from '../../articles/model/article.js'
import { termsOfArticle } from '../../knowledge/article-terms.js'
import { termsOfEvents } from '../../knowledge/index.js'
import type { PreparedArticle } from '../storage/prepared-article.js'
import { pack, StoredArticle } from '../storage/stored-article.js'

export type Prepared = PreparedArticle | Rejection

/** What one file holds. Depends on nothing but the file, so it need be done only once. */
export function prepare({ id, text }: TextFile): Prepared {
  const article = parseArticle(id, text)
  return isRejection(article) ? article : prepareArticle(article)
}

export function prepareArticle(article: Article): PreparedArticle {
  const annotated = annotate(article)
  return {
    article,
    annotated,
    terms: termsOfArticle(annotated),
    fingerprint: fingerprint(article.text),
    eventTerms: termsOfEvents(annotated),
    print: bodyPrint(article),
  }
}

export const isPrepared = (prepared: Prepared): prepared is PreparedArticle => 'annotated' in prepared

const REJECTED = 0
const PREPARED = 1

/** A preparation as bytes, without the text of the file: what it is, and then that. */
export function encode(prepared: Prepared): Uint8Array<ArrayBuffer> {
  const [kind, bytes] = isPrepared(prepared)
    ? [PREPARED, pack(prepared)]
    : [REJECTED, Buffer.from(JSON.stringify(prepared))]
  const encoded = new Uint8Array(1 + bytes.length)
  encoded[0] = kind
  encoded.set(bytes, 1)
  return encoded
}

export function decode(encoded: Uint8Array, { text }: TextFile): Prepared {
  const bytes = encoded.subarray(1)
  if (encoded[0] === PREPARED) return new StoredArticle(bytes, text)
  return JSON.parse(Buffer.from(bytes).toString()) as Rejection
}
