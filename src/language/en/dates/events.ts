import type { EventData, WhenData } from '../../events.js'
import { speechData } from '../speech/speech.js'
import { irregularForms } from '../words/irregular-forms.js'
import { tense } from './dates-tense.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))
const phrases = (list: string) => new Set(list.split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim()))

export const events: EventData = {
  subordinators:
    words(`after before while when because although though since until till once as if unless whether
    whereas where that so`),
  relatives: words('who which whose whom where when'),
  connectors:
    phrases(`after, before, following, amid, ahead of, prior to, followed by, preceded by, on top of,
    in response to, pending`),
  finiteAuxiliaries:
    words(`is are was were has have had do does did am isn't aren't wasn't weren't hasn't haven't
    hadn't don't doesn't didn't`),
  reporting: new Set([
    ...tense.reporting,
    ...words('say says tells announces reports warns insists argues notes'),
  ]),
  speaking: speechData.speechVerbs,
  scheduling: words('scheduled planned expected due slated set held called convened booked timed'),
  sides: new Map([
    ['after', -1],
    ['before', 1],
  ]),
  labels: {
    holding:
      words(`is are was were be been to of until than from and between spend spends spent spending mark marks marked
      marking last lasts lasted take takes took`),
    tying: words('of'),
    subjects: words('who'),
    modals: words('will would could may might can should shall'),
    loose: words('on for by with of and or the a'),
    loosening: words('and but or then meanwhile however'),
    pronouns:
      words(`he she it they we i you his her its their our my there some one ones both neither each what which who
      on of with`),
    completing: words('that'),
  },
  placePrepositions: words('in at near to from outside inside around across'),
  firstTime: phrases('first time, first one, first such'),
  weighty:
    words(`die kill suicide attack bomb shoot shell airstrike invade war capture retake surrender withdraw ceasefire peace
    kidnap free hijack coup mutiny uprising riot arrest charge try convict acquit sentence execute settle ban lift
    sanction approve veto vote elect resign fire appoint takeoffice declare sign evacuate earthquake tsunami flood crash
    sink explode collapse bankrupt bailout outbreak begin end recall born bury`),
  negations: words("not no never won't wouldn't n't cannot can't"),
  cues: {
    cancelled:
      phrases(`cancelled, canceled, called off, calls off, call off, scrapped, aborted, abandoned, annulled,
      was to have, were to have, had been due to, had been set to, had been scheduled to, had been expected to,
      was supposed to, were supposed to, was meant to, were meant to`),
    moved: phrases('postponed, delayed, rescheduled, put off, pushed back, moved back, adjourned, deferred'),
    movedTo: phrases('to, until, till, for'),
    hypothetical:
      phrases(`could, may, might, if, unless, whether, possible, possibly, perhaps, potential, potentially,
      hopes to, hope to, wants to, want to, speculation, rumoured, rumored, hypothetical, threatened to, threatens to`),
    planned:
      phrases(`will, shall, won't, is scheduled, are scheduled, was scheduled, were scheduled, scheduled for,
      scheduled to, scheduled on, is due, are due, due to, due on, due in, is set to, are set to, set for, is slated,
      are slated, slated for, slated to, is expected, are expected, expected to, expected in, expected on, is planned,
      are planned, planned for, planned on, planned in, is to, are to, plans to, plan to, plans for, planning to,
      intends to, intend to, going to, agreed to, upcoming, forthcoming,
      to be held, was to, were to`),
    conditional: phrases('would'),
    happening: phrases('under way, underway, ongoing, in progress, continues, continue, currently'),
    occurring: words('take place happen be held meet go ahead begin start open attend come occur'),
  },
}

export const whenQuestions: WhenData = {
  openings: [
    /^(?:(?:(?:since|until|till|by|from) )?when|how soon|how long (?:ago|until|till|before)|on what (?:day|date)|what (?:day|date|year|month|time))(?:['’]s)?\s+/,
    /^(?:is|are|was|were|will|did|does|do|has|have|had|would|can|could|should)\s+/,
  ],
  since: /\b(?:since|from) when\b/,
  until: /\b(?:until|till) when\b/,
  bounds: { since: words('since from'), until: words('until till through') },
  future: words('is are will does do can could should next upcoming forthcoming future'),
  past: words('was were did has have had last latest previous past'),
  outsideTopic: words('next upcoming forthcoming future last latest previous past'),
  fillers: words('actually really exactly finally precisely again please ever even just lol bro ffs'),
  happening: words('come happen occur hold due'),
  calendar: words(
    `january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
    morning afternoon evening night day week weekend month year`,
  ),
  nounsInIng: words(
    'meeting hearing shooting bombing killing opening ruling briefing warning beheading stabbing crossing building landing sentencing funding',
  ),
  particles: new Map([
    ['out', 'publish'],
    ['over', 'end'],
    ['back', 'return'],
    ['up', 'end'],
    ['going', 'leave'],
    ['gone', 'leave'],
    ['leaving', 'leave'],
  ]),
  verbParticles: words('out up down off away back over in on apart through together along around aside'),
  lightVerbs: words('get got have take make do go come give put be becom keep let run turn use mean suppos'),
  aspect: words('start begin continu'),
  meaning: words('meant supposed due set scheduled expected planned likely going'),
  becoming: /(?<=\S )(?:become|became)(?= )/iu,
  takingOffice: 'take office',
  plannedTo: /\b(?:meant|supposed|due|set|scheduled|expected|planned) to (?=\p{L})/iu,
  auxiliaries: words(
    'is are was were be been being do does did has have had will would can could shall should may might must',
  ),
  pronouns: words('he she it they we i you his her its their this that these those someone somebody people'),
  determiners: words('the a an his her its their our my your this that these those first last next'),
  getting: words('get gets got getting gotten'),
  doing: /\b(?:did|does|do|will|would|can|could|should|shall)\b/,
  being: /\b(?:is|are|was|were|be|been|has|have|had)\b/,
  pastForms: /[^e]ed$/,
  irregularPast: new Set([...irregularForms.keys(), ...words('hit cut shut set put quit hurt born')]),
  furniture:
    /\b(?:GMT|BST|EDT|EST|Last updated|Page last|Photograph|Also known as|Read more|cents|Editor['’]s note|This page (?:is|was|recaps))\b/,
  things: words('it they its their'),
  inYear: /\b(?:in|during) (?<year>(?:19|20)\d\d)\b(?! ?[–—-])/iu,
  willBe: /\bwill\b/,
  comingAbout: /(?<=\p{L} )(?:happen(?:ed)?|occur(?:red)?|(?:take|took) place)\W{0,4}$/iu,
  saying: new Set([
    ...words(
      'say tell report announc warn insist argu note state confirm claim reveal declar disclos accord ad write',
    ),
  ]),
  howLong: /^(?:for )?how (?:long|much time)\b(?! (?:ago|until|till|before)\b)\s*/,
}
