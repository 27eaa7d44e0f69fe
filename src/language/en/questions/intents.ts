import type { Intent, IntentData } from '../../intents.js'
import { STRETCH } from '../dates/spans.js'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Rows of a command: `template ~ example`, a line each. */
const rows = (command: string, lines: string): Intent[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [template = '', example = ''] = line.split(' ~ ')
      return { command, template: template.trim(), example: example.trim() }
    })

const HELP = `
help [me|please] ~ help
(command|commands) ~ commands
how (do|can|should) (i|we) (ask|use|query|search) [{any}] ~ how do I use you
how do you work ~ how do you work
(what|which) (can|could) (you|i|we) (do|ask) [{any}] ~ what can you do?
what are you ~ what are you?
what do you do ~ what do you do
who are you ~ who are you
how does (this|it|the bot) work ~ how does this work?
how are you [doing] ~ how are you?
(are|r) (you|u) [a|an] (bot|human|real|robot|ai|person|alive) ~ are you a robot?
(you|u) are [a|an|just a] (bot|robot|ai|human) ~ you are a bot
who (made|built|created|wrote|runs) (you|this bot|this) ~ who made you?
how (do|can|should) (i|we) (add|upload|submit|post|remove) [a|an|new|more|your|the]* (article|articles|source|sources|feed|feeds) ~ how do I add an article?
a joke ~ a joke
what (commands|questions) [{any}] ~ what commands are there?`

const PRIVACY = `
privacy [policy|notice] ~ privacy policy
(what|which) [data|information|messages|things] do you (keep|store|save|log|record|collect|remember) [about|of|from] [me|us|members|people|users] ~ what do you store about me?
(do|are) you (keep|store|save|log|record|collect|remember|keeping|storing|saving|logging|recording) [all] [our|my|the] (messages|questions|data) ~ are you logging our messages?
(delete|erase|forget) (my data|my questions|my ratings|me|what you know about me) ~ delete my data`

const STATUS = `
(status|uptime|version|bot status) ~ uptime
how (is|are) the (bot|archive) ~ how is the bot?
how <fresh> <is> <your> <newest> (article|articles|news|source|sources|data) ~ how old is your newest article?
(when|what) <is> <your> <newest> (article|articles|news|update) ~ when was the last update?
how fresh <is> (this|your articles|your data|your news) ~ how fresh are your articles?
are you (ok|okay|there|up|awake|online|up to date|current) ~ are you there?
how (many|much) (articles|sources|passages) (do|have) you [{any}] ~ how many articles do you have?
how (old|new|recent|fresh|up to date) (are|is) <your> (articles|sources|archive|data|index) ~ how recent are your sources?
when (were|was) (you|the archive|the index) [last] (updated|reloaded|built) ~ when were you last updated?`

const SOURCES = `
[list|list of|show|show me] [all|the|your]* (sources|outlets|articles) ~ list all sources
(what|which) [are your|are the] (sources|articles|outlets|newspapers) [(do|did|have|are|can|is) {any}] ~ which articles do you have?
what <is> in <your> (archive|index|database|library) ~ what's in your archive?
what do you have in <your> (archive|index|database|library) ~ what do you have in your archive?
where (do you|are you|does this|does it) (get|getting|got|take|come) [{any}] ~ where do you get your information?
[is there|are there|got|have you got|do you have] [any|the|some] [latest|new|recent|fresh]* <news> [<sofar>] ~ any news today
[what <is>|show me|give me] [the] (latest|newest|most recent) [news|update|updates|development|developments|article|articles|headlines|one|thing] [<sofar>] ~ what's the latest?`

const ARTICLE = `
(open|read|read me|display) [the] {rest} (article|story|piece) ~ open the Lorne article
(open|show|show me|read|read me|display) [the] article [called|named|titled] {rest} ~ show me the article "A dam and its town"`

