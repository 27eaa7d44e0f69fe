import { message } from '../../i18n/message.js'
import { isRejection, parseArticle } from '../folder/parse.js'
import { MAX_FILE_BYTES } from '../folder/read.js'
import type { Draft, DraftSource, Refusal } from './draft.js'
import { isRefusal } from './draft.js'
import { articleFile, tidy } from './file.js'
import { contentOf } from './kind.js'

/** The draft of a file or page, read on this thread. What it makes is a draft whose file is an article. */
export async function readDraft(source: DraftSource): Promise<Draft | Refusal> {
  const found = await draftOfContent(source)
  if (isRefusal(found)) return found
  const draft = tidy(found)
  const file = articleFile(draft)
  if (Buffer.byteLength(file) > MAX_FILE_BYTES) {
    return { reason: message('noteFileText'), remedy: message('noteOneArticle') }
  }
  const article = parseArticle('', file)
  return isRejection(article) ? { reason: article.reason, remedy: article.remedy } : draft
}

async function draftOfContent(source: DraftSource): Promise<Draft | Refusal> {
  const url = source.url ?? null
  const content = contentOf(source)
  if (isRefusal(content)) return content
  // Each reader is large, and one of them is needed.
  if (content.kind === 'pdf') return (await import('./pdf.js')).draftOfPdf(source.bytes, url)
  if (content.kind === 'html') return (await import('./html.js')).draftOfHtml(content.text, url)
  const draft = (await import('./text.js')).draftOfText(content.text)
  return isRefusal(draft) ? draft : { ...draft, url: draft.url ?? url }
}
