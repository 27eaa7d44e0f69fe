/** Texts of one character class over and over, in the shapes in which they stand in pages. */

/** One character of each class, or a few that change. */
const CLASSES: Readonly<Record<string, string>> = {
  letters: 'a',
  'letters of Greek': 'α',
  'letters of Arabic': 'ب',
  'letters of Chinese': '港',
  capitals: 'A',
  'capitals of Cyrillic': 'Ж',
  digits: '9',
  stops: '.',
  commas: ',',
  colons: ':',
  dashes: '–',
  hyphens: '-',
  apostrophes: '’',
  'opening quotation marks': '“',
  'quotation marks': '"',
  brackets: '(',
  'angle brackets': '<',
  'question marks': '?',
  slashes: '/',
  stars: '*',
  underscores: '_',
  'combining marks': '\u0301',
  'zero-width spaces': '\u200b',
  spaces: ' ',
  'no-break spaces': '\u00a0',
  tabs: '\t',
  'CR LF': '\r\n',
  'line feeds': '\n',
  'line separators': '\u2028',
  emoji: '🚢',
  base64: 'QmFzZTY0',
  consonants: 'y',
}

/** Where one run has no end, others have a sign, a space or a line between short runs. */
const SHAPES: Readonly<Record<string, (unit: string) => string>> = {
  'in one run': (unit) => unit,
  'one by one': (unit) => `${unit} `,
  'in words of ten': (unit) => `${unit.repeat(10)} `,
  'with letters between': (unit) => `${unit}a`,
  'in long words': (unit) => `${unit.repeat(200)} `,
  'on lines': (unit) => `${unit.repeat(60)}\n`,
  'in sentences': (unit) => `The ${unit.repeat(5)} said on Monday that ${unit} was “${unit.repeat(3)}”. `,
}

export interface Run {
  readonly name: string
  /** The text with at least so many UTF-16 units. */
  readonly of: (length: number) => string
}

export const runs: readonly Run[] = Object.entries(CLASSES).flatMap(([kind, unit]) =>
  Object.entries(SHAPES).map(([shape, shaped]) => {
    const one = shaped(unit)
    return { name: `${kind} ${shape}`, of: (length: number) => one.repeat(Math.ceil(length / one.length)) }
  }),
)
