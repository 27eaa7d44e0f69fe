/** The steps of `/ask`, for measuring them. */
export { rankSentences } from './rank.js'
export { retrieve } from './retrieve.js'
