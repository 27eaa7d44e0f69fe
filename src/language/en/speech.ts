import type { SpeechData } from '../language.js'
import { inflections } from './verbs.js'

const words = (list: string) => list.trim().split(/\s+/)

/** Verbs that introduce or follow quoted words and reported clauses. */
const speech = words(`
  say tell add ask answer reply respond state announce declare claim assert insist argue maintain contend note observe
  remark comment mention explain describe report reveal disclose confirm acknowledge admit concede deny warn caution
  stress emphasize emphasise underline reiterate repeat recall suggest propose urge demand call write tweet post
  testify quip joke shout yell whisper mutter cry scream chant lament complain vow pledge promise threaten swear predict
  estimate conclude continue agree allege accuse boast brag quote cite point think believe feel hope fear worry wonder
  expect exclaim inform assure remind interject counter retort rejoin opine proclaim pronounce signal indicate
  clarify elaborate brief advise instruct order inquire query echo sum read go recount relate hint imply`)

export const speechData: SpeechData = {
  speechVerbs: inflections(speech),
  accordingTo: new Set(['according', 'per']),
}
