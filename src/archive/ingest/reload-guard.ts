import type { Worse } from '../contract/archive.js'
import type { BuildReport } from '../worker/protocol.js'

type Built = Pick<BuildReport, 'fingerprints' | 'rejections'>

/** Whether something must have gone wrong with the folder, so that a person should look before it is believed. */
export function whyWorse(before: Built, after: Built): Worse | null {
  const old = Object.keys(before.fingerprints)
  const taken = Object.keys(after.fingerprints).length
  const kept = old.filter((id) => id in after.fingerprints).length
  if (old.length > 0 && taken === 0) return 'empty'
  if (after.rejections.length > Math.max(taken, before.rejections.length)) return 'rejected'
  return kept * 2 < old.length ? 'gone' : null
}
