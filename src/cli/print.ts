import { styleText } from 'node:util'
import type { Citation, FindingSpeaker } from '../answers/model/answer.js'
import type { AnswerInWords, FindingInWords } from '../answers/model/in-words.js'
import { englishDay } from '../i18n/calendar.js'
import { printable, printableLines } from '../lib/terminal.js'

/** How a piece of an answer is set off. */
interface Style {
  strong(text: string): string
  dim(text: string): string
}

const PLAIN: Style = { strong: (text) => text, dim: (text) => text }
const ANSI: Style = { strong: (text) => styleText('bold', text), dim: (text) => styleText('dim', text) }

/** An answer for a terminal: numbered findings, snippets as block quotes with the matched words in bold. */
export function printAnswer(answer: AnswerInWords, colour: boolean): string {
  const style = colour ? ANSI : PLAIN
  const { command, query, findings, more, closest, note } = answer
  const lines = [style.strong(printable(query === command ? `/${command}` : `/${command} ${query}`)), '']
  for (const [index, finding] of findings.entries()) {
    const { group } = finding
    if (group && group !== findings[index - 1]?.group) lines.push(style.strong(`── ${printable(group)}`), '')
    lines.push(...findingLines(finding, `${index + 1}. `, style), '')
  }
  if (more) lines.push(`… and ${more} more`, '')
  if (note) lines.push(printableLines(note), '')
  for (const finding of closest) lines.push(...findingLines(finding, '~ ', style), '')
  const footer = footerText(answer)
  if (footer) lines.push(style.dim(footer))
  while (lines.at(-1) === '') lines.pop()
  return lines.join('\n')
}

function findingLines(
  { text, when, status, speaker, citations, differs }: FindingInWords,
  number: string,
  style: Style,
): string[] {
  const beside = [when, status === 'past' ? null : status].filter(Boolean).join(', ')
  const lines = [
    `${number}${style.strong(printable(text))}${printable(speaker ? speakerText(text, speaker) : '')}${beside ? ` (${beside})` : ''}`,
  ]
  if (differs) lines.push(`   Sources differ – ${printable(differs)}`)
  for (const citation of citations) {
    lines.push(`   > ${snippetText(citation, style)}`, style.dim(`   ${sourceLine(citation)}`))
  }
  return lines
}

/** What the headline doesn't say of the speaker: name, role, who reports it, how sure that is. */
function speakerText(headline: string, { name, role, via, confidence }: FindingSpeaker): string {
  const who = headline === name ? '' : ` – ${name}`
  const reported = via ? `, as reported by ${via}` : ''
  const unsure = confidence === 'unclear' ? ' (source not clear)' : ''
  return `${who}${role ? `, ${role}` : ''}${reported}${unsure}`
}

/** The snippet on one line, its highlights strong. */
function snippetText({ snippet, highlights }: Citation, style: Style): string {
  let text = ''
  let at = 0
  for (const [start, end] of highlights) {
    text += printable(snippet.slice(at, start)) + style.strong(printable(snippet.slice(start, end)))
    at = end
  }
  return text + printable(snippet.slice(at))
}

/** `Outlet · “Title” · 31 Dec 2021 · ¶9` */
function sourceLine({
  outlet,
  title,
  published,
  publishedBasis,
  paragraph,
  url,
  reported,
}: Citation): string {
  const where = paragraph === 0 ? 'headline' : `¶${paragraph}`
  const indirect = reported === 'indirect' ? 'not word for word' : null
  const parts = [
    outlet,
    `“${title}”`,
    published ? englishDay(published) : 'no date',
    basisText(publishedBasis),
    where,
    indirect,
    url,
  ]
  return printable(parts.filter(Boolean).join(' · '))
}

/** `date inferred: caption`, `year inferred: same event as Harbour Wire` */
function basisText(basis: string | undefined): string | null {
  const [, how] = /^inferred: (.*)$/.exec(basis ?? '') ?? []
  return how ? `${how.startsWith('same event') ? 'year' : 'date'} inferred: ${how}` : null
}

function footerText({ articles, asOf }: AnswerInWords): string | null {
  if (articles === 0) return null
  return `${articles.toLocaleString('en')} article${articles === 1 ? '' : 's'}${asOf ? ` · as of ${englishDay(asOf)}` : ''}`
}
