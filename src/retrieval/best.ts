/** The `most` ids with the highest scores, the highest first; of equal ones the lower id. */
export function bestByScore(ids: ArrayLike<number>, scores: ArrayLike<number>, most: number): number[] {
  const before = (a: number, b: number) => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b)
  // A heap with the worst of the best on top. Most ids do not beat it, and cost no more than one look.
  const heap: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let next = 0; next < ids.length; next++) {
    const id = ids[next]!
    if (scores[id]! < least) continue
    if (heap.length < most) rise(heap, id, before)
    else if (most > 0 && before(id, heap[0]!)) sink(heap, id, before)
    if (heap.length === most) least = scores[heap[0]!] ?? least
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1))
}

type Before = (a: number, b: number) => boolean

/** Adds an id. */
function rise(heap: number[], id: number, before: Before): void {
  let at = heap.push(id) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(heap[parent]!, id)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = id
}

/** Puts an id in the place of the one on top. */
function sink(heap: number[], id: number, before: Before): void {
  let at = 0
  for (;;) {
    let worst = 2 * at + 1
    if (worst >= heap.length) break
    if (worst + 1 < heap.length && before(heap[worst]!, heap[worst + 1]!)) worst++
    if (!before(id, heap[worst]!)) break
    heap[at] = heap[worst]!
    at = worst
  }
  heap[at] = id
}
