import { inflections } from '../speech/verbs.js'

const words = (list: string) => list.trim().split(/\s+/)
const forms = (list: string): ReadonlySet<string> => new Set(inflections(words(list)).keys())

/** Verbs and adjectives that lay a deed to somebody's charge, or say that they did it. Lower case, in every form. */
export const deeds = {
  /** Said of those to whom it is done: "Marn was CHARGED with the theft". */
  charged: forms(
    'accuse charge convict suspect blame arrest indict sentence jail imprison detain prosecute implicate',
  ),
  /** Of those it proves something, the others only allege it. */
  proven: forms('convict sentence jail imprison'),
  /** Anybody may say so of anybody: only who is said to be so without saying by whom counts. */
  loose: forms('accuse blame suspect implicate'),
  /** Said of those who do it: "Marn ADMITTED the theft", "LAUNCHED the raid". */
  admitted: forms('admit confess commit perpetrate mastermind orchestrate launch mount'),
  /** They are said so with one more word: "CARRIED OUT the raid", "PLEADED GUILTY to the theft". */
  admittedWith: new Map(
    [
      ['carry', 'out'],
      ['plead', 'guilty'],
      ['claim', 'responsibility'],
    ].flatMap(([verb, other]) => [...forms(verb!)].map((form) => [form, other!] as const)),
  ),
  /** What somebody is: "Marn is GUILTY of the theft". */
  guilty: new Set(words('guilty responsible culpable liable')),
}
