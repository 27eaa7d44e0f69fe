/** Verbs in their base form with a word behind them, and one word for both; none for those that say nothing. */
const PHRASES = `
take place: ; take part: participate; turn down: reject; knock down: demolish; back down: retreat; shut down: close;
break down: fail; crack down: suppress; step down: resign; shoot down: shoot; call off: cancel; put off: delay;
call for: demand; carry out: perform; rule out: exclude; find out: discover; try out: test; work out: solve;
point out: note; pull out: withdraw; wipe out: destroy; turn out: prove; break out: erupt; give up: surrender;
set up: establish; blow up: explode; step up: increase; speed up: accelerate; make up: constitute; team up: join;
take over: seize; bring about: cause; talk about: discuss; lay off: dismiss; cut off: isolate; pass away: die;
give away: donate; go ahead: proceed; put forward: propose; look into: investigate; deal with: handle; look for: seek`

/** Keyed by the base form of the verb, a space and the word behind it. */
export const phrasalVerbs: ReadonlyMap<string, string> = new Map(
  PHRASES.split(';').map((entry) => {
    const [phrase = '', word = ''] = entry.split(':')
    return [phrase.trim(), word.trim()] as const
  }),
)