const TIMELINE = `
[<show>] [a|the] (<chronology>|events) [of|for|on|about] {when} ~ timeline from May to June
[<show>] [a|the] (<chronology>|events) [of|for|on|about] {rest} {when} ~ timeline of the dam in May
[<show>] [a|the] [full|whole|entire|complete|crisis|overall|general]* <chronology> [of|for|on|about] [<all>] [so far] ~ timeline of everything so far
[<show>|what are|what were|list|list the|tell me|name] [the] {most:1} <key> <events> [(of|in|on|for|about) {rest}] ~ the 5 most important events of the Lorne flood
[<show>|what are|what were|list|list the|tell me|name] [the] <key> [{most:1}] <events> [(of|in|on|for|about) {rest}] ~ show me the top 5 events in the Lorne flood
[<show>] [a|the] <chronology> [of|for|on|about] [{rest}] [with|in|of|showing|only] [the] {most:1} [<key>] <events> ~ timeline of the Lorne flood with 5 events
{head:5} <chronology> ~ Lorne timeline
[<show>] [a|the] <chronology> [of|for|on|about] {rest} ~ timeline of the march on Orsk
[is there|are there|do you have|have you got|got] (any|anything|something|what <is>|what has been) [else] (new|news|happening|reported|update|updates|development|developments) [on|about|from|in|with] {when} ~ anything new since Friday
[is there|are there|do you have|have you got|got] (any|anything|something|what <is>|what has been) [else] (new|news|happening|reported|update|updates|development|developments) (on|about|from|in|with) {rest} {when} ~ any news on the dam since May
what [all|else] <happened> [in|at|with|to|around] {when} ~ what happened last week?
what [all|else] <happened> [in|at|with|to|around] {rest} {when} ~ what happened in Lorne in May?
what [all] (happened|went on|took place) (in|at|during|around) {rest} ~ what happened in Lorne?
what happened when [(in|of|around|with|at|during) {rest}] ~ what happened when in Lorne
[the] (sequence|order|course) of events [(in|of|around|with|at|during) {rest}] ~ sequence of events in Lorne`

const BRIEF = `
what <is> (new|up|going on|happening) [<sofar>] ~ what's new?
anything new [<sofar>] ~ anything new?
(summarize|summarise|sum up|tldr|tl dr|summary|overview) [<all>|it|this|that|please|so far] ~ summarize everything
[<show>|give me|give us] [a|the] [short|quick|brief]* (summary|overview|tldr) [of|on|about] [<all>|so far|please] ~ give me a short summary
[<please>|can you|could you] (catch me up|catch us up|bring me up to date|bring us up to date|fill me in|brief me|brief us) [so far|please] ~ catch me up
[<please>|can you|could you] (catch me up|catch us up|bring me up to date|bring us up to date|fill me in|brief me|brief us) (on|about|with) {rest} ~ catch me up on the dam
[<please>|can you|could you] (catch me up|catch us up|bring me up to date|bring us up to date|fill me in|brief me|brief us) {when} ~ catch me up since Friday
[<please>|can you|could you] (catch me up|catch us up|bring me up to date|bring us up to date|fill me in|brief me|brief us) (on|about|with) {rest} {when} ~ brief me on the dam since May
what (did|have|has) (i|we) (miss|missed) [so far|lately|today] ~ what did I miss?
what (did|have|has) (i|we) (miss|missed) {when} ~ what did I miss since Friday?
what (did|have|has) (i|we) (miss|missed) (on|about|in|at) {rest} ~ what did I miss about the dam?
[<show>|the] [a|the] [daily|weekly|short|quick]* (brief|briefing|recap|round-up|roundup|digest) [please|so far] ~ give me a briefing
[<show>|the] [a|the] [daily|weekly|short|quick]* (brief|briefing|recap|round-up|roundup|digest) (on|about|of|for) {rest} ~ a recap of the dam
what [all|else] [has|have] (happened|happend|went on|changed) (this week|these days|lately|recently|in the last days|over the last days|in the past days) ~ what happened this week?
what [all|else] [has|have] (happened|happend|went on|changed) (with|to|in|at|around) {rest} (this week|these days|lately|recently) ~ what happened with the dam this week?`

