import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 collect garbage when what is in use has grown by a sixth. By itself it waits until that has doubled or more,
 * as there is memory to spare, which is not so where several processes share a machine.
 */
export function keepHeapTight(): void {
  setFlagsFromString('--heap-growing-percent=16')
}

/** What is new may take so much in a thread of such a process, half of what it takes by itself: three spaces of eight. */
export const YOUNG_GENERATION_MB = 24
