/** Which lines of a text are the article. */
export { articleLines } from './clean.js'