const COMPARE = `
(compare|comparison of) [<about>|for] [[the] <count> (of|for|on)] {rest} ~ compare the number of houses
compare [what|how] [the|all|your|different]* <outlets> [say|says|write|report|reports|tell|put] [<about>|for] {rest} ~ compare what the outlets say about the dam
(how|where|what|do|does) [do|does|did] [the|different|various]* <outlets> (differ|disagree|agree|contradict each other|compare|report|cover|say different things|vary|diverge) [on|about|over|regarding]* [[the] <count> (of|for)] {rest} ~ where do the papers disagree on the number of houses?
[are there|is there|any]* (difference|differences|disagreement|disagreements|contradiction|contradictions|discrepancy|discrepancies) [in|between|on|about|over|among] [how|what|the way] [the|different|various]* [<outlets>] [report|reports|reported|describe|describes|cover|covers|say|write|tell|put] [in|on|about|over|of|regarding] {rest} ~ any differences between the papers on the dam
what (do|does|did) [the|different|various|other|all]* (sources|outlets|papers|newspapers|media) (say|write|report) (about|on|of) {rest} ~ what do the papers say about the dam?
how (does|do|did) [the] (coverage|reporting|reports|accounts) (of|on|about) {rest} (differ|vary|compare|disagree) ~ how does coverage of the dam differ?`

const WHO_SAID = `
{"rest"} [who said (that|this|it|so)|who said|who|who was that|whose words|whose words (are|is) (these|that|this)|source] ~ "we will not wait" who said that?
{"rest"} (who|whose) [{any:1}] (said|says|wrote|words|quote) [{any}] ~ "we will not wait" – who wrote this?
<who> <told> [that|of|about|so|it was|the words|the word]* {rest} ~ who said that the valley will drown?
<who> <told> [{any:3}] that {rest} ~ who told The Ledger that the dam may break?
<who> <told> [{any:6}] {"rest"} [{any}] ~ who said "are you ready?" to Meer?
<who> <spoke> [{any:7}] {"rest"} [{any}] ~ who came up with "a wall of water"?
<who> (called|calls|described) (it|them|this|that) [as] [a|an|the] {rest} ~ who called it a dead end?
<who> used the (word|words|phrase|term|expression|line) [a|an|the] {rest} ~ who used the phrase wall of water?
whose (words|word|quote|phrase|line) <is> [it|this|these|that|those] {rest} ~ whose words are "we will not wait"?
[what <is>|find] [the] (source|origin|author|speaker) (of|for) [the|this] (quote|quotation|word|words|phrase|line|saying) {rest} ~ source of the quote "we will not wait"
where (does|did) [the|this] (quote|quotation|word|words|phrase|line) [come from] {rest} ~ where does the phrase "wall of water" come from?
(did|has) (anyone|anybody|somebody|someone|any of them) [really|actually|ever] (say|said|use|used|call|called) [that|it|the word|the words|the phrase] {rest} ~ did anyone say "we will not wait"?
(did|has|is it true|is it true that|is it right|is it right that) {speaker:4} [really|actually|ever] (say|said|use|used|mention|mentioned) [that|it|the words|the word|the phrase|something like]* {"rest"} ~ did Meer really say "we will not wait"?`

const QUOTES = `
what ['s] [exactly|else|precisely] <did> {speaker} [actually|really|ever|just|even|also|exactly]* <say> [[to] <audience>] [{time}|<later>] [<on> {topic}] [{time}|<later>] ~ what did Belova say about the dam?
what [exactly|else]* <did> {speaker} [actually|really|ever|just|even|also]* (warn|warned|warning) (of|about|against) [<later>] ~ what did Belova warn of?
{speaker:4} (said|says) what [exactly] [(about|on|regarding) {topic}] ~ Belova said what about the dam?
what {speaker:4} (said|says|told|has said|had to say|has to say) [reporters|journalists] [(about|on|regarding) {topic}] ~ what Belova said about the dam
what 's {speaker} (saying|claiming|thinking) [<on> {topic}] ~ what's Belova saying about the dam?
(did|has|have|does) {speaker} [really|actually|ever] (say|said|comment|commented|talk|talked|speak|spoken) [anything|something|a word] [else] (<on>|at) {topic} ~ did Belova say anything about the dam?
(did|has|have|does) {speaker} [really|actually|ever] (say|said|comment|commented) (anything|something|a word) [else|more] [{time}|<later>] ~ did Belova say anything else?
[show|show me|give|give me|is there|are there|do you have|have you got|any|all|find|list|some|more]* [the] (quote|quotes|quotation|quotations|statement|statements|remark|remarks|comment|comments|word|words) (of|by|from) {speaker} [(about|on|regarding) {topic}] ~ give me some quotes from Belova
[show|show me|give|give me|any|all|find]* {speaker:2} ['s] (quotes|quotations|statements|remarks) [(about|on|regarding) {topic}] ~ Belova quotes
(what|which) <is> {speaker} 's [exact|own] (word|words|quote|quotes|statement|statements|remark|remarks|position|view|opinion|reaction|response|answer|stance|comment|comments) [(about|on|regarding|to) {topic}] ~ what was Belova's reaction to the offer?
(whats|what <is>) [the] {speaker:3} ['s] [current|own]* (position|view|views|opinion|opinions|stance|thoughts) (on|about|regarding) {topic} ~ whats Belovas stance on the dam
{speaker:3} ['s] (position|view|views|opinion|opinions|stance|thoughts) (on|about|regarding) {topic} ~ Belova's stance on the dam
[show|show me|give|give me|find|list] (everything|anything|all) [that] {speaker} [has|had|have] [ever] said [(about|on|regarding) {topic}] ~ show me everything Belova said
(quote|quotes|quotation|quotations|statement|statements) {speaker} [(about|on|regarding) {topic}] ~ quotes: Belova`

