/** A citation in its context: the paragraph it stands in, and those beside it. */
import type { Citation } from '../../answers/model/answer.js'
import type { Archive, ArticleView, Excerpt, Scope } from '../../archive/contract/archive.js'
import type { Words } from '../../i18n/words.js'
import { Refusal } from '../gateway/refusal.js'
import { memoize } from '../lifecycle/memoize.js'
import { type CitationChoice, stamp } from './controls.js'
import * as limits from './limits.js'
import { literal, quote, webAddress } from './markup.js'
import { COLOURS, escapeTo, type Reply, reply } from './reply.js'
import { cutBefore, oneLine, shorten } from './text.js'

/** Entries of a menu for these citations, each with all that is needed to find it again. */
export const citationChoices = memoize(makeChoices, ({ locale }) => locale)

function makeChoices(
  citations: readonly (readonly [label: string, Citation])[],
  words: Words,
): CitationChoice[] {
  const byValue = new Map<string, CitationChoice>()
  for (const [number, citation] of citations) {
    const value = writePlace(citation)
    if (byValue.has(value)) continue
    const { outlet, published, paragraph, title, snippet } = citation
    const place = paragraph > 0 ? `¶${paragraph}` : words.say('headline')
    const parts = [number, outlet ?? title, published && words.day(published), place].filter(Boolean)
    byValue.set(value, {
      label: shorten(oneLine(parts.join(' · ')), limits.CHOICE_LABEL),
      description: shorten(oneLine(snippet), limits.CHOICE_LABEL),
      value,
    })
  }
  return [...byValue.values()].slice(0, limits.CHOICES)
}

/** `1943-2051-Ab3d:article.md`; the beginning of a long article's name will do to find it. */
function writePlace({ article, start, end, snippet }: Citation): string {
  const head = `${start}-${end}-${mark(snippet)}:`
  const room = limits.CHOICE_VALUE - head.length
  return head + (article.length <= room ? article : article.slice(0, cutBefore(article, room)))
}

/** Tells whether the article still says the same: a mark of how the snippet begins. */
const mark = (text: string) => stamp(text.slice(0, MARKED)).slice(0, 4)

const MARKED = 20

const PLACE = /^(\d{1,9})-(\d{1,9})-([\w-]{4}):([\s\S]+)$/

/**
 * The citation in its context.
 * @throws Refusal when the article has changed since, or is gone
 */
export async function renderContext(
  value: string,
  archive: Archive,
  scope: Scope,
  words: Words,
): Promise<Reply> {
  const [, start, end, wanted, name] = PLACE.exec(value) ?? []
  const article = name === undefined ? null : await archive.article(name, scope)
  if (!article) throw new Refusal('articleChanged')
  const span = { start: Number(start), end: Number(end) }
  const at = article.body.findIndex(
    (paragraph) => span.start >= paragraph.start && span.start < paragraph.end,
  )
  const paragraph = article.body[at]
  if (!paragraph) return page(article, null, beginning(article), words)
  if (mark(cut(paragraph, span)) !== wanted) throw new Refusal('articleChanged')
  const blocks = [
    beside(article.body[at - 1]),
    quote(paragraph.text, [[span.start - paragraph.start, span.end - paragraph.start]], limits.CONTEXT),
    beside(article.body[at + 1]),
  ]
  return page(article, paragraph, blocks, words)
}

const cut = ({ text, start }: Excerpt, span: { start: number; end: number }) =>
  text.slice(span.start - start, span.end - start)

/** A citation of the headline: the article's first paragraphs stand for its context. */
const beginning = ({ body }: ArticleView) => body.slice(0, 2).map(beside)

const beside = (paragraph: Excerpt | undefined) =>
  paragraph ? escapeTo(oneLine(paragraph.text), limits.CONTEXT_BESIDE) : ''

function page(
  article: ArticleView,
  paragraph: Excerpt | null,
  blocks: readonly string[],
  words: Words,
): Reply {
  const { title, outlet, published, url } = article
  const address = webAddress(url)
  const source = [
    outlet && oneLine(outlet),
    published ? words.day(published) : words.say('undated'),
    paragraph && `¶${paragraph.paragraph}`,
  ]
  return reply([
    {
      title: escapeTo(oneLine(title), limits.EMBED_TITLE),
      ...(address && { url: address }),
      description: blocks.filter(Boolean).join('\n\n') || literal('…'),
      color: COLOURS.answered,
      footer: { text: shorten(source.filter(Boolean).join(' · '), limits.EMBED_TITLE) },
    },
  ])
}
