import type { SpeechData } from '../../language.js'
import { inflections } from './verbs.js'

const words = (list: string) => list.trim().split(/\s+/)

/** Verbs that introduce or follow quoted words and reported clauses. */
const speech = words(`
  say tell add ask answer reply respond state announce declare claim assert insist argue maintain contend note observe
  remark comment mention explain describe report reveal disclose confirm acknowledge admit concede deny warn caution
  stress emphasize emphasise underline reiterate repeat recall suggest propose urge demand call write tweet post
  testify quip joke shout yell whisper mutter cry scream chant lament complain vow pledge promise threaten swear predict
  estimate conclude continue agree allege accuse boast brag quote cite point think believe feel hope fear worry wonder
  expect exclaim inform assure remind interject counter retort rejoin opine proclaim pronounce signal indicate
  determine conclude deem assess judge find learn discover know understand surmise speculate argue reason imagine
  suspect doubt dispute reject refuse decline criticize criticise condemn denounce praise blame accuse blast slam
  clarify elaborate brief advise instruct order inquire query echo sum read go recount relate hint imply`)

export const speechData: SpeechData = {
  speechVerbs: inflections(speech),
  reporting: new Set(
    words(`
      say tell add state announce declare claim assert insist argue maintain contend note observe remark mention explain
      reveal disclose confirm acknowledge admit concede deny warn caution stress emphasize emphasise underline reiterate
      testify complain allege predict determine conclude estimate report inform assure remind`)
      .map((verb) => `${verb}/v`)
      .concat('clear/j', 'plain/j', 'concern/n', 'fear/n', 'confidence/n', 'warning/n'),
  ),
  quoted: new Set(words('quoted cited reported')),
  according: 'according',
  by: 'by',
  of: 'of',
  obtained: new Set(words('obtained seen reviewed viewed acquired received gathered leaked shared')),
  colon: 'say/v',
  labels: new Set(
    words(`live update updates exclusive opinion analysis watch breaking explainer video photos gallery review editorial
      comment timeline factbox profile transcript podcast interview listen read quiz correction obituary special
      feature background column blog news latest revealed urgent alert briefing recap morning evening`),
  ),
  conveying: new Set(words('set lay outline spell present describe offer sketch').map((verb) => `${verb}/v`)),
  quoting: new Set(['quote/v', 'cite/v']),
  subordinators: new Set(words('as while although though after before when whereas even')),
  comparing: new Set(['as']),
  asides: new Set(words('but while though although whereas yet as')),
  expletive: 'there',
  presentHelpers: new Set(
    words("is are has have does do isn't aren't hasn't haven't doesn't don't can will remain remains"),
  ),
  pastHelpers: new Set(
    words("was were had did would could might wasn't weren't hadn't didn't wouldn't couldn't"),
  ),
  lightVerbs: new Set(
    words('make give take have get put hold issue release deliver offer do come go be keep'),
  ),
  listenerVerbs: new Set(
    words('tell inform assure remind advise convince persuade notify brief reassure warn caution'),
  ),
  adjuncts: new Set(words('on in at during after before from by since amid over')),
  phraseOpeners: new Set(
    words('of to for on in at against about over with from by as how what when where why'),
  ),
  claims: new Set(
    words(`claim/n claims/n assertion/n statement/n warning/n allegation/n allegations/n suggestion/n suggestions/n
      admission/n contention/n belief/n argument/n prediction/n promise/n pledge/n vow/n conclusion/n put/v`),
  ),
  toldOf: new Set(words('say believe think estimate suspect know report allege understand')),
  storms: new Set(words('hurricane storm typhoon cyclone')),
  it: 'it',
  the: 'the',
  links: words('and of as well'),
  furniture: new Set(
    `story continues, article continues, story continued, continue reading, continued on, read more, sign up, follow us,
    click here, subscribe to, more from, listen to`
      .split(',')
      .map((phrase) => phrase.trim()),
  ),
  belonging: new Set(words('of for from at with')),
  nominal: /\b(?:(?:the|any|a)\smention|in\shopes?)$/i,
  none: /\bno\s$/i,
  knowing: new Set(words('familiar close briefed involved privy')),
  nouns: /\b(?:final|a|no|any|more|less|little|much|the|of)\s$/,
  prepositions: new Set(words('of for from at with on by to about over into against under behind')),
  whereabouts: new Set(words('in at near outside')),
  onDay: 'on',
  days: new Set(
    words('monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later'),
  ),
  refusing: /^(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing))$/i,
  silent: /^to\s+(?:comment|respond|reply|answer|elaborate|discuss|speak|talk|say)\b/i,
  mental: new Set(
    words(
      'expect believe think hope fear feel know understand imagine suspect doubt worry find learn discover',
    ),
  ),
  publishing: new Set(words('post tweet write read sum order')),
  planned:
    /\b(?:will|(?:is|are|was|were)\s(?:\w+ly\s)?(?:expected|due|set|scheduled|likely|going|planning|about|poised)\sto|plans?\sto|hopes?\sto)\b/,
  denied: /(?:\b(?:not|never|without|short of|cannot)|n['’]t)\s+(?:(?!only\b)\w+ly\s+)?$/,
  denial:
    /\b(?:(?:(?:do|does|did|would|could|can|is|are|was|were|has|have|had)(?:\snot|n['’]t)|cannot|never|no\slonger)\s+(?:\w+ly\s+)?)$/i,
  ahead:
    /\b(?:(?:could|may|might|should|must|can|will)\s(?:(?:not|have|be|been|also)\s){0,3}|(?:trying|seeking|struggling|unable|expected|likely|due|set|scheduled|going|planning|plans|planned|hopes|hoping|ready|poised|preparing|about|wants|wanted|meeting|urged|ordered)\s(?:\w+\s)?to\s(?:continue\s)?)$/,
  ambiguous: new Set(
    words(
      'continue go come sum read order know find learn discover understand judge feel write cite query echo point hope boast',
    ),
  ),
  factive: new Set(words('know learn discover')),
  notices:
    /^(?:the|this|that|these|those)\s(?:news|results?|details?|findings?|announcement|statement|remarks?|comments?|findings)\b/i,
  gatherings:
    /^(?!(?:on|for|upon)\b)(?:an?|the|his|her|their|its)?\s?(?:\p{L}+\s){0,4}(?:meetings?|elections?|votes?|strikes?|sessions?|conferences?|summits?|referendum|halt)\b/iu,
  due: /\b(?:is|are|was|were)\s(?:due|set|scheduled|expected)\b[^.]*\bto\s$/,
  infinitive: /\bto\s$/,
  denying:
    /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing))$/i,
  asking:
    /^(?:.{0,50},\s)?(?:(?:and|but|so)\s)?(?:(?:what|how|why|when|where)\s)?(?:did|does|do|has|have|had|will|would|can|could)\s(?:(?!that\b)[\p{L}’'-]+\s+){1,7}$/iu,
  outlets:
    /^(?:[Tt]he\s)?(?:.{1,40}\s)?(?:(?:CNN|BBC|CBS|NBC|ABC|[Pp]olitico|POLITICO|NBC News|Fox News)(?:\s\p{Lu}\p{Ll}+){0,2}|MSNBC|NPR|PBS|AP|AFP|Reuters|Bloomberg|Politico|Axios|Xinhua|Press|USA TODAY|News|[Nn]ews [Aa]gency|[Nn]ewspapers?|Media|Times|Post|Guardian|Herald|Tribune|Journal|Telegraph|Independent|Observer|Mirror|Gazette|Chronicle|Globe|Inquirer|Examiner|Daily Mail|Daily Beast|Daily Monitor|Today|Magazine|Television|TV|Radio|K[A-Z]{3}(?:-TV)?|W[A-Z]{3}(?:-TV)?|Western Journalism|Democracy Now)$/u,
  relaying:
    /^(?:reports?|reported|reporting|confirm(?:s|ed)?|learn(?:s|ed|t)?|according|says?|said|adds?|added|notes?|noted|cit(?:es|ed|ing)|found|finds|reveal(?:s|ed)?|disclosed|:)$/i,
  heard: /^hear(?:d|s|ing)?$/i,
  hearings: /\b(?:court|jury|jurors|inquest|tribunal|inquiry|hearing|trial)$/i,
  voicing: new Set(
    words(`express reassure defend refer rebuke hail thank welcome commit label question charge speak characterise
      characterize identify issue endorse underscore credit praise condemn denounce criticise criticize mock ridicule
      blast slam attack deride scold lambast tweet post write wrote sign text email chant sing sang cry cried spoke spoken reflect concern reply`),
  ),
  relative: /, (?:which|who)\b/,
  people: new Set(
    words(`
      man woman person boy girl people men women persons officials official sources source authorities critics critic
      allies ally observers experts activists protesters protestors demonstrators witnesses witness lawmakers politicians
      politician leaders voters residents locals civilians soldiers troops refugees migrants families parents children
      students scientists researchers economists analysts scholars journalists reporters media commentators pundits
      opponents opponent supporters backers fans members insiders insider strategists operatives aides advisers advisors
      diplomats generals commanders rebels militants separatists investigators prosecutors detectives lawyers attorneys
      judges justices doctors nurses teachers workers employees executives investors traders regulators delegates
      candidates rivals contenders hopefuls colleagues friends others some many few several both respondents participants
      attendees audience crowd guest guests host hosts speaker speakers author authors victim victims survivor
      survivors relatives neighbors neighbours passengers officers senators congressmen representatives governors mayors
      ministers presidents spokesmen spokeswomen spokespeople spokespersons conservatives liberals progressives
      moderates evangelicals immigrants americans adults users customers viewers readers donor donors pollsters nominee
      delegate protester protestor demonstrator migrant refugee soldier critic observer politician backer passenger
      caller neighbor neighbour colleague insider investor trader diplomat prosecutor participant attendee respondent
      commentator pundit immigrant adult customer viewer reader regulator rebel conservative liberal
      whistleblower dissident dissidents heckler campaigner campaigners volunteer volunteers intelligence`),
  ),
  bodies: new Set(
    words(`
      administration government campaign party committee council court agency department ministry company firm group
      organization organisation commission board union coalition alliance office team police military army parliament
      congress senate house white press network station newspaper paper magazine outlet website site agencies
      companies groups governments organizations parties countries country nation nations state states bank fund
      foundation institute university school city county panel jury bureau force forces regime opposition leadership
      establishment community industry management staff faction caucus delegation embassy consulate public side
      left right camp church kremlin institution institutions bloc union cabinet tribunal watchdog charity
      think-tank publisher broadcaster retailer bank lender airline defense defence prosecution`),
  ),
  records: new Set(
    words(`
      statement report study survey poll analysis article story editorial column book memo letter email e-mail tweet
      post message document filing lawsuit complaint indictment affidavit transcript release readout communique speech
      interview ad advertisement advert video tape recording data figure number result finding evidence record file
      research review investigation audit estimate projection forecast headline caption sign banner placard slogan
      law bill act rule constitution resolution ruling decision order plan proposal budget blog page account source
      essay op-ed piece press average model numbers polling map chart count`),
  ),
  times: new Set(
    words(`
      year years month months week weeks day days hour hours minute minutes morning afternoon evening night today
      yesterday tomorrow tonight weekend time times moment decade decades century season summer winter spring autumn
      fall noon midnight`),
  ),
}
