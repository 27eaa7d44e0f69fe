/** Outlines on a 24 × 24 grid. */
const PATHS = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  thread: 'M5 5h14v10H9l-4 4zM9 9h6M9 12h3',
  forum: 'M4 5h11v7H8l-4 3zM9 15h7l4 4V9h-2',
  at: 'M16 8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-4 7.5M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0',
  menu: 'M4 6h16M4 12h16M4 18h16',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12 20 5l-5 15-3-6zM12 14l8-9',
  down: 'M6 9l6 6 6-6',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  sun: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M4.2 19.8l2.1-2.1M17.7 6.3l2.1-2.1',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.500 10.5z',
  thumbUp: 'M7 11v9H4v-9zM7 11l4-8a2.5 2.5 0 0 1 2.5 2.5V9H19a2 2 0 0 1 2 2.4l-1.4 7a2 2 0 0 1-2 1.6H7',
  thumbDown: 'M7 13V4H4v9zM7 13l4 8a2.5 2.5 0 0 0 2.5-2.5V15H19a2 2 0 0 0 2-2.4l-1.4-7a2 2 0 0 0-2-1.6H7',
  download: 'M12 3v11M7 9l5 5 5-5M4 15v5h16v-5',
  slash: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM14 7l-4 10',
} as const

export type IconName = keyof typeof PATHS

/** Pictures of emoji on buttons, as not every machine has a font with them. */
export const emojiIcons: Readonly<Record<string, IconName>> = {
  '👍': 'thumbUp',
  '👎': 'thumbDown',
  '📥': 'download',
}

const SVG = 'http://www.w3.org/2000/svg'

/** A decoration: whatever it stands on carries the name. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}
