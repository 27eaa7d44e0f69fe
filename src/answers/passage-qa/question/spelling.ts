import { questions as english } from '../../../language/en/questions/questions.js'

/** A question with the apostrophes that members leave out: "whos", "wheres". */
export function withApostrophes(question: string): string {
  return question.replace(/\p{L}+/gu, (word) => {
    const full = english.unmarked.get(word.toLowerCase())
    if (full === undefined) return word
    return word[0] === word[0]!.toLowerCase() ? full : full[0]!.toUpperCase() + full.slice(1)
  })
}
