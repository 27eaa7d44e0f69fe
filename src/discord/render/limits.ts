/** Discord's limits, in UTF-16 code units (never fewer than the characters that Discord counts), and our own. */

export const EMBED_TITLE = 256
export const EMBED_DESCRIPTION = 4096
/** All texts of a message's embeds together. */
export const EMBED_TOTAL = 6000
export const CUSTOM_ID = 100
export const CHOICE_LABEL = 100
export const CHOICE_VALUE = 100
export const CHOICES = 25

/** An interaction that is older can't be acknowledged any more; autocomplete can't be put off. */
export const ACKNOWLEDGE_MS = 3000
export const SUGGESTION_TIMEOUT_MS = 2000
/** An interaction's reply can be edited for 15 minutes. */
export const LONGEST_WORK_MS = 14 * 60_000

/** What is asked of, all options together: more would not fit into the buttons that turn its pages. */
export const QUESTION = 400
/** What one option holds unless its command says otherwise. */
export const OPTION = 300

/** A page's text. Less than Discord allows, so that a reply does not fill the screen. */
export const PAGE = 3000
/** Nobody turns more pages than these fill, and rendering them must not hold up other members. */
export const FINDINGS = 200
/** Findings of a page: the first with its snippet and a line for each of the others fill one screen of a phone. */
export const FINDINGS_A_PAGE = 4
/** Of a summary of the news: some of each kind. */
export const BRIEF_A_PAGE = 6
/** Passages, under a line that counts them. */
export const PASSAGES_A_PAGE = 3
/** Those of quotations, whose lines are longer. */
export const QUOTATIONS_A_PAGE = 3
/** Under a picture that shows them all. */
export const FINDINGS_UNDER_PICTURE = 6
/** Articles of a page that lists them, and the most characters of a title. */
export const TITLES_A_PAGE = 5
export const TITLE_LISTED = 48
/** Paragraphs of a page of an article, and the most characters of each. */
export const PARAGRAPHS_A_PAGE = 3
export const PARAGRAPH = 130
export const HEADLINE = 300
/** That of a page's first finding, above its snippet. */
export const HEADLINE_FIRST = 100
/** The headline of a finding that stands on one line. */
export const LINE = 60
/** The same, where it says at second hand who said it. */
export const LINE_REPORTED = 44
/** Of a statement in a summary of the news, behind which stands its day. */
export const LINE_STATEMENT = 36
/** The one snippet of a page's first finding. */
export const SNIPPET_FIRST = 150
/** The same under a heading, where it stands beside those who say otherwise. */
export const SNIPPET_BESIDE_DIFFERS = 90
/** Beside it, the title of its article, and who says otherwise. */
export const TITLE_FIRST = 40
export const DIFFERS_FIRST = 90
/** A snippet that stands alone, and one of several. */
export const SNIPPET_ALONE = 1200
export const SNIPPET = 450
export const DIFFERS = 400
export const CITATIONS = 4
export const OUTLET = 80
export const ARTICLE_TITLE = 160
export const ROLE = 120
export const LINK = 500
/** Files of the report of a reload: nobody turns more pages. */
export const REPORTED_FILES = 2000
/** A paragraph that is shown around a citation, and those beside it. */
export const CONTEXT = 1800
export const CONTEXT_BESIDE = 700

/** How many sentences of a message are looked up, and how many findings of each a page shows. */
export const CLAIMS = 5
export const FINDINGS_EACH = 2
/** The texts and the titles of several answers in one message: less than its embeds may hold together. */
export const SEVERAL = 4500
export const SEVERAL_TITLES = 800
