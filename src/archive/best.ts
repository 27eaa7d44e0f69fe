/** The `most` ids with the highest scores, the highest first; of equal ones the lower id. */
export function bestByScore(ids: Iterable<number>, scores: ArrayLike<number>, most: number): number[] {
  const before = (a: number, b: number) => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b)
  // A heap with the worst of the best on top.
  const heap: number[] = []
  for (const id of ids) {
    if (heap.length < most) {
      heap.push(id)
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!before(heap[parent]!, heap[at]!)) break
        swap(heap, at, parent)
        at = parent
      }
    } else if (most > 0 && before(id, heap[0]!)) {
      heap[0] = id
      for (let at = 0; ; ) {
        let worst = at
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < heap.length && before(heap[worst]!, heap[child]!)) worst = child
        }
        if (worst === at) break
        swap(heap, at, worst)
        at = worst
      }
    }
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1))
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a]!
  heap[a] = heap[b]!
  heap[b] = kept
}
