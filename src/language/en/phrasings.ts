import type { PhrasingData } from '../phrasings.js'
import { NO_STRETCH, STRETCH } from './spans.js'

const SAY =
  'said|says?|saying|told|tells?|telling|claim(?:s|ed)?|think(?:s|ing)?|warn(?:s|ed)?|write|wrote|tweet(?:ed)?|comment(?:ed)?|respond(?:ed)?|react(?:ed)?|stated?|repl(?:y|ied|ies)|answer(?:ed|s)?'
const ABOUT = '(?:about|on|of|regarding|concerning|to say about|when asked about|in response to)'
const WHO =
  '(?:who|whom|which (?:of them|one|politician|president|minister|official|leader))(?: (?:was it|is it|was the one|is the one|first))?(?: (?:that|who))?(?: (?:has|had|have|was|is|actually|really|first|else))*'
/** When or where something was said is not what it was about. */
const ADVERBIAL =
  '(?:on (?:\\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?|(?:on|last|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in|last|this) (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:last|this) (?:week|month|year|time)|yesterday|today|recently|lately|so far|again|then|now|afterwards|later|(?:before|after) (?:that|this))'
const AUXILIARY = '(?:is|are|was|were|will|did|does|do|has|have|had|would|can|could|should|must)'

export const phrasings: PhrasingData = {
  leads: [
    /^(?:can|could|would|will) (?:you|u)(?: please)?\s+(?=(?:search|find|look|list|compare|give|open|draw|make|read)\b)/i,
    /^(?:thanks(?: a lot| so much)?|thank you(?: so much)?|thx|cheers|great|cool|nice|perfect|awesome|wow|got it|i see|interesting)\s*[,.!;–-]+\s*(?=\S)/i,
    /^(?:hey|hi|hello|hallo|yo|ok|okay|so|well|um+|oh|please|pls|quick question|question|btw|by the way|sorry|excuse me|good (?:morning|evening|day))\b[\s,:!.–-]*/i,
    /^(?:@?(?:crisis )?(?:desk|bot))\b[\s,:!.–-]+/i,
    /^(?:(?:can|could|would|will) (?:you|u|someone|anyone|anybody)(?: please)? (?:tell (?:me|us)|remind me|find out|say|explain|let me know|show me|help me find)|(?:(?:do|does) )?(?:you|u|anyone|anybody|somebody|someone) (?:know|remember)|(?:please )?(?:tell|remind) (?:me|us)|i(?:'d| would|’d)? (?:want|like|love) to know|i wonder|i(?:'m|’m| am) (?:wondering|curious)|any idea|let me know|(?:does|do) (?:the )?articles say)\s*,?\s*(?:if |whether |about )?(?=\S)/i,
  ],
  tails: [
    /[\s,.!]*\b(?:please|pls|plz|thanks|thank you|thx|anyone|anybody|cheers)[\s.!]*$/i,
    /\s+again[\s.!?]*$/i,
    /[\s,.!]+(?:specifically|exactly|precisely|actually|tho|though|rn|right now|btw|by the way|lol|by any chance)[\s.!?]*$/i,
    /\s*,\s*(?:man|bro|mate|dude|guys|folks|all|everyone)[\s.!?]*$/i,
    /[\s,]+(?:right|correct|huh|eh|yes|no)\?+$/i,
  ],
  greetings: /^(?:hi|hey|hello|hallo|yo|good (?:morning|evening|day)|thanks?(?: you)?|thx|cheers)?[\s.!,]*$/i,
  rules: [
    {
      pattern:
        /^(?:help(?: me)?|commands?|\?+|(?:how (?:do|can|should) (?:i|we) (?:ask|use|query|search)\b.*)|(?:how do you work)|(?:what|which) (?:can|could) (?:you|i|we) (?:do|ask)\b.*|what (?:are you|do you do)|who are you|how does (?:this|it|the bot) work|how are you(?: doing)?|(?:are|r) (?:you|u) (?:a |an )?(?:bot|human|real|robot|ai|person|alive)|who (?:made|built|created|wrote|runs) (?:you|this(?: bot)?)|tell me a joke|what (?:commands|questions)\b.*)\W*$/i,
      command: 'help',
    },
    {
      pattern:
        /^(?:status|uptime|version|bot status|how (?:are|is) the (?:bot|archive)|how (?:old|new|recent|fresh) (?:are|is) (?:your|the) (?:newest|latest|last|most recent) (?:articles?|news|sources?|data)|(?:when|what) (?:was|is) (?:your|the) (?:newest|latest|last|most recent) (?:articles?|news|update)|how fresh (?:are|is) (?:this|your (?:articles|data|news))|are you (?:ok|okay|there|alive|up|awake|online|up to date|current)|how (?:many|much) (?:articles|sources|passages) (?:do|have) you\b.*|how (?:old|new|recent|fresh|up to date) (?:are|is) (?:your|the) (?:articles|sources|archive|data|index)|when (?:were|was) (?:you|the (?:archive|index)) (?:last )?(?:updated|reloaded|built))\W*$/i,
      command: 'status',
    },
    {
      pattern:
        /^(?:list (?:of )?|show (?:me )?)?(?:all |the |your )*(?:sources|outlets|articles)\W*$|^(?:(?:what|which) (?:are (?:your|the) )?(?:sources|articles|outlets|newspapers)(?: (?:do|did|have|are|can|is)\b.*)?|(?:what is|what['’]s|what do you have) in (?:your|the) (?:archive|index|database|library)|where (?:do you|are you|does (?:this|it)) (?:get|getting|got|take|come)\b.*)\W*$/i,
      command: 'sources',
    },
    {
      pattern:
        /^(?:(?:(?:is|are) there |got |have you got |do you have )?(?:any |the |some )?(?:latest |new |recent |fresh )*(?:news|updates?|developments?|headlines)|(?:(?:what(?:['’]s| is| are)|show me|give me) )?(?:the )?(?:latest|newest|most recent)(?: (?:news|updates?|developments?|articles?|headlines|one|thing))?|what(?:['’]s| is) (?:new|up|going on|happening)|anything new)(?: (?:here|today|now|so far|yet))?[?!.\s]*$/i,
      command: 'sources',
    },
    {
      pattern: /^(?:open|read(?: me)?|display)\s+(?:the )?(?<rest>\S.*?) (?:article|story|piece)[?!.\s]*$/i,
      command: 'article',
    },
    {
      pattern:
        /^(?:open|show(?: me)?|read(?: me)?|display)\s+(?:the )?article(?: (?:called|named|titled))?\s+(?<rest>.+)$/i,
      command: 'article',
    },
    {
      pattern:
        /^(?:(?:show|give|list|tell|name)(?: me| us)? |what (?:are|were) )?(?:the )?(?:(?<most>\d{1,3}) )?(?:top|most important|main|key|biggest|major|crucial) (?:(?<most2>\d{1,3}) )?(?:events|days|dates|moments)(?: (?:of|in|on|for|about) (?<rest>.+?))?[?!.\s]*$/i,
      command: 'timeline',
    },
    {
      pattern:
        /^(?:(?:show|give|make|draw)(?: me| us)? )?(?:a |the )?(?:timeline|chronology|time line)(?: (?:of|for|on|about))?(?: (?<rest>\S.*?))?,? (?:with|in|of|showing|only)? ?(?:the )?(?<most>\d{1,3}) (?:(?:most important|main|key|biggest) )?(?:events|days|dates|entries)[?!.\s]*$/i,
      command: 'timeline',
    },
    {
      pattern: new RegExp(
        `^(?:(?:show|give|make|draw)(?: me| us)? )?(?:a |the )?(?:timeline|chronology|time line|events)(?:\\s+(?:of|for|on|about)(?= ${NO_STRETCH}))?(?:\\s+(?<rest>${NO_STRETCH}.+?))?,?\\s+${STRETCH}[?!.\\s]*$`,
        'i',
      ),
      command: 'timeline',
    },
    {
      pattern:
        /^(?:(?:show|give|make|draw)(?: me| us)? )?(?:a |the )?(?:(?:full|whole|entire|complete|crisis|overall|general) )*(?:timeline|chronology|time line)(?: (?:of|for|on|about))?(?: (?:(?:the )?(?:whole |entire |current |full )*(?:crisis|situation|story|thing|conflict|events?)|everything|all(?: of it)?|it all))?(?: so far)?[?!.\s]*$/i,
      command: 'timeline',
    },
    {
      pattern:
        /^(?!(?:show|give|make|draw|a|the|what|which|is|do|can)\b)(?<rest>\S+(?: \S+){0,4}) (?:timeline|chronology|time line)[?!.\s]*$/i,
      command: 'timeline',
    },
    {
      pattern: new RegExp(
        `^(?:(?:(?:is|are) there |do you have |have you got |got )?any(?:thing)?|what(?:'s|’s| is)|what has been|something)(?: else)? (?:new|news|happening|reported|updates?|developments?)(?:\\s+(?:on|about|from|in|with)(?= ${NO_STRETCH}))?(?:\\s+(?<rest>${NO_STRETCH}.+?))?,?\\s+${STRETCH}[?!.\\s]*$`,
        'i',
      ),
      command: 'timeline',
    },
    {
      pattern: new RegExp(
        `^what(?: all| else)? (?:happened|happens|happend|hapened|went on|took place|was going on|is going to happen|will happen)(?:\\s+(?:in|at|with|to|around)(?= ${NO_STRETCH}))?(?:\\s+(?<rest>${NO_STRETCH}.+?))?,?\\s+${STRETCH}[?!.\\s]*$`,
        'i',
      ),
      command: 'timeline',
    },
    {
      pattern:
        /^(?:show(?: me)? |give(?: me)? |make |draw )?(?:a |the )?(?:timeline|chronology|time line)(?:\s+(?:of|for|on|about))?(?:\s+(?<rest>.+))?$/i,
      command: 'timeline',
    },
    {
      pattern:
        /^(?:what (?:all )?(?:happened|went on|took place)(?= (?:in|at|during|around) )|what happened when|(?:the )?(?:sequence|order|course) of events)(?:\s+(?:in|of|around|with|at|during)\s+(?<rest>.+))?[?!.\s]*$/i,
      command: 'timeline',
    },
    {
      pattern:
        /^(?:compare|comparison of)\s+(?:(?:what |how )?(?:the |all |your |different )*(?:sources|outlets|papers|articles|reports|reporting|coverage|accounts|they|everyone|everybody)\s+(?:(?:say|says|write|report|reports|tell|put)\s+)?)?(?:(?:on|about|of|for|regarding)\s+)?(?:(?:the )?(?:numbers?|figures?|counts?|amount|size) (?:of|for|on)\s+)?(?<rest>.+)$/i,
      command: 'compare',
    },
    {
      pattern:
        /^(?:how|where|what|do|does) (?:do |does |did )?(?:the |different |various )*(?:sources|outlets|papers|newspapers|articles|reports|media|they) (?:differ|disagree|agree|contradict each other|compare|report|cover|say different things|vary|diverge)(?: (?:on|about|over|regarding)){0,2}\s+(?:(?:the )?(?:numbers?|figures?|counts?) (?:of|for)\s+)?(?<rest>.+)$/i,
      command: 'compare',
    },
    {
      pattern:
        /^(?:(?:are|is) there |any )+(?:differences?|disagreements?|contradictions?|discrepanc(?:y|ies))(?: (?:in|between|on|about|over|among))?(?: (?:how|what|the way))?(?: (?:the |different |various )*(?:sources|outlets|papers|newspapers|articles|reports|media|they))?(?: (?:report|reports|reported|describe|describes|cover|covers|say|write|tell|put))?(?: (?:in|on|about|over|of|regarding))?\s+(?<rest>.+)$/i,
      command: 'compare',
    },
    {
      pattern:
        /^what (?:do|does|did) (?:the |different |various |other |all )*(?:sources|outlets|papers|newspapers|media) (?:say|write|report) (?:about|on|of)\s+(?<rest>.+)$/i,
      command: 'compare',
    },
    {
      pattern:
        /^["“„«][^"“”„«»]{3,}["”»]\s*[,:–-]?\s*(?:who(?: said (?:that|this|it|so))?|who was that|whose words(?: (?:are|is) (?:these|that|this))?|source)?[?!.\s]*$/i,
      command: 'who-said',
      quoted: true,
    },
    {
      pattern: new RegExp(
        `^${WHO} (?:quoted (?:as )?saying|reported to have said|said|says?|saying|told|warned|warning|claimed|claims|promised|threatened|insisted|declared|stated|denied|complained|argued|predicted)\\b(?:\\s+\\S+(?:\\s+\\S+){0,2}?(?=\\s+that\\b))?(?:\\s+(?:that|of|about|so|it was|the words?))*[\\s:,]*(?<rest>.+)$`,
        'i',
      ),
      command: 'who-said',
      quoted: true,
    },
    {
      pattern: new RegExp(
        `^${WHO} (?:came up|comes up|called|calls|wrote|writes|used|uses|spoke|speaks|talked|talks|mentioned|mentions|described|describes|coined|demanded|announced)\\b(?:\\s+\\p{L}+){0,6}[\\s:,]*(?<rest>["“„«].+)$`,
        'iu',
      ),
      command: 'who-said',
      quoted: true,
    },
    {
      pattern: new RegExp(
        `^${WHO} (?:(?:called|calls|described) (?:it|them|this|that)(?: as)?|used the (?:words?|phrase|term|expression|line))\\s+(?:(?:a|an|the)\\s+)?(?<rest>.+)$`,
        'i',
      ),
      command: 'who-said',
      quoted: true,
    },
    {
      pattern:
        /^(?:whose (?:words?|quote|phrase|line) (?:is|are|was|were)(?: it| this| these| that)?|(?:what is |what's |find )?(?:the )?(?:source|origin|author|speaker) (?:of|for) (?:the |this )?(?:quote|quotation|words?|phrase|line|saying)|where (?:does|did) (?:the |this )?(?:quote|quotation|words?|phrase|line) (?:come from)?|(?:did|has) (?:anyone|anybody|somebody|someone|any of them) (?:really |actually |ever )?(?:say|said|use[d]?|call(?:ed)?)(?: (?:that|it|the words?|the phrase))?)[\s:,]+(?<rest>.+)$/i,
      command: 'who-said',
      quoted: true,
    },
    {
      pattern:
        /^(?:did|has|is it true(?: that)?|is it right(?: that)?) (?<speaker>\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}?) (?:really |actually |ever )?(?:say|said|use[d]?|mention(?:ed)?)(?: (?:that|it|the words?|the phrase|something like))*[\s:,]+(?<rest>["“„«][^"“”„«»]+["”»])[?!.\s]*$/iu,
      command: 'who-said',
      quoted: true,
    },
    {
      pattern: new RegExp(
        `^what(?:'s|’s)?(?: exactly| else| precisely)? (?:has|have|had|did|does|do|is|are|was|were) (?<speaker>(?!been\\b).+?)(?: (?:actually|really|ever|just|even|also|exactly))* (?:have to say|had to say|been saying|${SAY})(?:\\s+(?:to )?(?:reporters|journalists|the press|the media|the public|us|everybody))?(?:\\s+${ADVERBIAL})?(?:\\s+${ABOUT} (?<topic>.+?))?(?:\\s+${ADVERBIAL})?[?!.\\s]*$`,
        'i',
      ),
      command: 'quotes',
    },
    {
      pattern:
        /^(?<speaker>\p{L}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){0,3}?) (?:said|says) what(?: (?:exactly|about|on|regarding) (?<topic>.+?))?[?!.\s]*$/iu,
      command: 'quotes',
    },
    {
      pattern:
        /^what (?<speaker>(?!(?:has|have|had|did|does|do|is|are|was|were|will|would|can|could|happened|else|exactly|kind|sort|about|we|you|i|it|that)\b)\p{L}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){0,3}?) (?:said|says|told|has said|had to say|has to say)(?: (?:reporters|journalists))?(?: (?:about|on|regarding) (?<topic>.+?)(?: (?:thing|stuff|issue|matter|topic))?)?[?!.\s]*$/iu,
      command: 'quotes',
    },
    {
      pattern: new RegExp(
        `^what(?:'s|’s) (?<speaker>(?!been\\b).+?) (?:saying|claiming|thinking)(?:\\s+${ABOUT} (?<topic>.+?))?[?!.\\s]*$`,
        'i',
      ),
      command: 'quotes',
    },
    {
      pattern: new RegExp(
        `^(?:did|has|have|does) (?<speaker>.+?) (?:really |actually |ever )?(?:say|said|comment(?:ed)?|talk(?:ed)?|sp(?:eak|oken)) (?:anything |something |a word )?(?:else )?(?:${ABOUT}|at) (?<topic>.+?)[?!.\\s]*$`,
        'i',
      ),
      command: 'quotes',
    },
    {
      pattern: new RegExp(
        `^(?:did|has|have|does) (?<speaker>.+?) (?:really |actually |ever )?(?:say|said|comment(?:ed)?) (?:anything|something|a word)(?: else| more)?(?:\\s+${ADVERBIAL})?[?!.\\s]*$`,
        'i',
      ),
      command: 'quotes',
    },
    {
      pattern:
        /^(?:show (?:me )?|give (?:me )?|(?:are|is) there |do you have |have you got |any |all |find |list |some |more )*(?:the )?(?:quotes?|quotations?|statements?|remarks?|comments?|words)\s+(?:of|by|from)\s+(?<speaker>.+?)(?:\s+(?:about|on|regarding)\s+(?<topic>.+?))?[?!.\s]*$/i,
      command: 'quotes',
    },
    {
      pattern:
        /^(?:show (?:me )?|give (?:me )?|any |all |find )*(?<speaker>\S+?(?: \S+?)?)(?:'s|’s)? (?:quotes|quotations|statements|remarks)(?:\s+(?:about|on|regarding)\s+(?<topic>.+?))?[?!.\s]*$/i,
      command: 'quotes',
    },
    {
      pattern:
        /^(?:(?:what|which) (?:are|were|was|is) )(?<speaker>.+?)(?:'s|’s) (?:exact |own )?(?:words|quotes?|statements?|remarks?|position|view|opinion|reaction|response|answer|stance|comments?)(?:\s+(?:about|on|regarding|to)\s+(?<topic>.+?))?[?!.\s]*$/i,
      command: 'quotes',
    },
    {
      pattern:
        /^(?:show (?:me )?|give (?:me )?|find |list )?(?:everything|anything|all)(?: that)? (?<speaker>.+?) (?:has |had |have )?(?:ever )?said(?:\s+(?:about|on|regarding)\s+(?<topic>.+?))?[?!.\s]*$/i,
      command: 'quotes',
    },
    {
      pattern:
        /^(?:(?:the |what (?:is|are|was|were) the |what's the |(?:(?:is|was) there )?(?:a|any) )?(?:exact )?(?:dates?|day|schedule|calendar) (?:of|for|yet for))\s+(?<rest>.+)$/i,
      command: 'when',
    },
    {
      pattern:
        /^(?:(?:please )?(?:search|find|look)(?: up| for|ing for)*\s+|(?:show|give|get)(?: me| us)?\s+|(?:are|is) there\s+)?(?:any |all |the |some )*(?:articles?|passages?|reports?|stories|pieces?|coverage)\s+by\s+(?:the )?(?<outlet>.+?)\s+(?:about|on|of|mentioning|regarding)\s+(?<rest>.+)$/i,
      command: 'search',
    },
    {
      pattern:
        /^(?:(?:did|has|does) (?:anyone|anybody|someone|somebody)(?: else)?|(?:is|was) (?:anyone|anybody|someone|somebody)(?: else)?|who(?: else)?(?: has| had| is| was)?)(?: been)? (?:mention(?:s|ed|ing)?|talk(?:s|ed|ing)? (?:about|of)|(?:speaks?|spoke|spoken|speaking|reporting|writing) (?:about|of|on)) (?<rest>[^"“„«]+?)[?!.\s]*$/i,
      command: 'search',
    },
    {
      pattern:
        /^(?:(?:what(?: is|['’]s)|where(?: is|['’]s)|(?:do you|have you) (?:have|got)) )?(?:your|the|a|any) (?:sources?|evidence|proof) (?:for|of) (?<rest>.+)$/i,
      command: 'search',
    },
    {
      pattern:
        /^how (?:does|do|did) (?:the )?(?:coverage|reporting|reports|accounts) (?:of|on|about) (?<rest>.+?) (?:differ|vary|compare|disagree)[?!.\s]*$/i,
      command: 'compare',
    },
    {
      pattern:
        /^what(?: has|['’]s| is| was) (?:been )?(?:said|reported|written|known|published) (?:about|on|of) (?<rest>.+)$/i,
      command: 'search',
    },
    {
      pattern:
        /^(?:quotes?|quotations?|statements?)\s*:?\s+(?<speaker>[^:]+?)(?:\s+(?:about|on|regarding)\s+(?<topic>.+?))?[?!.\s]*$/i,
      command: 'quotes',
    },
    {
      pattern:
        /^(?<rest>["“„«][^"“”„«»]+["”»])[\s\p{Pd},:;.]*(?:who|whose) (?:\S+ )?(?:said|says|wrote|words?|quote)\b.*$/iu,
      command: 'who-said',
      quoted: true,
    },
    {
      pattern:
        /^(?:(?:please )?(?:search|find|look)(?: up| for|ing for)*|(?:show|give|get)(?: me| us)?|(?:is|are) there(?! (?:going to|gonna) be)|do you have|have you got|got|what do you have|i(?:'m|’m| am) looking for|i need)\s+(?:(?:me|any|some|all|more|an|a|every)\s+)*(?:(?:articles?|passages?|news|reports?|stories|paragraphs?|anything|something|everything|information|info|mentions?|coverage|details)\s+)?(?:(?:about|on|of|mentioning|that mention|concerning|regarding|with|for|from)\s+)?(?<rest>.+)$/i,
      command: 'search',
    },
    {
      pattern:
        /^what(?:'s|’s| is| are) (?:the latest|new|going on|happening|known|the news)(?: (?:on|about|with|in|around|from|of))\s+(?<rest>.+)$/i,
      command: 'search',
    },
    {
      pattern:
        /^(?:any |latest |more |the )*(?:articles?|passages?|news|reports|stories|anything|something|everything|mentions?|coverage|more)\s+(?:about|on|of|mentioning|concerning|regarding|from)\s+(?<rest>.+)$/i,
      command: 'search',
    },
    {
      pattern: new RegExp(
        `^(?:when|(?:on |at |since |by |until )?(?:what|which) (?:days?|dates?|times?|years?|months?|weeks?)|since when|until when|how soon|how long (?:until|till|before))(?:'s|’s)?\\s+(?:exactly |precisely |again )?(?:(?<verb>${AUXILIARY})\\s+)?(?<rest>.+)$`,
        'i',
      ),
      command: 'when',
    },
    {
      pattern:
        /^(?!(?:how|what|which|who|where|why|is|are|did|do|does|has)\b)(?<rest>\S+(?: \S+){0,4}) (?:dates?|schedule|calendar)[?!.\s]*$/i,
      command: 'when',
    },
    {
      pattern:
        /^(?!(?:how|what|which|who|where|why|is|are|did|do|does|has|since|until)\b)(?<rest>\S+(?: \S+){0,5}) when\??$/i,
      command: 'when',
    },
    {
      pattern:
        /^(?:so )?(?:is|was) it (?:really |actually )?(?:true|right|correct|confirmed|a fact|the case)(?: that)? (?<rest>.+)$/i,
      command: 'ask',
    },
    {
      pattern: /^(?<rest>.{3,}?)[\s,:–-]+(?:when|what (?:day|date))(?: (?:is|was|are) (?:it|that))?\?+$/i,
      command: 'when',
    },
  ],
  hollow: /(?<=(?:^|\s)(?!(?:the|an?|this|that|any|some|no|one|every)\s)\S+) (?:thing|stuff|business)$/i,
  loose:
    / (?:is|are|was|were|be|take place|takes place|took place|taking place|happen|happens|happened|going to be|come|comes|coming|arrive|due|expected|scheduled|planned|supposed to be)$/i,
}
