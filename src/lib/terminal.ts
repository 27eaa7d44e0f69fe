/** The one place where text that others wrote is made fit for a terminal: it can't move the cursor, set colours or ring. */

/** Control characters of both sets, and those that turn the direction of what follows. */
const ACTING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u
const RUN = new RegExp(`${ACTING.source}+`, 'gu')
const ALL_BUT_LINES = new RegExp(`(?!\\n)${ACTING.source}`, 'gu')

/** A name, a title or a quotation, on one line. */
export const printable = (text: string): string => text.replace(RUN, ' ')

/** A message that may have several lines. */
export const printableLines = (text: string): string => text.replace(ALL_BUT_LINES, ' ')

/** A value as JSON on one line. JSON itself leaves the second set of control characters as they are. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(RUN, (acting) =>
    [...acting].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  )

/** A line of JSON whose strings, when they are read, hold nothing that acts. */
export const inertJson = (line: string): string => line.replace(ESCAPED, ' ').replace(ALL_BUT_LINES, ' ')

/** A control character as JSON escapes it; not what stands behind a backslash that is escaped itself. */
const ESCAPED = /(?<=(?<!\\)(?:\\\\){0,20})\\(?:u00[01][\da-f]|u007f|u00[89][\da-f]|[bfrt])/gi
