// Draws word vectors towards those of the words that WordNet relates to them (Faruqui et al. 2015): synonyms and other
// forms of one word most, words derived from it and of a like sense less, what is more general or special least.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many senses of a word count, the most frequent first; how often all are drawn; what a word keeps of its own. */
const SENSES = 3
const ROUNDS = 10
const OWN = 1
/** How much each relation counts beside a synonym, by its mark in WordNet's files. */
const RELATIONS = { '+': 0.8, $: 0.6, '&': 0.4, '@': 0.3, '~': 0.3 }

const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' }

/** Endings of inflected words with those of their lemmas. */
const ENDINGS = {
  n: ['s/', 'ses/s', 'ves/f', 'xes/x', 'zes/z', 'ches/ch', 'shes/sh', 'men/man', 'ies/y'],
  v: ['s/', 'ies/y', 'es/e', 'es/', 'ed/e', 'ed/', 'ing/e', 'ing/'],
  a: ['er/', 'est/', 'er/e', 'est/e'],
  r: [],
}

const IRREGULAR_VERBS = {
  say: 'said',
  go: 'went gone',
  die: 'died',
  shoot: 'shot',
  take: 'took taken',
  steal: 'stole stolen',
  begin: 'began begun',
  break: 'broke broken',
  blow: 'blew blown',
  buy: 'bought',
  sell: 'sold',
  send: 'sent',
  leave: 'left',
  lose: 'lost',
  win: 'won',
  flee: 'fled',
  fight: 'fought',
  find: 'found',
  give: 'gave given',
  hold: 'held',
  hide: 'hid',
  know: 'knew known',
  lead: 'led',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  quit: 'quit',
  run: 'ran',
  rise: 'rose risen',
  see: 'saw seen',
  speak: 'spoke spoken',
  strike: 'struck',
  sink: 'sank sunk',
  sue: 'sued',
  throw: 'threw thrown',
  tell: 'told',
  wake: 'woke',
  write: 'wrote written',
  fall: 'fell fallen',
  grow: 'grew',
  get: 'got',
  keep: 'kept',
  catch: 'caught',
  bring: 'brought',
  build: 'built',
  burn: 'burnt',
  choose: 'chose chosen',
  come: 'came',
  drive: 'drove driven',
  eat: 'ate',
  feel: 'felt',
  fly: 'flew flown',
  freeze: 'froze frozen',
  become: 'became',
  think: 'thought',
  teach: 'taught',
  seek: 'sought',
  spend: 'spent',
  stand: 'stood',
  swim: 'swam',
  swear: 'swore sworn',
  tear: 'tore torn',
  wear: 'wore',
  withdraw: 'withdrew withdrawn',
}

/** Lemmas with their senses, and senses with their words and pointers, as WordNet's index and data files give them. */
function readWordNet(folder) {
  const synsets = new Map()
  const senses = new Map()
  for (const [name, part] of Object.entries(PARTS)) {
    for (const line of readFileSync(join(folder, `data.${name}`), 'latin1').split('\n')) {
      if (!line || line.startsWith(' ')) continue
      const fields = line.split('|')[0].trim().split(' ')
      const count = Number.parseInt(fields[3], 16)
      const words = Array.from({ length: count }, (_, i) =>
        fields[4 + 2 * i].replace(/\(.*\)$/, '').toLowerCase(),
      )
      const from = 4 + 2 * count
      const pointers = Array.from({ length: Number(fields[from]) }, (_, i) => {
        const [mark, offset, to, places] = fields.slice(from + 1 + 4 * i, from + 5 + 4 * i)
        return { mark, part: to === 's' ? 'a' : to, offset, places }
      })
      synsets.set(part + fields[0], { words, pointers })
    }
    for (const line of readFileSync(join(folder, `index.${name}`), 'latin1').split('\n')) {
      if (!line || line.startsWith(' ')) continue
      const fields = line.trim().split(' ')
      senses.set(`${fields[0]}|${part}`, fields.slice(6 + Number(fields[3])))
    }
  }
  return { synsets, senses }
}

