/** Which articles are printings or versions of one report. */
export { reportsOf } from './duplicates.js'
