/** Reads what anybody may have written, in a process of its own. */
export { draftOf, feedOf } from './isolated.js'
