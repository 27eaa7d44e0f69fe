import type { Unit } from '../../../language/en/questions/figure-words.js'
import { tokensOf } from './phrases.js'
import type { Understood } from './understood.js'

/** What a question for a number wants: units that answer, and what is counted. */
export interface AskedFigure {
  /** How well each unit answers; none for the rest. */
  readonly units: Partial<Record<Unit, number>>
  /** The places of the question's concepts that tell what is counted. */
  readonly counted: readonly number[]
  /** The places of those that tell which of them: "Greek" of "how many Greek sailors". */
  readonly modifiers: readonly number[]
}

const SIZES: Partial<Record<Unit, number>> = {
  money: 0.8,
  percentage: 0.8,
  area: 1,
  length: 0.9,
  volume: 0.8,
  magnitude: 1,
  count: 0.6,
  weight: 0.6,
}

const MONEY =
  /\b(?:fund|funds|fine|fined|cost|costs|pay|paid|pays|salary|wage|price|bill|loan|debt|bailout|ransom|compensation|worth|spend|spent|earn|earned|lose|lost|losing|raise|raised|donate|donated|sell|sold|buy|bought|budget|deal|package|deficit|profit|loss|damages|money|cash|dosh|settlement|aid|invest|reward|bail|tax|charge|charged|want|owe|owed|value|valued|insured|stake)\b/i
const SHARE = /\b(?:share|percent|percentage|proportion|part|turnout|unemployment|approval|rate)\b/i
const VOLUME = /\b(?:oil|water|fuel|petrol|gas|gasoline|crude|milk|blood)\b/i
const FALL = /\b(?:rain|rainfall|snow|snowfall|hail|precipitation)\b/i
const WEIGHT = /\b(?:food|grain|wheat|rice|aid|weigh|cocaine|drugs?|cement|sand|propofol|dose)\b/i

/** What figure a question asks for; null for one that asks for none. */
export function askedFigure(understood: Understood): AskedFigure | null {
  const figure = figureOf(understood)
  if (!figure) return null
  const { words, concepts } = understood
  const many = words.findIndex(({ word }) => word === 'many')
  const first = Math.min(...figure.counted.map((i) => concepts[i]!.from))
  const modifiers = concepts.flatMap(({ from }, i) =>
    many >= 0 && from > many && from < first && figure.counted.length > 0 ? [i] : [],
  )
  return { ...figure, modifiers }
}

function figureOf({ text, shape, concepts, words }: Understood): Omit<AskedFigure, 'modifiers'> | null {
  const lower = text.toLowerCase()
  const focus = concepts.flatMap((one, i) => (one.focus ? [i] : []))
  if (shape.type === 'percentage') return { units: { percentage: 1 }, counted: [] }
  if (shape.type === 'duration') return { units: { time: 1 }, counted: [] }
  const how = /\bhow (\p{L}+)/u.exec(lower)?.[1] ?? ''
  switch (how) {
    case 'many':
      return { units: { count: 1, percentage: 0.3, ordinal: 0.3 }, counted: countedIn(text, concepts, words) }
    case 'much': {
      const units: Partial<Record<Unit, number>> = {}
      if (VOLUME.test(lower)) units.volume = 1
      if (WEIGHT.test(lower)) units.weight = 1
      if (FALL.test(lower)) units.length = 1
      if (MONEY.test(lower) || Object.keys(units).length === 0) units.money = 1
      return {
        units: { percentage: 0.3, volume: 0.3, weight: 0.3, money: 0.3, count: 0.15, ...units },
        counted: [],
      }
    }
    case 'old':
      return { units: { age: 1, count: 0.1, time: 0.15 }, counted: [] }
    case 'deep':
    case 'tall':
    case 'high':
    case 'far':
    case 'wide':
    case 'close':
    case 'near':
      return { units: { length: 1 }, counted: [] }
    case 'long':
      return { units: { time: 1, length: 0.7 }, counted: [] }
    case 'fast':
      return { units: { speed: 1 }, counted: [] }
    case 'hot':
    case 'cold':
    case 'warm':
      return { units: { temperature: 1 }, counted: [] }
    case 'heavy':
      return { units: { weight: 1 }, counted: [] }
    case 'strong':
    case 'powerful':
      return { units: { magnitude: 1, speed: 1 }, counted: [] }
    case 'big':
    case 'large': {
      if (SHARE.test(lower)) return { units: { percentage: 1, count: 0.2 }, counted: [] }
      if (MONEY.test(lower)) return { units: { money: 1 }, counted: [] }
      if (/\b(?:quake|earthquake|tremor|aftershock)\b/.test(lower))
        return { units: { magnitude: 1 }, counted: [] }
      return { units: SIZES, counted: [] }
    }
  }
  if (shape.type === 'money') return { units: { money: 1 }, counted: [] }
  if (shape.type !== 'number') return null
  if (SHARE.test(lower)) return { units: { percentage: 1, count: 0.3, money: 0.2 }, counted: [] }
  return {
    units: {
      count: 1,
      money: 0.6,
      percentage: 0.6,
      magnitude: 0.6,
      length: 0.6,
      time: 0.4,
      age: 0.4,
      temperature: 0.5,
      speed: 0.5,
      volume: 0.5,
      weight: 0.5,
      area: 0.5,
    },
    counted: focus,
  }
}

/** The noun behind "how many": the last before the verb. */
function countedIn(text: string, concepts: Understood['concepts'], words: Understood['words']): number[] {
  const many = words.findIndex(({ word }) => word === 'many')
  const tags = new Map(tokensOf(text.toLowerCase()).map(({ start, tag }) => [start, tag]))
  let last: number | null = null
  for (let at = many + 1; at < words.length && at <= many + LONGEST; at++) {
    const { start, stop } = words[at]!
    const tag = tags.get(start) ?? '-'
    if (stop || !'NSPJG#E'.includes(tag)) break
    // "How many DEAD": an adjective alone is no noun.
    if ('NSP'.includes(tag)) last = at
  }
  if (last === null) return []
  return concepts.flatMap(({ from, to }, i) => (from <= last! && last! < to ? [i] : []))
}

const LONGEST = 4
