/** Questions in a message, and which command each is for. */
export { claimsIn, quotedIn } from './message.js'
export { MOST_QUESTIONS, questionsIn } from './plain-words.js'
