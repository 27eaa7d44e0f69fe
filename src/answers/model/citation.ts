import type { ArticleRef, Excerpt } from '../../archive/contract/archive.js'
import type { Span } from '../../articles/model/article.js'
import { Analyzer } from '../../text/terms.js'
import type { Citation } from './answer.js'

const analyzer = new Analyzer()

/** The distinct index terms of a text. */
export function stemsOf(text: string): string[] {
  return analyzer.distinct(text)
}

/**
 * Cites an excerpt, with the words that stem to one of `stems` and the given `spans` (offsets into the
 * article's file) highlighted.
 */
export function cite(
  article: ArticleRef,
  excerpt: Excerpt,
  stems: Iterable<string>,
  spans: readonly Span[] = [],
): Citation {
  const { id, outlet, title, published, publishedBasis, url, report, newer } = article
  const { start, end, text, paragraph } = excerpt
  return {
    article: id,
    outlet,
    title,
    published,
    ...(publishedBasis?.startsWith('inferred') && { publishedBasis }),
    url,
    ...(report !== undefined && { report }),
    ...(newer !== undefined && { superseded: true as const }),
    paragraph,
    start,
    end,
    snippet: text,
    highlights: merge([...spans.flatMap((span) => inside(span, excerpt)), ...matching(text, new Set(stems))]),
  }
}

function matching(text: string, stems: ReadonlySet<string>): [number, number][] {
  return analyzer
    .terms(text)
    .filter(({ term }) => stems.has(term))
    .map(({ start, end }) => [start, end])
}

function inside(span: Span, excerpt: Span): [number, number][] {
  const start = Math.max(span.start, excerpt.start) - excerpt.start
  const end = Math.min(span.end, excerpt.end) - excerpt.start
  return start < end ? [[start, end]] : []
}

/** In order, with those that overlap united. */
function merge(ranges: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
