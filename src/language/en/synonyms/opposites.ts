/**
 * Classes of words that tell of opposite states, two lists a row by the names of the classes: whether something is so
 * is answered by either. For a question alone: nothing else may be found by its opposite.
 */
export const OPPOSITE_CLASSES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['close'], ['open', 'reopen', 'resume']],
  [
    ['ban', 'restrict'],
    ['allow', 'lift'],
  ],
  [
    ['arrest', 'kidnap', 'capture', 'jail', 'hostage', 'trap'],
    ['free', 'rescue', 'flee'],
  ],
  [['die'], ['survive', 'alive', 'rescue']],
  [['missing'], ['found', 'find', 'rescue']],
  [
    ['cancel', 'postpone', 'stop', 'end'],
    ['continue', 'resume'],
  ],
  [['begin'], ['postpone', 'cancel', 'end']],
  [
    ['approve', 'agree', 'sign', 'promise'],
    ['refuse', 'veto'],
  ],
  [['win'], ['lose']],
  [['resign', 'retire', 'leave', 'withdraw'], ['stay']],
  [
    ['convict', 'charge', 'guilty'],
    ['acquit', 'innocent'],
  ],
  [
    ['confess', 'announce'],
    ['deny', 'refuse'],
  ],
  [['support'], ['oppose']],
  [
    ['increase', 'raise'],
    ['decrease', 'cut'],
  ],
  [
    ['break', 'blackout', 'damage'],
    ['fix', 'restore'],
  ],
  [['illegal'], ['legal']],
  [['dangerous'], ['safe']],
  [['join'], ['leave', 'split']],
  [['fail'], ['succeedin']],
]
