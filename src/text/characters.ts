/** Whether a pattern matches a UTF-16 code unit. It is asked once for each: the classes of Unicode are long lists. */
export function unitTest(pattern: RegExp): (code: number) => boolean {
  const answers = new Uint8Array(0x10000)
  return (code) => {
    if (answers[code] === 0) answers[code] = pattern.test(String.fromCharCode(code)) ? YES : NO
    return answers[code] === YES
  }
}

const NO = 1
const YES = 2

export const isLetter = unitTest(/\p{L}/u)
export const isLetterOrDigit = unitTest(/[\p{L}\p{N}]/u)

/** The runs of letters and digits of a text, in order: words as they are compared, whatever marks stand within them. */
export const wordRuns = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
