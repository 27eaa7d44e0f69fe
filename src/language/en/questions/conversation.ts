import type { ConversationData } from '../../conversation.js'
import { STRETCH } from '../dates/spans.js'

const words = (list: string) => new Set(list.trim().split(/\s+/))

export const conversation: ConversationData = {
  leads:
    /^(?:(?:thanks(?: a lot| so much)?|thank you(?: so much)?|thx|cheers|great|cool|nice|perfect|awesome|wow|got it|i see|interesting)\s*[,.!;–-]+\s*|(?:thanks|thank you|thx|cheers|great|cool|nice)\s+(?=(?:what|how|who|when|where|why|and|but|also)\b)|(?:and|but|so|ok(?:ay)?|also|then|now|hm+|what about|how about|or|n|nd|&)(?![\p{L}\p{N}’'])[\s,:]*)+/iu,
  asks: /^(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|was|were|will|has|have|had|can|could|would|on what|on which|since|until|in what|in which)\b/i,
  sameWords:
    /^(?:who (?:else )?(?:said|says|claimed|claims|told|wrote|reported|reports|is saying|is claiming) (?:that|this|it|so|those(?: words)?|these words)|who (?:else|was that|is that|said|says)|whose words? (?:are|is|were|was) (?:that|those|these|this|it)|says who|according to whom?|who (?:said|says) (?:that|the|this) (?:(?:first|last|second|top) )?(?:one|quote|thing|bit|part|sentence|line)|who is (?:the|that) (?:source|quote)(?: from)?|(?:who|where) is that from|any(?:one|body) else)[?!.\s]*$/i,
  more: /^(?:(?:and )?what else|anything else|any more|more|go on|tell me more|what more|(?:is there )?(?:any|some)thing (?:else|more)|more (?:on|about) (?:that|this|it))[?!.\s]*$/i,
  furtherOn:
    /^(?:(?:show|give)(?: me| us)? )?(?:(?:some |the )?more(?: (?:results?|of (?:that|them|it|those|these)))?|the rest|(?:any )?more (?:quotes|statements|sources|articles|events|details)|go on|continue|keep going|(?:the )?(?:next|other) (?:page|ones|results)|any more|what else)$/i,
  time: /^(?:when|since when|until when|(?:on )?(?:what|which) (?:day|date)|what time)(?: (?:was|is|did|does|will|were|are|has|would) (?:that|this|it|they|these|those|he|she|all that)(?: (?:be|do|happen|take place|say|said|tell|start|begin|end|meet|talk|call|speak|come|reported|announced|published|written|signed|sent|made|done|held|decided|agreed|planned|confirmed|posted|released)(?: (?:that|this|it|so))?)?)?[?!.\s]*$/i,
  bare: /^(?:(?:(?:about|at|by|for|from|in|of|on|to|with) )?(?:what|which|whose)(?: \p{Ll}+)?|what about|how many (?:are|were|of them|did|have|had|will|has|(?:were|are|have|had|got|will be|have been|has been) \p{Ll}+(?:ed|en|wn|ld|t)|signed|died|came|left|fled|voted|attended) ?(?:there)?|(?:to|with|for|by|from|about|against|on|at) (?:whom|who)|where|why|how many|how much|how long|how often|how far|how old|how|who|whom|with whom|which|which ones?|what for|who exactly|how so|why not|for how long)[?!.\s]*$/iu,
  elliptical:
    /^(?:where (?:was|is|did|were|will) (?:that|this|it|they|he|she)(?: (?:be|happen|held|meet|take place|say (?:that|this|it)))*|why(?: (?:is|was|did) (?:that|this|it))|(?:where|when|how long|why|what) (?:is|was|are|were) that one|who (?:else )?(?:took part|takes part|will take part|attended|attends|went|goes|is going|came|met|spoke|leads?|led|signed|chairs?|chaired)|what (?:was|were|is|are) (?:discussed|decided|agreed|achieved|announced|proposed|offered|demanded|the (?:results?|outcome|reason|reasons|goal|aim|topic|subject|agenda))|who (?:promised|initiated|started|requested|asked for|ordered|proposed|organi[sz]ed|chaired|hosted|signed|arranged|planned|made|caused|paid for|led|ran) (?:it|that|this)|how long (?:was|is) (?:that|this|it)|how (?:did|was|is|were) (?:it|that|this|they|things)(?: (?:go|end|turn out|happen|end up))?)[?!.\s]*$/i,
  person: words('he she him her they them'),
  possessive: words('his her their'),
  subjects: words('he she they'),
  objects: words('him her them'),
  there: words('there'),
  topic: words('it that this those these'),
  afterPronoun: words(`
    is are was were will would did does do has have had can could and or in on at for to from with about before after
    last take happen begin start end mean matter go come work`),
  prepositions: words(
    'in at on with about of for from to by before after during near around regarding between against',
  ),
  placing: words('in at near around inside outside'),
  order: words('before after since until'),
  aboutWords: words('about on of regarding'),
  added:
    /^(?:according to|(?:in|since|until|before|after|on|by|during) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|last|this|next|yesterday|today|tomorrow)\b/i,
  identity: /^who(?:['’]s| is| was)\s+(?!(?:the|an?|that|this)\b)/i,
  asksWho: /^who\b/i,
  acting:
    /^(?:(?:when|where|why|how|what) )?(?:did|does|do|has|have|had|will|would|can|could)\b|^(?:how (?:long|often)|why|where)\b/i,
  counting: /^how many\b/i,
  ofThose: /^how many of (?<those>.+?) (?:were|are|was|is|have|had|has)\b/i,
  ofWhat: /^what (?:is|was|are|were) the \p{L}+ of (?<those>the [^?!]+)/iu,
  holding: /^who (?:is|was) /i,
  amounts: /^(?:for )?how (?:long|much)\b/i,
  dummies: /\s+(?:(?:are|were) there|that one)$/i,
  article: /^(?:the|an?)\s+/i,
  topicLink:
    /^(?:(?:said|says?|quotes?|statements?|words) )?(?:on|about|re|of|over|regarding) (?:the )?|^(?:the|an?) /i,
  dated:
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \d|june|july|august|september|october|november|december|yesterday|today|tonight|tomorrow|(?:last|this) (?:week|month|year)|(?:next|same|following|previous) day|day (?:before|after|earlier|later)|(?:days|weeks) (?:ago|earlier|later|before|after)|(?:19|20)\d\d)\b/i,
  asked:
    /^(?:(?:to|with|for|by|from|about|against|on|at|in|of|since|until) )?(?:who|whom|whose|when|where|why|which|how (?:many|much|long|far|big|often|old|fast|large|high|deep|strong|soon|close|serious|bad|likely|heavy|tall|wide|dangerous|expensive|important|good|sure)|how|what(?: kind of| sort of)?|did|does|do|is|are|was|were|will|has|have|had|can|could|would)\s+(?:(?:is|are|was|were|will|did|does|do|has|have|had|would|can|could|there|going to|be)\s+)*/i,
  counted: /^(?:how (?:many|much)|which|what)\s+(?<noun>\p{Ll}[\p{L}-]*)/iu,
  trailing:
    /\s+(?:last|take|takes|take place|took place|happen|happened|begin|start|end|be|held|be held|go|mean|say|said|stand|there)[?!.\s]*$/i,
  else: /\s+(?:else|more|further)\b/gi,
  smallTalk:
    /(?<![\p{L}\p{N}])(?:(?:(?:many |so |ok |okay )?(?:thank (?:you|u)|thanks?|thx|tysm|ty|cheers|tnx)|(?:that(?:['’]s| is| was) )?(?:very |really |so |pretty )?(?:great|nice|cool|neat|helpful|useful|good|awesome|perfect|amazing|brilliant|excellent|interesting|impressive|funny|wonderful)(?: (?:bot|job|work|one|answer|stuff|thing))?|well done|nice one|good (?:bot|job|work|night)|bad bot|love it|i love (?:this|it|you)|lol|lmao|rofl|(?:ha){2,9}h?|(?:he){2,9}|that(?:['’]s| is|s) (?:all|it|enough|fine)|wow|whoa|ok(?:ay)?|k|kk|alright|got it|gotcha|i see|understood|makes sense|noted|fair enough|will do|you(?:['’]re| are) (?:very )?welcome|no (?:problem|worries)|np|(?:you|u) suck|shut up|go away|(?:(?:this|that|it|you|u|ur)(?:['’]?s| is| are|['’]?re)? )?(?:so |really |totally )?(?:useless|stupid|dumb|trash|garbage|terrible|rubbish)|bye(?: bye)?|good ?bye|see (?:you|ya)|sorry|my bad|oops|never ?mind|nvm|yes|yeah|yep|yup|no|nope|nah|sure|right|true|exactly|agreed|indeed|hm{1,9}|mhm|uh huh|omg|congrats|same|this)(?: (?:so much|very much|a lot|a bunch|again|man|mate|bot|desk|crisis desk|all|everyone|guys|for (?:that|this|the (?:help|answer|info|information|links?)|your help)))*)(?![\p{L}\p{N}'’])/giu,
  mistyped: new Map(
    Object.entries({
      what: 'wat waht whta hwat whaat wht',
      when: 'wen whne wehn whn wehen',
      where: 'wher wehre whre wheer',
      who: 'hwo woh whoo',
      said: 'siad sayed sed',
      say: 'saay syas',
      about: 'abuot abot abt aobut bout',
      did: 'ddi idd',
      the: 'teh hte',
      and: 'adn nad',
      they: 'tehy thye',
      that: 'taht tht',
      many: 'mayn mnay',
      how: 'hwow hoow',
      will: 'wiil wil',
      happened: 'happend hapened happned',
      because: 'cuz bc becuz',
      talks: 'taks tlaks',
      you: 'yuo',
    }).flatMap(([meant, typed]) => typed.split(' ').map((one): [string, string] => [one, meant])),
  ),
  contracted:
    /\b(who|what|where|when|how)['’]s(?= (?:the|a|an|your|his|her|their|its|this|that|it|he|she|\p{Lu}))/giu,
  whoElse: /^who (?:else )?(?:did|does|do|will|would|was|is|were|are|has|had|can|could)$/i,
  countOf: /^(?:(?:in|on|at|of|for|with|by) )?how (?:many|much) \p{Ll}+(?: \p{Ll}+)?$/iu,
  defining: /^(?:who|what) (?:is|are|was|were)\b/i,
  corrections:
    /^(?:(?:no|nope|nah|sorry|oops|wait|hold on|hm+|my bad|wrong(?: one)?)\s*[,.!:;–—-]+\s*|actually\b[\s,:]*|(?:oops|sorry|no(?= (?:i|we) mean))\b\s*)*(?:(?:i|we) (?:actually )?(?:mean|meant|was asking about|were asking about|asked about|was thinking of)\b[\s,:]*|(?:make that|rather)\s+|(?<=[,.!:;–—-]\s*|oops\s+|actually\s+|sorry\s+))/i,
  notThis: /^(?:no,? )?not (?:(?:in|at|on|about|by|from) )?\S+(?: \S+)?(?:,(?: but)?| but) (.+)$/i,
  doubts:
    /^(?:are (?:you|u) (?:really |quite |absolutely )?(?:sure|certain|serious)(?: about (?:that|this|it))?|you sure|really|seriously|for real|(?:is|was) (?:that|this|it) (?:really |actually )?(?:true|right|correct|so|accurate|real|confirmed|verified)|how (?:do|can) you know(?: (?:that|this|it))?|(?:what(?:['’]s| is| are) |got |give me |show me |gimme )?(?:your|the|its|a|any)? ?(?:sources?|src|links?|url|proof|evidence|citations?|cite|full (?:article|story)|shorter|(?:tl;?dr|summary))(?: (?:for|of|to) (?:that|this|it)|(?: please)?)?|(?:do you have|got|have you got) (?:a |any )?(?:sources?|proof|evidence|links?)(?: (?:for|of) (?:that|this|it))?|where (?:did|do) you (?:get|have|read|find|see) (?:that|this|it)(?: from)?|prove it|citation needed|nothing(?: else| more)?|is (?:that|this) (?:it|all|everything)(?: (?:you (?:have|know|got|found)|there is))?|(?:(?:in|from|by) )?(?:which|what) (?:outlet|paper|newspaper|article|source|site|magazine|website)s?(?: (?:is|was|said|says|reported|reports|wrote|had) (?:that|this|it)(?: from| in)?)?|do (?:we|you) know(?: (?:that|this|it)(?: for sure)?)?|(?:the |his |her |their |in (?:his|her|their) )?(?:(?:exact|own|actual|precise) )*(?:words|wording|quote|quotation)|(?:is (?:that|this|it) )?(?:really )?(?:verbatim|word for word|literal(?:ly)?)|(?:the )?full quote|is (?:that|this|it) (?:a |an )?(?:actual |direct |real |verbatim |exact )*(?:quote|quotation|fact)|how (?:sure|certain|reliable|trustworthy|confident) (?:are|is) (?:we|you|that|this|it|they))$/i,
  complaints:
    /^(?:no,? )?(?:(?:(?:that|this|it|your answer)(?:['’]?s| is| was)|you(?:['’]?re| are| were)) (?:just |totally |completely |all |plain |so |simply )*(?:wrong|false|incorrect|inaccurate|fake|nonsense|misleading|outdated|made up|bs|bullshit|(?:a )?l(?:ie|ies|ying)|not (?:right|true|correct|accurate|so|what (?:it|he|she|they) says?))|wrong(?: answer)?|fake(?: news)?|lies|huh|wut|i (?:do not|don['’]?t) (?:get|understand)(?: (?:it|this|that))?|(?:(?:can|could) (?:you|u) )?explain(?: (?:it|this|that))?|i (?:do not|don['’]?t) (?:believe|trust|buy) (?:that|this|it|you))(?:\s*[,.;!:–-]+\s*(?!(?:i|we) mean)[^?]{0,120})?$/i,
  wordAlone: /^(?:why|where|when|who|how|what|which|how (?:many|much|long|often))$/i,
  ofIt: /^(?:where|when|why|how(?: (?:strong|big|deep|high|large|bad|long|far|fast|old|heavy|serious))?|who|what) (?:was|is|did|does|has|will) it(?: \p{Ll}+)?[?!.\s]*$/iu,
  itWas: /^(?:no|nope|nah)[\s,.!]+(?:it|that)(?:['’]?s| is| was) (?<instead>(?:in|at|on|by|from) .+)$/i,
  onlyFrom: /^(?:(?:and|but|ok) )?(?:only|just) (?:from|by|in) (?<outlet>.+)$/i,
  onlyThat:
    /^(?:(?:and|but|ok) )?(?:only|just) (?!.*\b(?:is|are|was|were|can|could|will|would|did|do|does|has|have|had|should|must|may|might|died|left|came|went|know|want|wanted|remain)\b)(?!\d)(?<that>\S+(?: \S+){0,5})$/i,
  stepping:
    /^(?<before3>before|earlier|previously|beforehand)$|^(?:after|later|later on|since then|since)$|^(?:(?:what (?:happened|happens|came|comes|was|is|will happen) |what )?(?:(?:right |shortly |soon |just |directly )?(?<before>before)|(?:right |shortly |soon |just |directly )?after) (?:that|this|then|it)|what (?:happened|happens|came|comes|is|was) (?:next|after|afterwards|(?<before2>before|first))|and then|afterwards|what next|next|then what(?: happened| came)?)$/i,
  thatTime:
    /^(?:what (?:else |all )?(?:happened|went on|was going on|took place|was there) |anything else |and |else )*(?:on |in )?(?:that|the same) (?<unit>day|week|month|year)$/i,
  anotherDay:
    /^(?:on )?(?:the (?<date>\d{1,2})(?:st|nd|rd|th)|(?:the )?(?:day (?:(?<before>before)|(?<after>after))|(?:(?<before2>previous|preceding)|(?<after2>next|following)) day))$/i,
  asides: new Map([
    [
      'who',
      /^(?:(?:please |can you )?(?:name|list) (?:them|those|these|some|all(?: of them)?)|(?:the |their |any )?names)$/i,
    ],
    ['where', /^(?:(?:what (?:is|was|are|were) )?(?:the|its|their) )?(?:place|location|venue|city|town)$/i],
    ['when', /^(?:(?:what (?:is|was|are|were) )?(?:the|its|their) )?(?:date|day|time)$/i],
  ]),
  countries: new Set([
    'us',
    'usa',
    'u.s',
    'u.s.',
    'america',
    'uk',
    'britain',
    'nato',
    'eu',
    'the west',
    'west',
  ]),
  ones: /^(?:the |that |those )?(?<which>.+?) ones?$/i,
  according: /\baccording to (?<source>.+?)[?!.\s]*$/i,
  lastNoun:
    /\b(?:the|a|an|any|some|their|its|his|her|out|of|on|for|about|more|new|\p{Ll}{3,})\s+(?<noun>\p{Ll}{3,})(?:\s+(?:last|take|takes|happen|happened|begin|start|end|go|mean))?[?!.\s]*$/u,
  officials:
    words(`officials officers diplomats experts analysts observers ministers intelligence sources authorities spokesman
    spokeswoman ministry government army military commanders envoys leaders reporters journalists`),
  wasIt:
    /^(?:was|is) (?:that|it|this) (?:really |said |from |by |a quote (?:from|by) )*(?<who>\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})(?: (?:who said (?:that|it|this)|speaking|talking))?$/u,
  nameOn:
    /^(?<who>\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}) (?:on|about|regarding) (?<what>.+?)[?!.\s]*$/u,
  whoIs: /^who (?:is|was) (?:that|this|the speaker|that (?:guy|man|woman|person))$/i,
  stuff: /^(?:the )?(?<what>.+?) (?:stuff|things?|bits?|parts?|ones|events?|articles?|news)$/i,
  others:
    /^(?:(?:are|is) there |do you have |have you got |any |what about |the )*(?:other|different|conflicting) (?:numbers?|figures?|estimates?|accounts?|versions?|sources?|outlets?|papers?|articles?|reports?)(?: (?:say|saying|with|report)\b.*)?$|^(?:what|how) (?:do|does|did) (?:the )?(?:other|rest)(?:s| sources| outlets| papers| articles| media)? (?:say|report|put it|write)(?: (?:about )?(?:it|that|this))?$|^(?:do|does) (?:all |other |the |every )*(?:they|others|sources?|outlets?|papers?|everyone|everybody) (?:all )?(?:agree|say (?:so|that|the same))(?: (?:on|about|with) (?:it|that|this))?$|^compare(?: (?:that|it|them|this|the sources|sources|outlets))?$|^(?:which|who)(?: one| of them| source| outlet)? is right$/i,
  onTheSame: /^(?<who>.+?) (?:on|about) (?:that|this|it|them|these|those|the same)$/i,
  definite: /(?:^| )(?<object>(?:the|an?) .+)$/i,
  ofNow:
    /^(?:(?:who|what|where|how \p{L}+) )?(?:is|are|am|do|does|has|have|can|will)\b|^(?:who|what) (?:was|were) (?:the|his|her|their)\b/iu,
  existing: /^there (?:(?:any|some|other|more) )?(?<what>.+)$/i,
  honorificName: /\b(?:Mr|Mrs|Ms|Dr|Sir|Judge|President|Gen|Col|Capt|Sgt)\.? (\p{Lu}[\p{L}’'-]+)/gu,
  ofPeople:
    /^how many(?: (?:of them|people|persons|men|women|children|others|victims|workers|civilians|soldiers))?$/i,
  honorific: /^(?:mr|mrs|ms|dr|sir)\.? /i,
  whoDid:
    /^who (?:else )?(?<deed>den(?:ied|ies)|confirm(?:ed|s)|disput(?:ed|es)|reject(?:ed|s)|doubt(?:ed|s)|contradict(?:ed|s)|support(?:ed|s)|oppos(?:ed|es)|agreed? (?:with|to)|disagreed? with|comment(?:ed|s)(?: on)?|react(?:ed|s)(?: to)?|respond(?:ed|s)(?: to)?)(?: (?:it|that|this|them))?$/i,
  stretch: new RegExp(`^(?<only>only |just )?${STRETCH}(?: only| then| instead)?$`, 'i'),
  shorthand: [
    [/(?<![\p{L}.'’])r(?![\p{L}.'’])/gu, 'are'],
    [/(?<![\p{L}.'’])u(?![\p{L}.'’])/gu, 'you'],
    [/(?<![\p{L}.'’])ur(?= (?:an?|the|so|not|wrong|right|lying|just)(?![\p{L}]))/gu, 'you are'],
    [/(?<![\p{L}.'’])ur(?![\p{L}.'’])/gu, 'your'],
    [/(?<![\p{L}])ppl(?![\p{L}])/giu, 'people'],
    [/(?<![\p{L}])abt(?![\p{L}])/giu, 'about'],
    [/(?<![\p{L}])govt(?![\p{L}])/giu, 'government'],
    [/(?<=[\p{L}\p{N}] )n(?= \p{L})/gu, 'and'],
    [/(?<![\p{L}])gonna(?![\p{L}])/giu, 'going to'],
    [/(?<![\p{L}])b4(?![\p{L}])/giu, 'before'],
    [/(?<![\p{L}])tl;dr(?![\p{L}])/giu, 'tldr'],
    [/^wtf(?= (?:is|are|was|were|did|does|do|has|have|happened|said)(?![\p{L}]))/iu, 'what'],
    [
      /(?<=^(?:who|what|when|where|why|how)) (?:tf|the (?:fuck|f|hell|heck)|on earth|in the world)(?![\p{L}])/iu,
      '',
    ],
    [/(?<![\p{L}])(what|who|where|when|how)s(?= )/giu, '$1 is'],
    [/(?<![\p{L}])(what|who|where|when|how|why)['’]d(?![\p{L}])/giu, '$1 did'],
    [/(?<![\p{L}])thats(?![\p{L}])/giu, 'that is'],
    [/(?<![\p{L}])(do|does|did|is|are|was|were|has|have|had|would|could|should)nt(?![\p{L}])/giu, '$1n’t'],
    [/(?<![\p{L}])wont(?![\p{L}])/giu, 'won’t'],
    [/^were(?= (?:is|are|was|were|will|did|do|does)\b)/i, 'where'],
    [/(?<![\p{L}\p{N}])(\d{1,3})k(?![\p{L}\p{N}])/giu, '$1,000'],
  ],
  relative: /, (?:who|which|whom|whose|where)\b[^,]*(?:,|$)/gi,
  bodyOrUs:
    /(?<=\b(?:the|do|does|did|is|are|will|in|and the|what about the|between the) )us\b|(?<=\bthe )who(?= \p{L})/giu,
  perhapsOutlet:
    /^(?:(?:and|but|ok|so|now|what about|how about) )*(?:(?:only|just)(?: from| by| in)? |from |and (?:in|from) |in |according to |what does |what about )?(?<outlet>(?:the )?\p{L}[\p{L}.’' -]{1,40}?)(?: says?| wrote| reports?)?[?!.\s]*$/iu,
  pair: /\S and \S/i,
  auxiliaries: words(`
    did does do is are was were will would has have had can could shall should may might must am`),
  supports: words('did does do will would can could shall should may might must'),
  pastAuxiliaries: words('did was were had'),
  plurals: new Map([
    ['was', 'were'],
    ['is', 'are'],
    ['has', 'have'],
  ]),
  openingAuxiliaries: /^(?:(?:is|are|was|were|has|have|had|will|would|been|be|being)\s+)+/i,
  determiners: words('the a an this that these those his her its their your our my any some no every each'),
  states: words(`
    open closed dead alive over safe true ready available down out back free missing still there up off on due gone ill
    sick able likely responsible guilty innocent under behind against`),
  particles: /^(?:out|up|down|off|away|back|over|in|on|of|from|to|at|for|with|by|about)\s+(?:of\s+)?/i,
  adverbsAround:
    /^(?:now|still|currently|already|finally|really|actually)\s+|\s+(?:now|still|currently|already|finally|yet|today|so far|these days|for good)$/gi,
  circumstance:
    /^(?:when|where|why|how|(?:on |at |in |since |until )?(?:what|which) (?:day|date|time|year|month))$/i,
  pronouns: words('he she it they we you i him her them us this that these those there who'),
  indefinite: words('anyone anybody someone somebody people anything something everyone everybody any'),
  light: words(`
    get gets got getting come came comes go goes going went make made makes take took takes give gave do does did done
    happen happened happens say said says tell told know knows known think exactly altogether total all much many more
    most other others else people person someone somebody anyone anybody thing things name called kind sort long far
    often old big way time now still yet really actually ever first last next new whole lot`),
  itself: /^when (?:did|does|will|is|was|has) it\b/i,
  countedPeople: /^the (?:people|persons|men|women|children|victims) that\b/i,
  lasting: /^(?:since|until|till|from) (?:when|what|which)\b/i,
  become: /\b(?:announced|published|written|signed|sent|made|done|held|decided|agreed|planned|confirmed)$/i,
  fullAsking: new Map([
    ['how so', 'how'],
    ['what for', 'why'],
    ['how come', 'why'],
    ['who exactly', 'who'],
    ['which one', 'which'],
    ['which ones', 'which'],
    ['whom', 'who'],
  ]),
  whoBefore:
    /^who (?:is|was|were|came)(?: it| there)? (?<order>before|after) (?<who>him|her|them|that|this)$/i,
  whichName: /^what (?:is|was|are|were) (?:his|her|their) names?$/i,
}
