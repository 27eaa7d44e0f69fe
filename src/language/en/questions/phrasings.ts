import type { PhrasingData } from '../../phrasings.js'

const AUXILIARY = '(?:is|are|was|were|will|did|does|do|has|have|had|would|can|could|should|must)'

export const phrasings: PhrasingData = {
  leads: [
    /^(?:can|could|would|will) (?:you|u)(?: please)?\s+(?=(?:search|find|look|list|compare|give|open|draw|make|read|show|sum|summari[sz]e)\b)/i,
    /^(?:thanks(?: a lot| so much)?|thank you(?: so much)?|thx|cheers|great|cool|nice|perfect|awesome|wow|got it|i see|interesting)\s*[,.!;–-]+\s*(?=\S)/i,
    /^(?:hey|hi|hello|hallo|yo|ok|okay|so|well|um+|oh|please|pls|quick question|question|btw|by the way|sorry|excuse me|good (?:morning|evening|day))\b[\s,:!.–-]*/i,
    /^(?:@?(?:crisis )?(?:desk|bot))\b[\s,:!.–-]+/i,
    /^(?:(?:can|could|would|will) (?:you|u|someone|anyone|anybody)(?: please)? (?:tell (?:me|us)|remind me|find out|say|explain|let me know|show me|help me find)|(?:(?:do|does) )?(?:you|u|anyone|anybody|somebody|someone) (?:know|remember)|(?:please )?(?:tell|remind) (?:me|us)|i(?:'d| would|’d)? (?:want|like|love) to know|i wonder|i(?:'m|’m| am) (?:wondering|curious)|any idea|let me know|(?:does|do) (?:the )?articles say)\s*,?\s*(?:if |whether |about )?(?=\S)/i,
  ],
  tails: [
    /[\s,.!]*\b(?:please|pls|plz|thanks|thank you|thx|anyone|anybody|cheers)[\s.!]*$/i,
    /\s+again[\s.!?]*$/i,
    /[\s,.!]+(?:specifically|exactly|precisely|actually|tho|though|rn|right now|btw|by the way|lol|lmao|lmfao|xd|ffs|smh|ngl|by any chance)[\s.!?]*$/i,
    /\s*,\s*(?:man|bro|mate|dude|guys|folks|all|everyone)[\s.!?]*$/i,
    /[\s,]+(?:right|correct|huh|eh|yes|no)\?+$/i,
  ],
  greetings:
    /^(?:hi|hey|hello|hallo|yo|good (?:morning|evening|day)|thanks?(?: you)?|thx|cheers)?(?:[\s,]*(?:there|everyone|everybody|all|guys|folks|bot|desk|crisis desk)(?![\p{L}]))*[\s.!,]*$/iu,
  // The word that asks for a time may stand before any sentence, and its auxiliary tells whether that is to come.
  when: new RegExp(
    `^(?:when|(?:on |at |since |by |until )?(?:what|which) (?:days?|dates?|times?|years?|months?|weeks?)|(?<bound>(?:since|from|until|till) when)|how soon|how long (?:ago|until|till|before))(?:'s|’s)?\\s+(?:exactly |precisely |again )?(?:(?<verb>${AUXILIARY})\\s+)?(?<rest>.+)$`,
    'i',
  ),
  ordered: /^who(?:['’]s| has| had)? (?:told|warned) (?:[^\s"“”]+ ){1,4}?(?:not )?to \p{Ll}/iu,
  nobody: /^(?:the|an?|its?)?\s?(?:current|own|general|best|main|new|latest)?$/i,
  checks:
    /(?<![\p{L}\p{N}])(?:is (?:this|that|it) (?:really |actually |even )?(?:true|real|legit|accurate|correct|right|confirmed|fake(?: news)?)|(?:is there )?any truth (?:to|in) (?:this|that|it)|true or (?:false|not)|real or fake|fact[ -]?check(?: (?:this|that|it))?|(?:can|could) (?:someone|anyone|anybody|you|u) (?:please )?(?:verify|confirm|check|fact[ -]?check) (?:this|that|it)|true\?)(?: please| pls)?[?!.:]*/iu,
  hearsay:
    /(?:https?:\/\/\S+)|(?<![\p{L}])(?:i(?:['’]?ve)? (?:just )?(?:read|saw|seen|heard)(?: (?:that|somewhere that|a claim that))?|(?:people|they|some|someone|somebody|a friend) (?:are |is |keep |keeps )?(?:say|says|said|saying|claim|claims|claiming)(?: that)?|apparently)(?![\p{L}])/giu,
  opensQuestion: /^(?:and |so |ok |hey |also )?(?:who|whos|what|whats|when|where|why|how|which)(?![\p{L}])/iu,
  another: new RegExp(
    `(?:,? (?:and|n|&)|,) (?=(?:who|what|when|where|why|how(?: (?:many|much|long|old|far|big))?)(?:['’]?s)? ?(?:$|[?]|${AUXILIARY}\\b|\\p{Ll}+ (?:the|a|an|it|them|him|her)\\b))`,
    'iu',
  ),
  onlyAsks: /^(?:who|what|when|where|why|how(?: (?:many|much|long))?)$/i,
  asksFirst: /^(?:who|what|when|where|why|how(?: (?:many|much|long))?)(?![\p{L}])/iu,
  hollow: /(?<=(?:^|\s)(?!(?:the|an?|this|that|any|some|no|one|every)\s)\S+) (?:thing|stuff|business)$/i,
  loose:
    / (?:is|are|was|were|be|take place|takes place|took place|taking place|happen|happens|happened|going to be|come|comes|coming|arrive|due|expected|scheduled|planned|supposed to be)$/i,
}
