/** The steps of `/ask`, for measuring them. */

export { retrieve } from './retrieve.js'
export { rankSentences } from './sentences/rank.js'
