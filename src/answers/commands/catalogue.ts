import type { Archive, ArchiveStatus, ArticleSummary, Scope } from '../../archive/contract/archive.js'
import { gapSentences } from '../../articles/model/gaps.js'
import type { Answer, Finding } from '../model/answer.js'
import { dayText } from '../model/calendar-text.js'
import { cite, stemsOf } from '../model/citation.js'
import { silence } from '../model/no-answer.js'

const MOST_REJECTIONS_SHOWN = 10
const MOST_NAMES_SHOWN = 5
/** Nobody turns more pages than these fill. */
const MOST_SOURCES = 200

/** The articles in the archive, newest first, each with the sentence it opens with. */
export async function sources(outlet: string | undefined, archive: Archive, scope: Scope): Promise<Answer> {
  const { articles, total, consulted } = await archive.articles(
    { ...(outlet && { outlet }), limit: MOST_SOURCES },
    scope,
  )
  const query = outlet ?? 'sources'
  if (articles.length === 0) {
    const none = silence('sources', query, consulted, [])
    return consulted.articles === 0
      ? none
      : { ...none, note: `No article is from “${query}”. \`/sources\` lists the outlets.` }
  }
  return {
    command: 'sources',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: articles.flatMap(sourceFinding),
    ...(total > articles.length && { more: total - articles.length }),
    closest: [],
    note: null,
  }
}

function sourceFinding(article: ArticleSummary): Finding[] {
  return article.lead ? [{ text: article.title, citations: [cite(article, article.lead, [])] }] : []
}

/** One article, paragraph by paragraph. */
export async function article(name: string, archive: Archive, scope: Scope): Promise<Answer> {
  const named = await archive.article(name, scope)
  // All of them are looked through only where the name alone does not tell.
  const { articles, consulted } = await archive.articles(named ? { limit: MOST_NAMES_SHOWN } : {}, scope)
  const fitting = named ? [] : fittingArticles(name, articles)
  const found = named ?? (fitting.length === 1 ? await archive.article(fitting[0]!.id, scope) : null)
  if (!found) {
    const none = silence('article', name, consulted, [])
    const names = (some: readonly ArticleSummary[]) =>
      some
        .slice(0, MOST_NAMES_SHOWN)
        .map(({ id }) => id)
        .join(', ')
    if (fitting.length > 0) return { ...none, note: `Several articles fit “${name}”: ${names(fitting)}.` }
    const hint = `No one article fits “${name}”. There are, for example: ${names(articles)}.`
    return articles.length > 0 ? { ...none, note: hint } : none
  }
  return {
    command: 'article',
    query: found.title,
    asOf: found.published,
    articles: 1,
    findings: found.body.map((paragraph) => ({
      text: `¶${paragraph.paragraph}`,
      citations: [cite(found, paragraph, [])],
    })),
    closest: [],
    note: null,
  }
}

/** Those with all the words in their name, title or outlet, in any order. */
function fittingArticles(name: string, articles: readonly ArticleSummary[]): ArticleSummary[] {
  const words = stemsOf(name)
  if (words.length === 0) return []
  return articles.filter(({ id, title, outlet }) => {
    const told = stemsOf(`${id.replace(/[-_.]/g, ' ')} ${title} ${outlet ?? ''}`)
    return words.every((word) => told.includes(word))
  })
}

/** What the archive holds and how it is. */
export async function status(archive: Archive, scope: Scope): Promise<Answer> {
  const state = await archive.status(scope)
  return {
    command: 'status',
    query: 'status',
    asOf: state.newest,
    articles: state.articles,
    findings: [],
    closest: [],
    note: statusText(state),
  }
}

function statusText(state: ArchiveStatus): string {
  const { articles, passages, quotations, dates, oldest, newest, rejections } = state
  const size = `${plural(articles, 'article')}, ${plural(passages, 'passage')}, ${plural(quotations, 'quotation')}, ${plural(dates, 'date')}`
  const span =
    oldest && newest
      ? oldest === newest
        ? `Published ${dayText(oldest)}`
        : `Published ${dayText(oldest)} to ${dayText(newest)}`
      : null
  const lines = [
    articles === 0 ? 'There are no articles yet. Add some to the articles folder, then reload.' : size,
    span,
    `Archive ${state.version}, built ${state.builtAt.slice(0, 16).replace('T', ' ')} UTC in ${state.buildMs} ms`,
    ...gapSentences(state.gaps),
    ...rejections
      .slice(0, MOST_REJECTIONS_SHOWN)
      .map(({ file, line, reason }) => `✗ ${file}${line ? `, line ${line}` : ''}: ${reason}`),
    rejections.length > MOST_REJECTIONS_SHOWN
      ? `… and ${rejections.length - MOST_REJECTIONS_SHOWN} more`
      : null,
  ]
  return lines.filter(Boolean).join('\n')
}

const plural = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** How to ask. */
export function help(): Answer {
  return { command: 'help', query: 'help', asOf: null, articles: 0, findings: [], closest: [], note: HELP }
}

const HELP = [
  '`/when geneva` – the dates of a topic, with the sentences that give them',
  '`/who-said "severe sanctions"` – who said it, and each outlet’s wording',
  '`/quotes Lavrov` – what one person is reported to have said',
  '`/timeline geneva` – the events in order, with a picture',
  '`/compare troops` – what each outlet says, side by side',
  '`/ask How many troops are at the border?` – the sentences that answer, or silence',
  '`/search sanctions "hypersonic missile" -gas` – passages; quotation marks mean exactly so',
  '`/sources`, `/article` – what is in the archive',
  '`/status` – how large it is and when it was built',
  '',
  'Mention me and ask in plain words: when are the talks in Geneva?',
  'Every answer is quoted word for word from an article. Where the articles are silent, so am I.',
].join('\n')
