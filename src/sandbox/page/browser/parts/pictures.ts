import type { APIAttachment } from 'discord-api-types/v10'
import { h } from './dom.js'
import { icon } from './icons.js'
import { outward } from './text.js'

const UNITS = ['bytes', 'KB', 'MB']

/** A picture of the sandbox, which opens in full. One from elsewhere is only named: the page loads nothing remote. */
export function picture(
  url: string,
  description: string,
  size: { width?: number | null; height?: number | null } = {},
): HTMLElement {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address?.hostname !== '127.0.0.1')
    return outward(url, document.createTextNode(`Picture at ${address?.hostname ?? 'an unknown address'}`))
  const image = h('img', { src: url, alt: description, width: size.width, height: size.height })
  return outward(url, image)
}

/** An attached file: pictures are shown, others listed with their size. */
export function renderAttachment(file: APIAttachment): HTMLElement {
  if (file.content_type?.startsWith('image/')) {
    const frame = h(
      'div',
      { class: 'attached-image' },
      picture(file.url, file.description ?? file.filename, file),
    )
    return frame
  }
  const link = outward(file.url, document.createTextNode(file.filename))
  return h(
    'div',
    { class: 'attached-file' },
    icon('file'),
    h('div', {}, link, h('div', { class: 'quiet' }, sizeOf(file.size))),
  )
}

export function sizeOf(bytes: number): string {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const amount = bytes / 1000 ** power
  return `${amount.toFixed(power === 0 || amount >= 10 ? 0 : 1)} ${UNITS[power]}`
}
