import type { QuestionData } from '../language.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

export const questions: QuestionData = {
  types: [
    [/\bhow (long|much time)\b/, 'duration'],
    [/\bhow (many|much|big|large|high|far|old|tall|few|often|strong)\b/, 'number'],
    [/\bwhat (percentage|percent|number|share|proportion|amount)\b/, 'number'],
    [/\b(when|what (year|day|date|month|time|century|decade)|which (year|day|date|month))\b/, 'date'],
    [
      /\b(where|(what|which) (city|country|place|town|state|county|region|river|street|continent))\b/,
      'place',
    ],
    [/\bwhat (did|does|do|has|have|had) .+ (say|said|tell|told|claim|warn|think|write)\b/, 'quotation'],
    [/\b(who|whom|whose)\b/, 'person'],
    [/\b(why|what caused|for what reason)\b/, 'reason'],
  ],
  numberWords: words(`
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion trillions dozen dozens half percent`),
  phrasings: [
    { pattern: /^(help|\?|how (do|can) i (ask|use)\b.*|what can (you|i) (do|ask))\W*$/i, command: 'help' },
    { pattern: /^(status|are you (ok|there|alive|up))\W*$/i, command: 'status' },
    { pattern: /^(sources|(what|which) (sources|articles|outlets)\b.*)$/i, command: 'sources' },
    { pattern: /^(?:search|find|look up)(?: for)?\s+(?<rest>.+)$/i, command: 'search' },
    {
      pattern:
        /^what (?:has|have|had|did|does|do) (?<speaker>.+?) (?:said|says?|told|tell|claim|think|threaten|promise|demand)(?: (?:about|of|on|regarding) (?<topic>.+?))?[?!.\s]*$/i,
      command: 'quotes',
    },
    {
      pattern:
        /^who (?:has |had )?(?:said|says|say|told|warned|claimed|promised|called|wrote|used the words?)\b(?: that)?[\s:,]*(?<rest>.+)$/i,
      command: 'who-said',
    },
    {
      pattern:
        /^(?:when|what (?:day|date|time|year|month)|on what (?:day|date))(?:'s|’s)?\s+(?:exactly )?(?:(?:is|are|was|were|will|did|does|do|has|have|had|would|can|could|should)\s+)?(?<rest>.+)$/i,
      command: 'when',
    },
  ],
}
