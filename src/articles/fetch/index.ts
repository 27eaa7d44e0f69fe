/** Pages and files from the public internet. */
export { type Fetched, fetchPage } from './fetch.js'
export type { FetchLimits } from './limits.js'
export { FetchError } from './problems.js'
