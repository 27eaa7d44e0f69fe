import type { ConversationData } from '../conversation.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

export const conversation: ConversationData = {
  leads: /^(?:(?:and|but|so|ok(?:ay)?|also|then|now|hm+|what about|how about|or)\b[\s,:]*)+/i,
  asks: /^(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|was|were|will|has|have|had|can|could|would|on what|on which|since|until|in what|in which)\b/i,
  sameWords:
    /^(?:who (?:else )?(?:said|says|claimed|told|wrote) (?:that|this|it|so|those(?: words)?|these words)|who (?:else|was that|is that)|whose words? (?:are|is|were|was) (?:that|those|these|this|it)|says who|according to whom|who is (?:the|that) (?:source|quote)(?: from)?|(?:who|where) is that from|any(?:one|body) else)[?!.\s]*$/i,
  more: /^(?:(?:and )?what else|anything else|any more|more|go on|tell me more|what more|(?:is there )?(?:any|some)thing (?:else|more)|more (?:on|about) (?:that|this|it))[?!.\s]*$/i,
  time: /^(?:when|since when|until when|(?:on )?(?:what|which) (?:day|date)|what time)(?: (?:was|is|did|does|will|were|are|has|would) (?:that|this|it|they|these|those|he|she|all that)(?: (?:be|happen|take place|say|said|tell|start|begin|end|meet|talk|call|speak)(?: (?:that|this|it|so))?)?)?[?!.\s]*$/i,
  bare: /^(?:(?:(?:about|at|by|for|from|in|of|on|to|with) )?(?:what|which|whose)(?: \p{Ll}+)?|what about|how many (?:are|were) there|where|why|how many|how much|how long|how often|how far|how old|how|who|whom|with whom|which|which ones?|what for|who exactly|how so|why not|for how long)[?!.\s]*$/iu,
  elliptical:
    /^(?:where (?:was|is|did|were|will) (?:that|this|it|they|he|she)(?: (?:be|happen|held|meet|take place|say (?:that|this|it)))*|why(?: (?:is|was|did) (?:that|this|it))|(?:where|when|how long|why|what) (?:is|was|are|were) that one|who (?:took part|takes part|will take part|attended|attends|was there|is there|will be there|went|is going|came|met|spoke|leads?|led|signed)|how long (?:was|is) (?:that|this|it))[?!.\s]*$/i,
  person: words('he she him her they them'),
  possessive: words('his her their'),
  subjects: words('he she they'),
  objects: words('him her them'),
  there: words('there'),
  topic: words('it that this those these'),
  afterPronoun: words(`
    is are was were will would did does do has have had can could and or in on at for to from with about before after
    last take happen begin start end mean matter`),
  prepositions: words(
    'in at on with about of for from to by before after during near around regarding between against',
  ),
  placing: words('in at near around inside outside'),
  aboutWords: words('about on of regarding'),
  added:
    /^(?:according to|(?:in|since|until|before|after|on|by|during) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|last|this|next|yesterday|today|tomorrow)\b/i,
  identity: /^who(?:['’]s| is| was)\s+(?!(?:the|an?|that|this)\b)/i,
  asksWho: /^who\b/i,
  counting: /^how many\b/i,
  dummies: /\s+(?:(?:are|were) there|that one)$/i,
  article: /^(?:the|an?)\s+/i,
  dated:
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \d|june|july|august|september|october|november|december|yesterday|today|tonight|tomorrow|(?:last|this) (?:week|month|year)|(?:next|same|following|previous) day|day (?:before|after|earlier|later)|(?:days|weeks) (?:ago|earlier|later|before|after)|(?:19|20)\d\d)\b/i,
  asked:
    /^(?:who|whom|whose|when|where|why|which|how (?:many|much|long|far|big|often|old)|how|what(?: kind of| sort of)?|did|does|do|is|are|was|were|will|has|have|had|can|could|would)\s+(?:(?:is|are|was|were|will|did|does|do|has|have|had|would|can|could|there|going to|be)\s+)*/i,
  counted: /^(?:how (?:many|much)|which|what)\s+(?<noun>\p{Ll}[\p{L}-]*)/iu,
  trailing:
    /\s+(?:last|take|takes|take place|took place|happen|happened|begin|start|end|be|held|be held|go|mean|say|said|stand|there)[?!.\s]*$/i,
  else: /\s+(?:else|more|further)\b/gi,
}
