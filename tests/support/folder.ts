import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of articles that removes itself when the test is over (`await using`). */
export interface ArticleFolder extends AsyncDisposable {
  readonly path: string
  write(name: string, text: string): Promise<void>
  remove(name: string): Promise<void>
}

export async function articleFolder(files: Readonly<Record<string, string>> = {}): Promise<ArticleFolder> {
  const path = await mkdtemp(join(tmpdir(), 'articles-'))
  const folder: ArticleFolder = {
    path,
    write: (name, text) => writeFile(join(path, name), text),
    remove: (name) => rm(join(path, name)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
  for (const [name, text] of Object.entries(files)) await folder.write(name, text)
  return folder
}

/** An article file with its front matter. */
export function articleFile(
  facts: { title: string; outlet: string; published: string; url?: string },
  ...paragraphs: string[]
): string {
  const lines = Object.entries(facts).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---', paragraphs.join('\n\n'), ''].join('\n')
}
