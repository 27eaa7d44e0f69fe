import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work that can be laid down between its steps, each of a few milliseconds at most. */
export type CooperativeTask<T> = Generator<void, T, void>

/** How long a thread works before others get their turn, in milliseconds. */
const SLICE_MS = 10

/** Does all of it without a pause. */
export function runToEnd<T>(steps: CooperativeTask<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Does it bit by bit, so that what else the thread has to do need not wait for the end. */
export async function runCooperatively<T>(steps: CooperativeTask<T>): Promise<T> {
  let began = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - began < SLICE_MS) continue
    await nextTurn()
    began = performance.now()
  }
}

/** Applies a function to each item, a step for each. */
export function* mapped<T, R>(items: Iterable<T>, work: (item: T) => R): CooperativeTask<R[]> {
  const results: R[] = []
  for (const item of items) {
    results.push(work(item))
    yield
  }
  return results
}
