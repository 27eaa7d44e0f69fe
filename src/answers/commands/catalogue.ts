import type { Archive, ArchiveStatus, ArticleSummary, Scope } from '../../archive/contract/archive.js'
import { gapMessages } from '../../articles/model/gaps.js'
import { lineOf, type Message, message, type Note } from '../../i18n/message.js'
import type { Answer, Finding } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { noOutlet, silence } from '../model/no-answer.js'

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
    return consulted.articles === 0 ? none : { ...none, note: noOutlet(query) }
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
    if (articles.length === 0) return none
    const names = (fitting.length > 0 ? fitting : articles).slice(0, MOST_NAMES_SHOWN).map(({ id }) => id)
    const why = message(fitting.length > 0 ? 'noteSeveralArticles' : 'noteNoArticle', { name, names })
    return { ...none, note: lineOf(why) }
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
    note: statusNote(state),
  }
}

function statusNote(state: ArchiveStatus): Note {
  const { articles, passages, quotations, dates, oldest, newest, rejections, version, builtAt } = state
  const size = { articles, passages, quotations, dates }
  const lines: (Message | null)[] = [
    articles === 0 ? message('noteNoArticles') : message('noteSize', size),
    oldest && newest ? published(oldest, newest) : null,
    message('noteBuilt', {
      version,
      time: builtAt.slice(0, 16).replace('T', ' '),
      ms: String(state.buildMs),
    }),
    ...gapMessages(state.gaps),
    ...rejections
      .slice(0, MOST_REJECTIONS_SHOWN)
      .map(({ file, line, reason }) =>
        message('noteRejected', { place: `${file}${line ? `, line ${line}` : ''}`, reason }),
      ),
    rejections.length > MOST_REJECTIONS_SHOWN
      ? message('reloadMore', { n: rejections.length - MOST_REJECTIONS_SHOWN })
      : null,
  ]
  return lines.filter((line) => line !== null).map((line) => [line])
}

const published = (oldest: string, newest: string): Message =>
  oldest === newest
    ? message('notePublishedOn', { day: { day: oldest } })
    : message('notePublished', { first: { day: oldest }, last: { day: newest } })

/** How to ask, and what is kept, is told by whoever takes the question: every way in has its own. */
export function ofItself(command: 'help' | 'privacy'): Answer {
  return { command, query: command, asOf: null, articles: 0, findings: [], closest: [], note: null }
}