const WHEN = `
[the|what <is> the|is there a|is there any|was there a|a|any] [exact] (date|dates|day|schedule|calendar) (of|for|yet for) {rest} ~ any date for the next hearing?
{head:5} (date|dates|schedule|calendar) ~ Lorne hearing date
{head:6} when ~ the Lorne hearing when
{head} (when|what day|what date) [<is> (it|that)] ~ the Lorne hearing, when is it?`

const SEARCH = `
[<find>|<show>|are there|is there] [any|all|the|some]* <articles> by [the] {outlet} (about|on|of|mentioning|regarding) {rest} ~ articles by The Ledger about the dam
(did|has|does|is|was) (anyone|anybody|someone|somebody) [else] [been] (mention|mentions|mentioned|mentioning) {rest} ~ did anyone mention wolves?
(did|has|does|is|was) (anyone|anybody|someone|somebody) [else] [been] (talk|talks|talked|talking|speak|spoke|spoken|speaking|reporting|writing) (about|of|on) {rest} ~ has anyone been talking about wolves
who [else] [has|had|is|was] [been] (mention|mentions|mentioned|mentioning) {rest} ~ who mentioned wolves?
who [else] [has|had|is|was] [been] (talk|talks|talked|talking|speak|speaks|spoke|spoken|speaking|reporting|writing) (about|of|on) {rest} ~ who else talked about wolves?
[what <is>|where <is>|do you have|have you got|do you got] (your|the|a|any) (source|sources|evidence|proof) (for|of) {rest} ~ what's your source for the 12,000?
what (has|'s|is|was) [been] (said|reported|written|known|published) (about|on|of) {rest} ~ what's been said about wolves?
<find> [me|any|some|all|more|an|a|every]* [<articles>|<thing>] [about|on|of|mentioning|that mention|concerning|regarding|with|for|from] {rest} ~ find articles about wolves
<show> [me|any|some|all|more|an|a|every]* [<articles>|<thing>] [about|on|of|mentioning|that mention|concerning|regarding|with|for|from] {rest} ~ show me anything about wolves
(is|are) there [any|some|more|an|a]* (<articles>|<thing>) [about|on|of|mentioning|that mention|concerning|regarding|with|for|from] {rest} ~ is there anything about wolves
(do you have|have you got|got|what do you have|i 'm looking for|i'm looking for|i am looking for|i need) [any|some|all|more|an|a|every]* [<articles>|<thing>] [about|on|of|mentioning|that mention|concerning|regarding|with|for|from] {rest} ~ what do you have on wolves
what <is> (the latest|new|up|going on|happening|known|the news) (on|about|with|in|around|from|of) {rest} ~ what's the latest on the dam?
[any|latest|more|the]* (<articles>|<thing>|more) (about|on|of|mentioning|concerning|regarding|from) {rest} ~ anything on wolves?
[is there|are there|got]* [any|the]* (latest|update|updates) (on|about|from|in) {rest} ~ latest on the dam
(summarize|summarise|sum up|summary|overview) [<about>|of|for] {rest} ~ summarize the flood
[<show>|give me|give us] [a|the] [short|quick|brief]* (summary|overview|tldr) (of|on|about) {rest} ~ a summary of the flood`

const ASK = `
[so] (is|was) it [really|actually] (true|right|correct|confirmed|a fact|the case) [that] {rest} ~ is it true that the dam broke?`

