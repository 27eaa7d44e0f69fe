import { type MessageKey, message } from '../../i18n/message.js'
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
const FOREIGN: readonly (readonly [string, MessageKey])[] = [
  ['PK\x03\x04', 'noteZip'],
  ['\xd0\xcf\x11\xe0', 'noteDocument'],
  ['{\\rtf', 'noteDocument'],
  ['\x1f\x8b', 'noteFilePacked'],
  ['\x89PNG', 'notePicture'],
  ['\xff\xd8\xff', 'notePicture'],
  ['GIF8', 'notePicture'],
  ['RIFF', 'noteFilm'],
]

export function contentOf({ bytes, contentType = '', fileName = '' }: DraftSource): Content | Refusal {
  const remedy = message('noteSaveAs')
  if (bytes.length === 0) return { reason: message('noteFileEmpty'), remedy }
  if (bytes.length > LARGEST_PAGE) {
    return { reason: message('noteFileBytes', { bytes: bytes.length, most: LARGEST_PAGE }), remedy }
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_MARK_WITHIN))
  if (head.includes(PDF_MARK)) return { kind: 'pdf' }
  const foreign = FOREIGN.find(([mark]) => head.startsWith(mark))
  if (foreign) return { reason: message(foreign[1]), remedy }
  const text = decodeText(bytes, contentType)
  if (text.includes('\0')) return { reason: message('noteBinary'), remedy }
  return { kind: isHtml(text, mediaType(contentType), fileName) ? 'html' : 'text', text }
}

function isHtml(text: string, type: string, fileName: string): boolean {
  if (/\.x?html?$/i.test(fileName) || /html/.test(type)) return true
  return !/\.(?:txt|md)$/i.test(fileName) && /^\s*(?:<!doctype html|<html)[\s>]/i.test(text.slice(0, 1_000))
}
