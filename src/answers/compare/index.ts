/** Who says it, and whether sources agree. */
export { outletOf } from './disagreement.js'