/** The lemmas of a word as keys "lemma|part". */
function lemmasOf(word, senses) {
  const found = []
  const add = (lemma, part) => {
    if (senses.has(`${lemma}|${part}`)) found.push([lemma, part])
  }
  for (const part of 'nvar') {
    if (part === 'v' && irregular.has(word)) found.push([irregular.get(word), part])
    add(word, part)
    for (const rule of ENDINGS[part]) {
      const [ending, lemmaEnding] = rule.split('/')
      if (!word.endsWith(ending)) continue
      const lemma = word.slice(0, -ending.length) + lemmaEnding
      if (lemma !== word) add(lemma, part)
      const doubled = ending === 'ed' || ending === 'ing'
      if (doubled && /([bdgklmnprt])\1$/.test(lemma)) add(lemma.slice(0, -1), part)
    }
  }
  return found
}

const irregular = new Map(
  Object.entries(IRREGULAR_VERBS).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [form, lemma])),
)

/** For each word the numbers of those related to it, with how much. */
function relationsOf(words, folder) {
  const { synsets, senses } = readWordNet(folder)
  const own = words.map((word) => lemmasOf(word, senses))
  const byLemma = new Map()
  own.forEach((lemmas, i) => {
    for (const [lemma, part] of lemmas) {
      const key = `${lemma}|${part}`
      byLemma.set(key, [...(byLemma.get(key) ?? []), i])
    }
  })
  const edges = words.map(() => new Map())
  const relate = (i, key, offset, weight) => {
    const rank = senses.get(key)?.indexOf(offset) ?? SENSES
    if (rank >= SENSES) return
    for (const j of byLemma.get(key) ?? [])
      if (j !== i) edges[i].set(j, Math.max(edges[i].get(j) ?? 0, weight / (rank + 1)))
  }
  own.forEach((lemmas, i) => {
    for (const [lemma, part] of lemmas) {
      for (const j of byLemma.get(`${lemma}|${part}`)) if (j !== i) edges[i].set(j, 1)
      for (const [rank, offset] of (senses.get(`${lemma}|${part}`) ?? []).slice(0, SENSES).entries()) {
        const synset = synsets.get(part + offset)
        if (!synset) continue
        const weight = 1 / (rank + 1) / Math.sqrt(lemmas.length)
        for (const other of synset.words) relate(i, `${other}|${part}`, offset, weight)
        for (const { mark, part: to, offset: target, places } of synset.pointers) {
          const counts = RELATIONS[mark]
          const there = synsets.get(to + target)
          if (!counts || !there) continue
          let others = there.words
          if (mark === '+') {
            const [from, at] = [places.slice(0, 2), places.slice(2)].map((hex) => Number.parseInt(hex, 16))
            if (from && synset.words[from - 1] !== lemma) continue
            if (at) others = [there.words[at - 1]]
          }
          for (const other of others) relate(i, `${other}|${to}`, target, weight * counts)
        }
      }
    }
  })
  return edges
}

/** @param vectors of unit length, in the order of the words @param folder of WordNet's `index.*` and `data.*` files */
export function retrofitted(words, vectors, folder) {
  const edges = relationsOf(words, folder)
  const now = vectors.map((vector) => Float64Array.from(vector))
  for (let round = 0; round < ROUNDS; round++) {
    edges.forEach((others, i) => {
      if (others.size === 0) return
      const total = [...others.values()].reduce((a, b) => a + b)
      const pull = Math.min(total, 1) / total
      const sum = vectors[i].map((value) => OWN * value)
      for (const [j, weight] of others)
        for (let k = 0; k < sum.length; k++) sum[k] += pull * weight * now[j][k]
      const length = Math.hypot(...sum) || 1
      now[i] = sum.map((value) => value / length)
    })
  }
  return now
}