/** Those asked for by name, and what may stand behind: "who was it that first". */
const WHO_CLASS = [
  'who',
  'whom',
  'which of them',
  'which one',
  ...'politician president minister official leader'.split(' ').map((one) => `which ${one}`),
]
  .flatMap((who) =>
    [
      '',
      'was it that',
      'was it who',
      'is it that',
      'was the one who',
      'is the one who',
      'first',
      'else',
      'has',
      'had',
      'have',
      'was',
      'is',
      'else has',
      'actually',
      'really',
      'has been',
      'is the one that',
      'was the one that',
    ].map((more) => `${who} ${more}`.trim()),
  )
  .join('|')

/** Questions in plain words, a row for each way to put them; what fits none is for `/ask`. */
export const intents: IntentData = {
  intents: [
    ...rows('help', HELP),
    ...rows('privacy', PRIVACY),
    ...rows('status', STATUS),
    ...rows('sources', SOURCES),
    ...rows('article', ARTICLE),
    ...rows('brief', BRIEF),
    ...rows('timeline', TIMELINE),
    ...rows('compare', COMPARE),
    ...rows('who-said', WHO_SAID),
    ...rows('quotes', QUOTES),
    ...rows('when', WHEN),
    ...rows('search', SEARCH),
    ...rows('ask', ASK),
  ],
  classes: {
    key: 'top|most important|main|key|biggest|major|crucial',
    events: 'events|days|dates|moments|entries',
    who: WHO_CLASS,
    sofar: 'here|today|now|so far|yet',
    is: `is|'s|are|was|were`,
    your: 'your|the',
    fresh: 'old|new|recent|fresh',
    newest: 'newest|latest|last|most recent',
    news: 'news|update|updates|development|developments|headlines',
    show: 'show|show me|show us|give|give me|give us|get|get me|make|make me|draw|draw me|draw us',
    find: 'search|search for|search up|find|find me|look for|look up|looking for|please search|please search for|please find',
    chronology: 'timeline|chronology|time line',
    all: 'the whole crisis|the crisis|crisis|the situation|situation|the whole story|the story|story|the whole thing|the thing|the conflict|conflict|the events|events|everything|all|all of it|it all',
    happened:
      'happened|happens|happend|hapened|went on|took place|was going on|is going to happen|will happen',
    about: 'on|about|of|regarding',
    count: 'number|numbers|figure|figures|count|counts|amount|size',
    outlets:
      'sources|outlets|papers|newspapers|articles|reports|reporting|coverage|accounts|media|they|everyone|everybody',
    told: 'quoted saying|quoted as saying|reported to have said|said|say|says|saying|told|warned|warning|claimed|claims|promised|threatened|insisted|declared|stated|denied|complained|argued|predicted',
    spoke:
      'came up|comes up|called|calls|wrote|writes|used|uses|spoke|speaks|talked|talks|mentioned|mentions|described|describes|coined|demanded|announced',
    did: 'has|have|had|did|does|do|is|are|was|were',
    say: 'have to say|had to say|been saying|said|say|says|saying|told|tell|tells|telling|claim|claims|claimed|think|thinks|thinking|warn|warns|warned|write|wrote|tweet|tweeted|comment|commented|respond|responded|react|reacted|state|stated|reply|replied|replies|answer|answered|answers',
    on: 'about|on|of|regarding|concerning|to say about|when asked about|in response to',
    audience: 'reporters|journalists|the press|the media|the public|us|everybody',
    later:
      'yesterday|today|recently|lately|so far|again|then|now|afterwards|later|last time|this time|before that|before this|after that|after this',
    articles:
      'article|articles|passage|passages|report|reports|story|stories|piece|pieces|coverage|news|paragraph|paragraphs|mention|mentions|information|info|details',
    thing: 'anything|something|everything',
  },
  notFirst: {
    speaker:
      words(`been has have had did does do is are was were will would can could happened else exactly kind sort about
      we you i it that what who when where why how if whether many much anyone anybody somebody someone`),
    outlet: words('me them us it'),
    head: words(`how what which who whose where why when is are was were did do does has have since until can could will show
      give make draw tell`),
  },
  numbers: words('most'),
  notInside: {
    speaker: words('say says said tell tells told think thinks thinking claim claims claimed that'),
  },
  stretch: new RegExp(`^${STRETCH}$`, 'i'),
}
