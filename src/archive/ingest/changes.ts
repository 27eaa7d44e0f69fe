import type { Fingerprints } from '../worker/protocol.js'

/** What a reload does, article by article. */
export function changesBetween(before: Fingerprints, after: Fingerprints) {
  const ids = Object.keys(after)
  const kept = ids.filter((id) => id in before)
  return {
    added: ids.filter((id) => !(id in before)),
    removed: Object.keys(before).filter((id) => !(id in after)),
    changed: kept.filter((id) => before[id] !== after[id]),
    unchanged: kept.filter((id) => before[id] === after[id]).length,
  }
}
