#!/usr/bin/env node
// Derives data/models/neighbours.bin from vectors.bin: for each word the numbers of those whose vectors are near.
//   npm run -s build && node scripts/derive-neighbours.mjs      (some minutes)
import { writeFileSync } from 'node:fs'

const { encodeNeighbours, LEAST_ALIKE, wordVectors } = await import(
  new URL('../dist/src/text/vectors.js', import.meta.url)
)
const { size, similarityAt } = wordVectors()
const lists = Array.from({ length: size }, () => [])
for (let i = 0; i < size; i++) {
  for (let j = i + 1; j < size; j++) {
    if (similarityAt(i, j) <= LEAST_ALIKE) continue
    lists[i].push(j)
    lists[j].push(i)
  }
}
for (const list of lists) list.sort((a, b) => a - b)
const bytes = encodeNeighbours(lists)
writeFileSync(new URL('../data/models/neighbours.bin', import.meta.url), bytes)
const pairs = lists.reduce((sum, { length }) => sum + length, 0)
console.log(
  `${size} words, ${pairs / size} neighbours each, at most ${Math.max(...lists.map(({ length }) => length))}, ${bytes.length} bytes`,
)
