import { irregularForms } from '../words/irregular-forms.js'
import { lexicon } from '../words/lexicon.js'

/** Past and participle of the irregular verbs that report speech, thought or stance. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  think: ['thought'],
  feel: ['felt'],
  swear: ['swore', 'sworn'],
  read: ['read'],
  go: ['went', 'gone'],
  know: ['knew', 'known'],
  see: ['saw', 'seen'],
  hear: ['heard'],
  speak: ['spoke', 'spoken'],
  find: ['found'],
  show: ['showed', 'shown'],
  make: ['made'],
  give: ['gave', 'given'],
  take: ['took', 'taken'],
  put: ['put'],
  seek: ['sought'],
  mean: ['meant'],
  hold: ['held'],
  understand: ['understood'],
  forecast: ['forecast'],
  foresee: ['foresaw', 'foreseen'],
  teach: ['taught'],
  sing: ['sang', 'sung'],
  choose: ['chose', 'chosen'],
  draw: ['drew', 'drawn'],
  lay: ['laid'],
  lead: ['led'],
  leave: ['left'],
  lie: ['lied'],
  meet: ['met'],
  send: ['sent'],
  fight: ['fought'],
  get: ['got'],
  keep: ['kept'],
  cast: ['cast'],
  forget: ['forgot', 'forgotten'],
  forbid: ['forbade', 'forbidden'],
  withdraw: ['withdrew', 'withdrawn'],
  come: ['came'],
  begin: ['began', 'begun'],
  learn: ['learned', 'learnt'],
  dream: ['dreamed', 'dreamt'],
  strike: ['struck'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  stand: ['stood'],
  buy: ['bought'],
  sell: ['sold'],
  pay: ['paid'],
  throw: ['threw', 'thrown'],
  retell: ['retold'],
  withhold: ['withheld'],
  uphold: ['upheld'],
  undertake: ['undertook', 'undertaken'],
  bet: ['bet'],
  set: ['set'],
  let: ['let'],
  shake: ['shook'],
  do: ['did', 'done'],
  spit: ['spat'],
  hit: ['hit'],
  tear: ['tore', 'torn'],
  run: ['ran'],
  win: ['won'],
}

/** Verbs of more than one syllable that double their last letter. */
const doubling =
  /(?:^[^aeiou]*[aeiou][bdgmnprt]|refer|admit|commit|prefer|permit|rebut|regret|defer|omit|submit|allot|compel|expel|rebel)$/

/** Every form of the given verbs to the verb itself. */
export function inflections(verbs: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const verb of verbs) for (const form of formsOf(verb)) if (!map.has(form)) map.set(form, verb)
  return map
}

function formsOf(verb: string): string[] {
  const consonantY = /[^aeiou]y$/.test(verb)
  const silentE = verb.endsWith('e')
  const stem = consonantY ? `${verb.slice(0, -1)}i` : silentE ? verb.slice(0, -1) : verb
  const doubled = doubling.test(verb) ? verb + verb.at(-1) : verb
  const third = consonantY ? `${stem}es` : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`
  const ing = silentE && !verb.endsWith('ee') ? `${stem}ing` : `${consonantY ? verb : doubled}ing`
  const past = irregular[verb] ?? [consonantY || silentE ? `${stem}ed` : `${doubled}ed`]
  return [verb, third, ing, ...past]
}

let lemmas: ReadonlyMap<string, string> | undefined

/** Every form of an English verb to the verb; the shorter verb where two share a form. Built on first use. */
export function verbLemmas(): ReadonlyMap<string, string> {
  lemmas ??= inflections([...Object.keys(irregular), ...recent, ...baseForms()])
  return lemmas
}

/** Verbs that the lexicon is too old to hold. */
const recent = [
  'tweet',
  'retweet',
  'blog',
  'email',
  'text',
  'fact-check',
  'livestream',
  'message',
  'downplay',
  'slam',
  'tout',
  'diss',
]

function baseForms(): string[] {
  const bases: string[] = []
  for (const [word, classes] of lexicon()) if (classes.includes('V')) bases.push(word)
  return bases.sort((a, b) => a.length - b.length)
}

/** Verbs whose past is the verb itself. */
const INVARIANT = new Set(
  'beat bet burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust upset'.split(
    ' ',
  ),
)

let pasts: ReadonlyMap<string, string> | undefined

/** The past tense of a verb: "blow" → "blew", "crash" → "crashed". */
export function pastOf(verb: string): string {
  if (verb === 'be') return 'was'
  if (verb === 'have') return 'had'
  if (INVARIANT.has(verb)) return verb
  pasts ??= new Map([...irregularForms].reverse().map(([form, base]) => [base, form]))
  return irregular[verb]?.[0] ?? pasts.get(verb) ?? formsOf(verb)[3]!
}

/** Its third person: "start" → "starts". */
export const thirdPersonOf = (verb: string): string =>
  verb === 'be' ? 'is' : verb === 'have' ? 'has' : formsOf(verb)[1]!
