import { deflateSync } from 'node:zlib'

/** A line of a page: its text, the height of its letters and its place from the lower left corner, in points. */
export type PdfLine = readonly [text: string, size: number, x: number, y: number]

interface PdfOptions {
  /** Packs what stands in the pages, once or several times over. */
  readonly deflated?: number
  /** Entries of the trailer, such as `/Encrypt`. */
  readonly trailer?: string
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')

/** A PDF of pages with lines of text in Helvetica. */
export function pdf(pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Uint8Array {
  const contents = pages.map((lines) =>
    lines
      .map(([text, size, x, y]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join('\n'),
  )
  return pdfOf(
    contents.map((content) => Buffer.from(content, 'latin1')),
    options,
  )
}

/** A PDF of pages with the given drawing instructions. */
export function pdfOf(
  contents: readonly Uint8Array[],
  { deflated = 0, trailer = '' }: PdfOptions = {},
): Uint8Array {
  const kids = contents.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects: Uint8Array[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ].map((text) => Buffer.from(text))
  contents.forEach((content, i) => {
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
    )
    let bytes = content
    for (let n = 0; n < deflated; n++) bytes = deflateSync(bytes)
    const filters = `/Filter [${'/FlateDecode '.repeat(deflated)}]`
    objects.push(
      Buffer.concat([
        Buffer.from(`<< /Length ${bytes.length} ${filters} >>\nstream\n`),
        bytes,
        Buffer.from('\nendstream'),
      ]),
    )
  })
  return assemble(objects, trailer)
}

function assemble(objects: readonly Uint8Array[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]!.length
  const add = (bytes: Uint8Array) => {
    parts.push(bytes)
    at += bytes.length
  }
  objects.forEach((object, i) => {
    offsets.push(at)
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = at
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}
