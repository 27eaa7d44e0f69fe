/**
 * Joins what several layers have found of one thing.
 * @param layerOf the layer of each item that was found
 * @param groups items that are of one thing, by their places; a group within one layer joins nothing, for the
 *   layer has told its items apart
 * @returns the places of the items, thing by thing, in the order of each one's first item
 */
export function joined(layerOf: readonly number[], groups: Iterable<readonly number[]>): number[][] {
  const leader = layerOf.map((_, item) => item)
  const find = (item: number): number => {
    let at = item
    while (leader[at] !== at) at = leader[at]!
    return at
  }
  for (const group of groups) {
    if (new Set(group.map((item) => layerOf[item])).size < 2) continue
    for (const item of group) {
      const [a, b] = [find(group[0]!), find(item)]
      leader[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const things = new Map<number, number[]>()
  for (const item of leader.keys()) {
    const first = find(item)
    const known = things.get(first)
    if (known) known.push(item)
    else things.set(first, [item])
  }
  return [...things.values()]
}
