import { decodeText } from '../fetch/charset.js'
import { mediaType } from '../fetch/fetch.js'
import type { DraftSource, Refusal } from './draft.js'

/** What a file is, told by its bytes before its name and the type that it came with. */
export type Content = { readonly kind: 'pdf' } | { readonly kind: 'html' | 'text'; readonly text: string }

/** Bytes. */
const LARGEST_PAGE = 10_000_000
/** What PDF readers look for within the first bytes of a file. */
const PDF_MARK = '%PDF-'
const PDF_MARK_WITHIN = 1_024

/** Files of other programs, by how they begin. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'an archive or a document of a word processor'],
  ['\xd0\xcf\x11\xe0', 'a document of a word processor'],
  ['{\\rtf', 'a document of a word processor'],
  ['\x1f\x8b', 'packed'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture, a sound or a film'],
]

export function contentOf({ bytes, contentType = '', fileName = '' }: DraftSource): Content | Refusal {
  const remedy = 'Save the article as .txt, .md, .html or .pdf and add that.'
  if (bytes.length === 0) return { reason: 'the file is empty', remedy }
  if (bytes.length > LARGEST_PAGE) {
    const most = LARGEST_PAGE.toLocaleString('en')
    return { reason: `the file has ${bytes.length.toLocaleString('en')} bytes, more than ${most}`, remedy }
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_MARK_WITHIN))
  if (head.includes(PDF_MARK)) return { kind: 'pdf' }
  const foreign = FOREIGN.find(([mark]) => head.startsWith(mark))
  if (foreign) return { reason: `the file is ${foreign[1]}, not a text`, remedy }
  const text = decodeText(bytes, contentType)
  if (text.includes('\0')) return { reason: 'the file is binary, not a text', remedy }
  return { kind: isHtml(text, mediaType(contentType), fileName) ? 'html' : 'text', text }
}

function isHtml(text: string, type: string, fileName: string): boolean {
  if (/\.x?html?$/i.test(fileName) || /html/.test(type)) return true
  return !/\.(?:txt|md)$/i.test(fileName) && /^\s*(?:<!doctype html|<html)[\s>]/i.test(text.slice(0, 1_000))
}
