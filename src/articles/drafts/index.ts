/** Articles before they are files. */
export { type Draft, isRefusal, refusalMessages, withoutFuture } from './draft.js'
