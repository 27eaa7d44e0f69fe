/** Answers to be taken along. */
export { csvOf, hasTable } from './csv.js'
export { icsOf } from './ics.js'
