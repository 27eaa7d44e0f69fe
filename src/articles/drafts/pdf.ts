import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { message } from '../../i18n/message.js'
import type { Draft, Refusal } from './draft.js'
import { bodyLines, type PageLine, paragraphsOfPages, titleOf } from './pdf-layout.js'

const MOST_PAGES = 100
/** Characters of all pages. */
const LONGEST_TEXT = 2_000_000
/** Characters to a page. Scans hold a stamp or a page number at most. */
const SHORTEST_PAGE = 20

/**
 * The draft of a PDF by the text that it holds; pictures of text are not read. It names neither outlet nor
 * day: what PDFs say of themselves is mostly of the program that printed them.
 */
export async function draftOfPdf(bytes: Uint8Array, url: string | null): Promise<Draft | Refusal> {
  const task = getDocument({ ...OPTIONS, data: bytes })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) {
      return {
        reason: message('notePdfPages', { n: document.numPages, most: MOST_PAGES }),
        remedy: message('noteSavePages'),
      }
    }
    return draftOfPages(await readPages(document), url)
  } catch (error) {
    return refusalOf(error)
  } finally {
    await task.destroy()
  }
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const OPTIONS = {
  cMapUrl: join(packageFolder, 'cmaps/'),
  cMapPacked: true,
  standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
  // No code is made of what a font or a form holds, and nothing is fetched.
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  stopAtErrors: false,
  verbosity: 0,
}

async function readPages(document: PDFDocumentProxy): Promise<PageLine[][]> {
  const pages: PageLine[][] = []
  let length = 0
  for (let number = 1; number <= document.numPages && length <= LONGEST_TEXT; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOfItems(items as TextItem[])
    length += lines.reduce((sum, { text }) => sum + text.length, 0)
    pages.push(lines)
    page.cleanup()
  }
  return pages
}

/** As pdf.js describes it: `transform` ends with the place, in points from the lower left corner. */
interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly hasEOL: boolean
}

function linesOfItems(items: readonly TextItem[]): PageLine[] {
  const lines: PageLine[] = []
  let line: PageLine | null = null
  for (const { str, transform, hasEOL } of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = transform
    if (str !== '' && line === null) line = { text: '', x, y, size: Math.hypot(c, d) }
    if (line) line = { ...line, text: line.text + str }
    if (hasEOL && line) {
      lines.push(line)
      line = null
    }
  }
  if (line) lines.push(line)
  return lines.filter(({ text }) => text.trim() !== '')
}

function draftOfPages(pages: readonly PageLine[][], url: string | null): Draft | Refusal {
  const length = pages.flat().reduce((sum, { text }) => sum + text.length, 0)
  if (length < SHORTEST_PAGE * pages.length) {
    return {
      reason: message('notePdfPictures'),
      remedy: message('notePdfSelectable'),
    }
  }
  if (length > LONGEST_TEXT) {
    return {
      reason: message('notePdfText'),
      remedy: message('noteAddPages'),
    }
  }
  const lines = bodyLines(pages)
  const title = titleOf(lines)
  return {
    title: title.text,
    outlet: null,
    published: null,
    modified: null,
    url,
    author: null,
    paragraphs: paragraphsOfPages(title.rest),
  }
}

function refusalOf(error: unknown): Refusal {
  return (error as Error).name === 'PasswordException'
    ? { reason: message('notePdfLocked'), remedy: message('noteUnlock') }
    : { reason: message('notePdfBroken'), remedy: message('noteSaveAgain') }
}
