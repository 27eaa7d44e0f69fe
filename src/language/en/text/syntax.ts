import { inflections } from '../speech/verbs.js'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words that deny what they stand with, beside those that a parse labels so. Lower case. */
export const NEGATIVE = words(`
  not n't never no nobody none nothing nowhere neither nor hardly barely scarcely without`)

/** What a verb makes of the clause that it governs: it may come; is wished for; is denied; is said by somebody. */
export type Stance = 'planned' | 'wanted' | 'denied' | 'reported'

/** Verbs, and adjectives, by their stance. Base forms; the first stance that holds a word counts. */
const STANCES: Readonly<Record<Stance, string>> = {
  planned: `
    plan expect intend prepare schedule set vow pledge promise agree threaten aim decide due consider mull propose
    anticipate predict forecast project hope offer try attempt float discuss contemplate weigh likely unlikely poised ready willing`,
  wanted: `
    want urge call ask demand request order tell advise recommend encourage appeal press pressure need wish
    seek beg require allow let invite force`,
  denied: `
    deny doubt reject refute dispute dismiss disbelieve refuse decline fail avoid prevent stop ban bar forbid block
    prohibit halt cancel`,
  reported: `
    say report claim announce add allege state believe think suggest warn argue note write insist confirm
    acknowledge admit declare assert explain reveal estimate indicate show find conclude suspect fear assume accuse
    charge complain contend maintain recall remark repeat reply respond concede observe hear know`,
}

/** Every form of a word of stance to it. Lower case. */
export const stanceOf: ReadonlyMap<string, Stance> = new Map(
  (Object.keys(STANCES) as Stance[])
    .reverse()
    .flatMap((stance) =>
      [...inflections(STANCES[stance].trim().split(/\s+/)).keys()].map((form): [string, Stance] => [
        form,
        stance,
      ]),
    ),
)

/** "Tell" reports before "that", and wants before "to". Base and other forms. */
export const REPORTED_WITH_THAT = words('tell tells told telling advise advised warn warned')

/** Auxiliaries by what they make of their verb. Lower case. */
export const FUTURE = words("will 'll wo shall")
export const POSSIBLE = words("would could may might should 'd must ought can ca")

/** Verbs of what may come, told with the thing itself: "faces ten years", "seeks damages". Lower case. */
export const PROSPECTIVE = words(`
  face faces facing seek seeks seeking sought propose proposes proposed proposing request requests requested
  requesting demand demands demanded demanding recommend recommends recommended threaten threatens threatened
  want wants wanted offer offers offered plan plans planned expect expects expected predict predicts predicted`)

/** Words that open a clause of time. */
export const TEMPORAL = words('after before until till when while since once as')

/** Words that open a condition. */
export const CONDITIONS = words('if unless whether lest provided')
