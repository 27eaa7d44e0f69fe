import type { BoilerplateData } from '../../language.js'

const list = (items: string) =>
  new Set(
    items
      .split(',')
      .map((item) => item.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  )

/** As few patterns as say the same: one for each set of flags. A line is then looked at a few times, not sixty. */
function together(patterns: readonly RegExp[]): RegExp[] {
  const flags = [...new Set(patterns.map((pattern) => pattern.flags))]
  return flags.map((flag) => {
    const sources = patterns
      .filter((pattern) => pattern.flags === flag)
      .map((pattern) => `(?:${pattern.source})`)
    return new RegExp(sources.join('|'), flag)
  })
}

const AGENCY =
  '(?:AP|AFP|EPA|EFE|PA (?:Wire|Media|Images)|ANSA|TASS|Reuters|REUTERS|Getty(?: Images)?|Associated Press|Bloomberg|Xinhua|Shutterstock|Alamy|iStock|Unsplash|Pixabay|Flickr|Instagram|Zuma(?: Press)?|Rex(?: Features)?|SWNS|Contributor)'
const NAME = "\\p{Lu}[\\p{L}.'’-]*"
const NAMES = `${NAME}(?: (?:de |van |von |al-)?${NAME}){0,4}`
const eitherCase = (words: string) => words.replace(/\b[a-z](?=[a-z]{2})/g, (c) => `[${c}${c.toUpperCase()}]`)
const ROLE = eitherCase(
  '(?:(?:staff|senior|chief|associate|assistant|contributing|freelance|managing|deputy|national|political|security|business|science|sports|auto|foreign|world|news|lead) )*(?:writer|reporter|editor|correspondent|journalist|columnist|contributor|blogger|curator|critic|producer|photographer)',
)
const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const MONTH = `(?:${MONTHS.flat().join('|')})\\.?`
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?'
const TIME = '\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{2,4}\\)?)?'
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`
/** What may stand behind a date: a time, its zone, a day. No two of them can read the same. */
const STAMP_PART = `\\d[\\d:.]*(?:[ap]\\.?m\\.?)?(?:Z|[+-]\\d{2}:?\\d{2})?|[ap]\\.m\\.?|-|${DAY}|\\(?(?:at|[ap]m|gmt|utc|bst|cest|cet|eet|eest|msk|ist|hkt|jst|aedt|aest|[ecmp][sd]?t)\\)?\\.?`
const STAMP_LABEL =
  '(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued)(?: (?:on|at))?)'

export const boilerplate: BoilerplateData = {
  months: MONTHS,
  wholeLines: list(`
    source link, via, back to top, back to top button, top, scroll to top, skip to content, skip to main
    content, advertisement, advertisements, ad, sponsored, sponsored content, promoted, paid content,
    story continues below, article continues below, article continues below advertisement, continue
    reading, continue reading below, continue reading the main story, story continues below advertisement,
    keep reading, read on, read more, learn more, find out more, more, more info, show more, load more,
    see more, view more, see all, view all, click here, explore further, loading, loading content, loading
    comments, please wait, close, open, expand, expand image, enlarge, enlarge image, enlarge this image, gift this article, view larger image, image, images,
    photo, photos, picture, pictures, gallery, photo gallery, view gallery, view photos, slideshow,
    caption, hide caption, toggle caption, video, play video, watch video, watch now, play, pause, mute,
    unmute, replay, listen, listen to this article, listen to article, image copyright, image caption,
    image source, media caption, playback is unsupported on your device, this slideshow requires
    javascript, please enable javascript, next, previous, prev, next article, previous article, share,
    share this, share this article, share this story, share this post, share on facebook, share on
    twitter, share on linkedin, share on whatsapp, share via email, share with your friends, sharing is
    caring, tweet, pin it, pin, email, email this, email this article, email the author, e mail, print,
    print this article, print article, save, save article, bookmark, copy link, link copied, copy url,
    reprints, follow, follow us, follow on twitter, like us, facebook, twitter, instagram, linkedin,
    whatsapp, telegram, reddit, pinterest, tumblr, messenger, flipboard, youtube, subscribe, subscribe
    now, subscribe today, sign in, sign up, sign up now, log in, login, register, join now, my account,
    logout, thanks for signing up, thank you for signing up, thank you for subscribing, sorry, newsletter,
    newsletters, view author archive, view all posts, about the author, about the authors, author, by,
    comments, no comments, no comments yet, view comments, show comments, hide comments, be the first to
    comment, comments are closed, comments closed, comments off, comment, post comment, submit, submit
    comment, reply, cancel reply, report, report abuse, your rating, published, updated, posted, last
    updated, published on, tags, topics, filed under, categories, category, related tags, related topics,
    highlights, transcript, disclaimer, accept, accept cookies, accept all, i agree, got it, manage
    preferences, subscriber services, privacy notice, privacy policy, terms of use, terms of service,
    cookie policy, terms and conditions, contact us, about us, advertise, advertise with us, careers, site
    map, sitemap, live, live feed, live blog, live updates, live reporting, live coverage, key events, show
    key events only, pinned post, latest update, share update, share this update, copy this link, newest
    oldest, newest first, oldest first, facebook twitter, staff reports, page not found, menu, search, navigation, pinned,
    key events, live feed, live, live ended, live blog, liveblog, live updates, urgent, read on
  `),
  openings: together([
    /^(?:related|read more|read also|also read|read next|see also|see more|more|also|don['’]t miss|recommended|watch|listen|in pictures|in photos|must read|up next|more on this|related stor(?:y|ies)|related articles?)(?: on [\w ]{1,40})?\s?[:|]\s?\S/i,
    /^video ad feedback\b/i,
    // What stands below a player: its length, and whose it is.
    /^.{1,200} \d{1,2}:\d\d - Source: [^.!?]{1,40}$/,
    /^(?:copyright|\(c\)|©)(?: ?(?:\(c\)|©|@|by))* ?\d{4}\b/i,
    /^(?:copyright\b|©).{0,60}\b\d{4}\b[^.!?]{0,60}$/i,
    /^© ?[^.!?]{1,60}$/,
    /^(?:follow|like|join|find|tweet) (?:us|me|him|her|them) (?:on|at|@)/i,
    /^follow (?:[\w’']+ ){1,5}(?:on|at) (?:facebook|twitter|instagram|youtube|telegram|linkedin|tiktok|x)\b/i,
    /^follow (?:[\w’']+ ){1,4}(?:full |complete |latest )*coverage/i,
    /^(?:subscribe|sign up|log in|sign in|register|login) (?:here|now|today|with|free|or|below)\b/i,
    /^(?:subscribe|sign up|register) (?:to|for|on) (?:us\b|our\b|the .{1,60}(?:newsletter|channel|updates|podcast|alerts)|.{0,60}(?:newsletter|channel|updates|alerts|podcast|on youtube|for more))/i,
    /^click (?:here|below|on|this|the)\b/i,
    /^(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|labels?|section)\s?:/i,
    /^\[\/?[a-z][a-z\d_-]*\/?\]$/,
    /^\[[a-z][\w-]* [^\]=]*=[^\]]*\]/i,
    /^!\[[^\]]*\]\([^)]*\)$/,
    /^<!--/,
    /^https?:\/\/\S+$/i,
    /^www\.[^\s/]+\/\S+$/i,
    /^@\w{2,30}$/,
    /^(?:this (?:article|story|post) (?:is|was)(?: also| originally| first)? )?(?:filed|tagged|posted) (?:under|in)\b/i,
    /^(?:have|got|know) (?:a|any) (?:tip|news tip|story|question|comment)s?\b/i,
    /^(?:share|print|email|save) (?:this (?:article|story|post|page|on|via|with)|on (?:facebook|twitter|whatsapp|linkedin)|via)\b/i,
    /^visit .{1,60}['’]s? (?:homepage|website) for more\b/i,
    /^(?:get|download) (?:the|our) .{1,40}\bapp\b/i,
    /^get (?:the |this )?(?:day|week|morning|evening|today|tonight)['’]?s (?:big|top|best|latest|biggest|main)\b/i,
    /^get (?:the|our|all) .{1,60}\b(?:newsletter|inbox|headlines)\b/i,
    /^(?:enter your e-?mail|enjoying this|support (?:our|local|independent|quality) journalism|donate (?:now|today))\b/i,
    /^\d+ (?:comments?|shares?|views?|likes?|replies|responses)$/i,
    /^(?:reading time|estimated reading|\d+ min(?:ute)?s? read)\b/i,
    /^\(?\d{1,3} ?(?:of|\/) ?\d{1,3}\)?$/i,
    /^(?:citation|more information|explore further|provided by|source)\s?:$/i,
    /^retrieved \d/i,
    /^(?:ad(?:vertisement|vert)?s?|sponsored)?(?: ?[-–—·:|.])? ?(?:story|article|text|content|post) continues\b.{0,40}$/i,
    /^(?:ad(?:vertisement)?s? ?[-–—·:|.] ?)?scroll (?:down )?to continue\b.{0,40}$/i,
    /^(?:skip|close|hide|report) (?:this |past )?(?:ad|advertisement|promotion|newsletter)\b.{0,40}$/i,
    /^this (?:article|story|content|post|page) is (?:only )?(?:for|reserved for|exclusive to|available (?:only )?to|free for) (?:our )?(?:paid |paying |premium |registered )?(?:subscribers|members|readers)\b/i,
    /^(?:already|not yet|not) (?:have an account|an? (?:subscriber|member)|subscribed|registered)\b.{0,40}$/i,
    /^you(?:['’]ve| have) (?:(?:\d+|one|two|three|no) (?:free )?(?:articles?|stories)|reached (?:your|the) (?:monthly |weekly )?limit|(?:read|used) (?:all )?(?:your|\d+))\b/i,
    /^(?:get|enjoy|unlock|want) (?:unlimited|full|instant|digital|all)[ -](?:\w+ )?access\b/i,
    /^(?:cancel|change your mind) (?:any ?time|at any time)\b.{0,40}$/i,
    /^become (?:an? )?(?:paying |founding )?(?:member|subscriber|supporter|patron)\b.{0,60}$/i,
    /^join (?:today|now|for free|our community)\b.{0,30}$/i,
    /^by (?:signing up|subscribing|registering|continuing|clicking|entering)\b.{0,80}\byou (?:agree|accept|consent|acknowledge)\b/i,
    /^(?:keep|continue) reading (?:with|for|by|as)\b.{0,60}$/i,
    /^(?:start|begin|try|claim) (?:your|a|our) (?:free |\d+-day )?(?:free )?(?:trial|subscription)\b.{0,60}$/i,
    /^try (?:it )?(?:for )?\d+ (?:days?|weeks?|months?) (?:for|free)\b/i,
    /^(?:enjoying|like|loving) (?:this|our|what you)[^.!]{0,40}\?$/i,
    /^pic\.(?:twitter|x)\.com\/\w+$/i,
    /^view (?:this |the |more |full |tweet|post)?.{0,20}\bon (?:instagram|twitter|x|facebook|tiktok|reddit|threads)$/i,
    /^(?:show|view|read) (?:this|the|more|full)\b.{0,20}\b(?:thread|conversation|replies|tweets?)\b.{0,20}$/i,
    /^\d[\d.,]*[km]? (?:retweets?|reposts?|quote tweets?|quotes?|likes?|replies|bookmarks|views)\b/i,
    /^(?:image|media|video) (?:caption|source|copyright),/i,
    /^(?:please )?turn on javascript\b/i,
    /^listen to (?:this|the) (?:article|story|podcast)\b.{0,30}$/i,
    /^text size\b.{0,20}$/i,
    /^comments? \d+$/i,
    /^(?:written|words|story|text|edited|reported|compiled) by:? \p{Lu}.{1,100}$/iu,
    /^(?:jump|skip|go) to (?:the )?(?:latest|main|comments|content)\b.{0,20}$/i,
    /^(?:load|show|refresh for|see) (?:more|new|older|newer|latest|all)(?: \w+)? ?updates\b.{0,20}$/i,
    /^from https?:\/\//i,
    // Of a printed page: its number, and where the text goes on.
    /^(?:(?:page|p\.) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?|\d{1,3})$/i,
    /^(?:continued|continues) (?:on|from) page \d{1,4}\b.{0,20}$/i,
    // Of an agency’s copy: its slug, its notes to editors, who wrote it, whom to write to.
    /^(?:bc|am|pm)-[\p{L}\d-]{2,}/iu,
    /^[a-z]?\d{4}$/,
    /^(?:eds?|editors)(?: note)?: /i,
    /^\((?:additional )?(?:reporting|writing|editing|compiled|graphics?)(?: and (?:writing|editing))? by /i,
    /^\(\(.{1,120}\)\)$/,
    /^\(c\) ?copyright\b/i,
    // Of a letter: its head, and why it was sent.
    /^(?:sent|to|cc|bcc|reply-to): \S.{0,80}$/i,
    /^from: .{0,80}@/i,
    /^view (?:this|it) (?:e-?mail |newsletter )?(?:in|on) (?:your|a|the) (?:web )?browser\b/i,
    /^you(?:['’]re| are) receiving this (?:e-?mail|newsletter|message)\b/i,
    // Of a forum: who wrote, when they joined.
    /^posts?: ?[\d,]{1,8}$/i,
    /^joined: .{0,40}\d{4}\b.{0,20}$/i,
    /^by \S{1,30} » /i,
    /^\S{1,30} wrote:(?: ?↑.{0,40})?$/i,
    /^(?:[a-z\d-]{1,30}\.){1,3}(?:com|org|net|info|news|co\.uk|com\.au)$/i,
  ]),
  phrases: together([
    /\ball rights reserved\b/i,
    /\bmay not be (?:published|reproduced|reprinted|copied), /i,
    /\b(?:subject to|protected by) copyright\b/i,
    /\breproduced without (?:the )?(?:prior )?(?:written )?permission\b/i,
    /\bwithout (?:express |prior |the )*(?:written )?(?:permission|consent) (?:of|from) (?:the )?(?:publisher|author|copyright)/i,
    /\be-?mail address will (?:not|never) be (?:published|shared)\b/i,
    /\brequired fields are marked\b/i,
    /\b(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? cookies\b/i,
    /\b(?:sign up|subscribe|signing up|subscribing)\b.{0,60}\bnewsletters?\b/i,
    /\bnewsletters?\b.{0,60}\b(?:sign up|subscribe|inbox)\b/i,
    /\b(?:delivered|straight|right|direct(?:ly)?) (?:right |straight |directly )?(?:in|to|into) your (?:inbox|letterbox|mailbox)\b/i,
    /\bfollow (?:him|her|them|me|us) (?:on|at|@)/i,
    /\bfollow us (?:at|on)? ?(?:facebook|twitter|@)/i,
    /\bclick(?:ing)? here\b.{0,40}$/i,
    /\b(?:may|can) be (?:reached|contacted|emailed) (?:at|by|on|via)\b.{0,60}(?:@|twitter|e-?mail)/i,
    /\b(?:join|read|start) the (?:conversation|discussion) below\b/i,
    /\bif you (?:liked|enjoyed|found|like|enjoy) this (?:article|story|post)\b/i,
    /\b(?:buy|purchase|order) (?:something|anything|a product|products) (?:through|via|using|from) (?:this|our|one of|the) (?:post|links?|article)\b/i,
    /\baffiliate (?:links?|commission)\b.{0,40}\b(?:earn|commission|purchase)\b/i,
    /\b(?:thanks|thank you) for (?:subscribing|signing up)\b/i,
    /\b(?:error|problem) (?:occurred )?(?:while )?processing your (?:request|subscription)\b/i,
    /\bkeep an eye on your inbox\b/i,
    /\bif you have (?:an?|any) (?:news )?(?:tip|correction|comment|question|story)s?\b.{0,60}\b(?:let us know|contact us|e-?mail|write to us|get in touch)\b/i,
    /(?:©|\bcopyright ?(?:©|@|\(c\))?|\(c\)) ?(?:19|20)\d{2}\b/i,
    /\bsubscriptions?\b.{0,80}\bfor (?:as little as|only|just) \S{1,5} ?\d/i,
    /\[(?:video|videos|photos?|pictures|gallery|watch|poll|podcast|infographic)\]$/i,
    /\brequires javascript\b|\benable javascript\b/i,
    /\bsave my name, e-?mail\b/i,
    /\b(?:is|are) not responsible for the content of external\b/i,
    /\b(?:opens in (?:a )?new (?:window|tab))\b/i,
  ]),
  stamps: together([
    new RegExp(
      `^(?:${STAMP_LABEL}\\s?[:|-]?\\s*|on )?(?:${DAY},? )?(?:${DATE})(?:(?:[, /|–]+|T(?=\\d))(?:${STAMP_PART}))*$`,
      'iu',
    ),
    new RegExp(
      `^(?:${STAMP_LABEL}\\s?[:|-]?\\s*)?(?:${TIME})[, ]+(?:[A-Z]{2,4}[, ]+)?(?:${DAY},? )?(?:${DATE})?\\.?$`,
      'iu',
    ),
    new RegExp(`^${STAMP_LABEL}\\b.{0,20}(?:${DATE}|${TIME}|${MONTH} \\d).{0,60}$`, 'iu'),
    new RegExp(
      `^(?=.{1,160}$)(?:by|By|BY):? ${NAMES}(?:(?:,| and| &) ${NAMES}){0,4}(?:,? .{0,40}${ROLE})?(?: ?[-–|•].{0,50})?$`,
      'u',
    ),
    new RegExp(`^${NAMES}, (?:.{0,30} )?${ROLE}$`, 'u'),
    new RegExp(`^\\/ ${NAMES}$`, 'u'),
    // A time of day alone, or how long ago.
    /^(?:updated |posted |published )?(?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$/i,
    /^(?:(?:updated|posted|published) )?(?:\d{1,2}|an?) ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|weeks?|months?) ago(?: \d{1,2}[:.]\d{2}(?: ?[A-Z]{2,4})?)?$/i,
    /^(?:additional )?(?:reporting|writing|editing) by:? .{1,120}$/iu,
  ]),
  menu: list(`
    home, home page, front page, news, local, local news, us, u s, us news, us & world, us world, world,
    world news, international, national, nation, politics, opinion, opinions, editorial, editorials,
    letters, columnists, business, economy, markets, money, finance, technology, tech, science,
    environment, climate, health, sport, sports, football, entertainment, arts, culture, books, music,
    film, movies, tv, style, life, living, lifestyle, food, eat drink, travel, fashion, weather, traffic,
    education, jobs, cars, autos, homes, real estate, property, classifieds, obituaries, obits,
    crosswords, games, puzzles, horoscopes, comics, events, calendar, podcasts, podcast, videos, photos,
    magazine, archive, archives, blogs, blog, community, faq, help, about, contact, shop, store, insider,
    features, analysis, investigations, latest, latest news, breaking news, breaking, top news, top
    stories, live, live tv, most read, most popular, popular, trending, trending now, special reports, in
    depth, africa, americas, asia, asia pacific, australia, canada, china, europe, india, latin america,
    middle east, russia, uk, ukraine, press releases, e edition, today's paper, newspaper, columns,
    society, religion, history, war, security, defense, defence
  `),
  linkHeadings: list(`
    related, related articles, related article, related stories, related story, related posts, related
    news, related content, related coverage, related links, related reading, related topics, more stories,
    more news, more from this author, more on this story, more on this, more on this topic, more like
    this, you may also like, you might also like, you may like, you might like, recommended, recommended
    for you, recommended reading, recommended stories, recommended articles, editors' picks, editor's
    picks, editors' choice, editor's choice, editors picks, top picks, trending, trending now, trending
    stories, now trending, most read, most popular, most viewed, most shared, popular, popular stories,
    popular posts, popular now, read next, up next, what to read next, see also, read also, also read,
    don't miss, must read, must reads, latest, latest news, latest stories, latest articles, latest posts,
    latest headlines, latest popular, latestpopular, recent posts, recent stories, recent articles, recent
    news, top stories, top news, top headlines, in case you missed it, icymi, explore more, further
    reading, sponsored stories, promoted stories, from our partners, from around the web, around the web,
    more around the web, more from us, more coverage, other stories, other news, breaking news, more, more
    headlines, similar articles, similar stories, similar posts, keep reading, on the same topic, in this
    story, in this article, also in the news, in other news, elsewhere in the news, you may have missed, you
    might have missed, what others are reading, what others read, more from today, other top stories, holiday gift guides, top videos, featured, featured stories
  `),
  linkOpenings: together([
    /^(?:related|read more|see more|more (?:from|on|in|about|stories|news))\b.{0,50}:$/i,
    /^more (?:from|on|in|about) [^.!?]{1,40}$/i,
    /^most (?:read|popular|viewed|shared|watched|commented)(?: (?:in|on|this|of|from|today) [^.!?]{1,40})?$/i,
  ]),
  invitations: together([
    /^(?:subscribe|sign up|thanks for signing|thank you for (?:signing|subscribing)|join our|about the authors?$|follow us)\b/,
    /\bnewsletters?$/,
  ]),
  ago: /(?:^|\s)(?:\d{1,2}|an?) ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|weeks?) ago$/i,
  gluedStamp: new RegExp(
    `^(?:${STAMP_LABEL}\\s?:?\\s*)?(?:${TIME},? )?(?:${DAY},? )?(?:${DATE})(?:[, ]{0,2}(?:at )?${TIME})?(?=[“"]?[A-Z][a-z]+ )`,
    'i',
  ),
  gluedCredit: new RegExp(
    `[.!?”](?:(?:Photograph|Photo|Image|Picture|Credit|Illustration)s?(?: credit)?:? ?[^.!?]{2,80}|${AGENCY}|${NAMES} ?\\/ ?${AGENCY})$`,
    'u',
  ),
  commentCounts: /^(?:\d+ comments?|comments? \d+|view all \d+ comments|(?:all |the )?comments)$/,
  commentMarks:
    /^(?:reply|report|like|share|flag|log in to reply)$|\b(?:says|wrote)$|^(?:\d+|an?) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$/,
  consent: {
    // Two subjects in one line, one of them of these, and somebody who is spoken to or speaks of a site.
    cues: [
      /\bcookies?\b/i,
      /\bconsent(?:ing|s)?\b/i,
      /\b(?:partners|vendors|third[- ]part(?:y|ies))\b/i,
      /\b(?:personal|browsing|usage|device|geolocation) (?:data|information|identifiers?|behaviou?r)\b|\bunique identifiers?\b|\bdevice (?:scanning|characteristics)\b|\bip address(?:es)?\b/i,
      /\blegitimate interests?\b/i,
      /\b(?:privacy|cookie) (?:policy|notice|settings|preferences|choices|centre|center)\b/i,
      /\b(?:your|change|manage|set) (?:cookie |privacy |consent )?(?:preferences|settings|choices)\b/i,
      /\b(?:personali[sz]ed|targeted|relevant|tailored) (?:ads?|adverts?|advertising|content|advertisements)\b|\badvertising (?:that is|which is) relevant\b|\bad measurement\b/i,
      /\btrack(?:ing|ers?)\b/i,
      /\b(?:store|storing|access) (?:and\/or access )?(?:information|cookies)\b|\bsimilar technolog(?:y|ies)\b/i,
    ],
    any: /cookie|consent|partner|vendor|third[- ]part|data\b|information|identifier|behaviou?r|device|ip address|legitimate|privacy|preferences|settings|choices|personali[sz]ed|targeted|relevant|tailored|\bad measurement|track|stor(?:e|ing)\b|similar technolog/i,
    asides: [
      /\b(?:our|this|the) (?:web)?sites?\b/i,
      /\b(?:withdraw|object|opt[- ]out|accept(?:ing)?(?: all)?|reject(?:ing)? all)\b/i,
      /\b(?:analy[sz]e|measure|enhance|improve) (?:site|traffic|audiences?|usage|the performance|performance)\b|\bcount visits\b|\bsite (?:usage|navigation)\b/i,
    ],
    // Those who speak so.
    speaking: /\b(?:we|our|you|your|this (?:web)?site|these cookies)\b/i,
    // News of such layers tells who said it.
    reported: /\b(?:said|says|told|according to|ruled|fined|court|regulators?)\b/i,
    label:
      /\b(?:cookies?|privacy|consent|preferences|settings|choices|options|vendors?|partners|purposes)\b|^(?:yes |no |i |ok |okay )*(?:i )?(?:agree|(?:do not )?(?:accept|reject|allow|deny|decline|consent)|got it|continue|save|confirm|subscribe|learn more|essential|before you continue)\b|^already a subscriber\b/,
  },
  commentHeadings: list(`
    leave a reply, leave a comment, leave your comment, leave comment, leave a response, post a comment,
    post a reply, add a comment, write a comment, submit a comment, join the conversation, join the
    discussion, reader comments, readers' comments, user comments
  `),
  authorHeadings: list(`
    about the author, about the authors, about the writer, about the reporter, meet the author
  `),
  captionLabels: list(`
    image caption, media caption, caption, photo caption
  `),
  agencies: list(`
    ap, ap photo, afp, epa, tass, reuters, getty, getty images, afp getty images, afp via getty images,
    getty images ap, associated press, the associated press, bloomberg, xinhua, shutterstock, alamy,
    istock, news agencies, agencies, wire services, wire reports, source, image credit, photo credit,
    courtesy photo, handout, file photo, file, stock photo, screenshot, supplied, via
  `),
  creditLines: together([
    /^\(? ?(?:photos?|image|images|picture|pictures|photograph|photographs|illustration|video|credit|graphic|art|photo credit|image credit|picture credit|photo illustration)(?: credits?| source| courtesy)?(?:\s?:| by | courtesy | ©).{1,90}$/i,
    /^\( ?[^()]{1,60}[/|][^()]{1,60}\)$/,
    new RegExp(`^(?=.{1,80}$)(?:${NAMES} ?[/|,–-] ?){1,3}${AGENCY}(?: ?[/,] ?[\\p{L} ]{1,30})?$`, 'u'),
    new RegExp(
      `^(?=.{1,60}$)${NAME}(?: ${NAME}){1,3} ?/ ?\\p{Lu}[\\p{L}\\d.]{1,20}(?: \\p{Lu}[\\p{L}\\d.]{1,20}){0,2}$`,
      'u',
    ),
    new RegExp(`^(?:©|via|courtesy(?: of)?:?) ?${NAMES}(?: ?[/|,] ?${NAMES}){0,3}$`, 'u'),
    /^(?:courtesy of|screenshot|screengrab|file photo|file image)\b[^.]{1,60}$/i,
  ]),
  captionOpenings: together([
    /^(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|TASS) (?:Photo|Images?|File)\b/,
    new RegExp(`^${NAMES} ?\\/ ?${NAME}(?: ${NAME}){0,5} via ${AGENCY}\\b`, 'u'),
    new RegExp(`^${NAMES} ?\\/ ?${AGENCY} \\p{Lu}`, 'u'),
    /^(?:photo|image|picture|photograph|caption|image caption|file photo|fig(?:ure)?\.? \d+)\s?[:(]/i,
    /^(?:file ?[-–—] ?)?in this (?:[\w., ]{1,30} )?(?:photo|image|picture)(?:,| provided| taken| released| made)/i,
  ]),
  captionEndings: together([
    new RegExp(`\\([^()/]{1,40}/ ?${AGENCY}(?: ?[/,] ?[^()/,.]{1,40})?\\)\\.?$`, 'u'),
    new RegExp(`\\(${AGENCY} (?:Photo|Images?|File)(?: ?[/,] ?[^()/,.]{1,40})?\\)\\.?$`, 'u'),
    new RegExp(`[.!?]${AGENCY}$`, 'u'),
    /(?:\b|(?<=\p{Ll}))Credit: [^:]{1,90}(?<![.!?]”?)$/u,
    /\b(?:photo|image|picture)?\s?(?:credit|courtesy|photograph|photo by|image by)s?\s?:\s?[^:]{1,90}(?<![.!?]["”]?)$/i,
    /\((?:(?:image|photo|picture|photograph)s?(?: credit)?|credit)(?:\s?:| ©| by | courtesy )[^()]{1,90}\)\.?$/i,
    new RegExp(`(?:\\/|via )(?:${AGENCY})\\)?$`, 'u'),
    /\b(?:photo|image|photograph|picture|illustration) (?:by|courtesy of|from) [^.!?]{1,60}$/i,
    /©\s?[^.!?]{1,60}$/,
  ]),
  biographies: together([
    new RegExp(`^${NAMES} (?:is|was) (?:an?|the|our|${NAMES}['’]s?|${NAMES})\\b.{0,80}\\b${ROLE}\\b`, 'u'),
    new RegExp(`^${NAMES} (?:covers\\b.{0,60}\\b(?:for|at)|writes (?:for|about))\\b`, 'u'),
    /^(?:the )?(?:author|writer) (?:is|was|has)\b/i,
    /\b(?:is the author of|(?:his|her|their) (?:work|writing) has appeared|you can (?:reach|contact|email|follow|get in touch))\b/i,
  ]),
}
