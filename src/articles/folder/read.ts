import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { type KeyedMessage, type Message, message } from '../../i18n/message.js'
import { wordsFor } from '../../i18n/words.js'
import type { Article, Rejection } from '../model/article.js'
import { isArticle, isRejection, parseArticle } from './parse.js'

/** Bytes. A larger file is not read at all. */
export const MAX_FILE_BYTES = 5_000_000
/** How many files are open at a time. */
const AT_ONCE = 16

/** The folder itself can't be read, so there is nothing to report file by file. */
export class ArticlesFolderError extends Error {
  override readonly name = 'ArticlesFolderError'
  readonly folder: string

  constructor(folder: string, error: unknown) {
    const reason = wordsFor('en').tell([causeOf(error)])
    super(`The articles' folder ${folder} can't be read: ${reason}. Create it, or name another one.`)
    this.folder = folder
  }
}

/** A hash of a file's text: two texts with the same one are the same. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A file of the folder that is text, and so may hold an article. */
export interface TextFile {
  readonly id: string
  readonly text: string
}

/**
 * All articles below a folder, in the order of their ids. What can't be an article is reported, never thrown.
 * Read are `.md` and `.txt` files, except READMEs and what begins with a dot.
 * @throws ArticlesFolderError when the folder itself is missing or unreadable
 */
export async function readArticles(
  folder: string,
): Promise<{ articles: Article[]; rejections: Rejection[] }> {
  const { files, rejections } = await readFiles(folder)
  const parsed = files.map(({ id, text }) => parseArticle(id, text))
  const { kept, duplicates } = withoutDuplicates(
    parsed.filter(isArticle).map((article) => ({ article, print: bodyPrint(article) })),
  )
  return {
    articles: kept.map(({ article }) => article),
    rejections: inOrder([...rejections, ...parsed.filter(isRejection), ...duplicates]),
  }
}

/** A folder of articles. */
export interface ArticleFolder {
  readonly path: string
  /** Stands before the ids of its articles, so that those of several folders are told apart; null for none. */
  readonly label: string | null
  /** Whether it may be missing, and then holds nothing. */
  readonly optional: boolean
  /** Folders that are not read, should they lie within it: what is in them is not for everybody. */
  readonly except?: readonly string[]
}

/**
 * The files of several folders that may hold articles. No path has an empty part, so that no id of one folder
 * (`feeds//storm.md`) can be that of another's file.
 * @throws ArticlesFolderError when one of them is missing or unreadable
 */
export async function readFolders(
  folders: readonly ArticleFolder[],
): Promise<{ files: TextFile[]; rejections: Rejection[] }> {
  const files: TextFile[] = []
  const rejections: Rejection[] = []
  for (const { path, label, optional, except } of folders) {
    if (optional && (await isMissing(path))) continue
    const read = await readFiles(path, except)
    const idOf = (id: string) => (label === null ? id : `${label}//${id}`)
    for (const { id, text } of read.files) files.push({ id: idOf(id), text })
    for (const rejection of read.rejections) rejections.push({ ...rejection, file: idOf(rejection.file) })
  }
  return { files, rejections }
}

/**
 * Single files of folders, by their ids; those that are in none of them are left out.
 * @throws ArticlesFolderError when one of the folders is missing or unreadable
 */
export async function readNamed(
  folders: readonly ArticleFolder[],
  ids: readonly string[],
): Promise<{ files: TextFile[]; rejections: Rejection[] }> {
  const results = await mapBounded(ids, AT_ONCE, async (id) => {
    const [label, name] = id.includes('//') ? (id.split('//', 2) as [string, string]) : [null, id]
    const folder = folders.find((one) => one.label === label)
    if (!folder) return null
    const root = await realpath(folder.path).catch((error) => {
      throw new ArticlesFolderError(folder.path, error)
    })
    const read = await readFile(root, name)
    return 'text' in read ? { ...read, id } : { ...read, file: id }
  })
  return {
    files: results.filter((result) => result !== null).filter((result) => 'text' in result),
    rejections: results.filter((result) => result !== null).filter((result) => 'reason' in result),
  }
}

async function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  )
}

/**
 * The files below a folder that may hold articles, in the order of their ids, and those that can't be read.
 * @param except folders that are not read
 * @throws ArticlesFolderError when the folder itself is missing or unreadable
 */
export async function readFiles(
  folder: string,
  except: readonly string[] = [],
): Promise<{ files: TextFile[]; rejections: Rejection[] }> {
  const root = await realpath(folder).catch((error) => {
    throw new ArticlesFolderError(folder, error)
  })
  const left = await Promise.all(except.map((path) => realpath(path).catch(() => resolve(path))))
  const found = await listFolder(root, new Set(left))
  found.files.sort(byName)
  const results = await mapBounded(found.files, AT_ONCE, (file) => readFile(root, file))
  return {
    files: results.filter((result) => 'text' in result),
    rejections: inOrder([...found.rejections, ...results.filter((result) => 'reason' in result)]),
  }
}

/** Rejections in the order of their files. */
export const inOrder = (rejections: readonly Rejection[]) =>
  [...rejections].sort((a, b) => byName(a.file, b.file))

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Walks the folder one directory at a time. Links to folders are not followed. */
async function listFolder(
  root: string,
  except: ReadonlySet<string>,
): Promise<{ files: string[]; rejections: Rejection[] }> {
  const files: string[] = []
  const rejections: Rejection[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error): Dirent[] => {
      if (folder === '') throw new ArticlesFolderError(root, error)
      rejections.push(unreadable(folder, error))
      return []
    })
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.') || except.has(join(root, path))) continue
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isSymbolicLink() && (await leadsToFolder(join(root, path)))) {
        rejections.push({ file: path, ...FOLDER_LINK })
      } else if (isArticleName(entry.name)) files.push(path)
    }
  }
  return { files, rejections }
}

const FOLDER_LINK = {
  reason: message('noteFolderLink'),
  remedy: message('notePutArticles'),
}

async function leadsToFolder(link: string): Promise<boolean> {
  return (await stat(link).catch(() => null))?.isDirectory() ?? false
}

function isArticleName(name: string): boolean {
  return /\.(?:md|txt)$/i.test(name) && !/^readme\./i.test(name)
}

/** Applies a function to each item, a few at a time. */
async function mapBounded<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!)
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

async function readFile(root: string, id: string): Promise<TextFile | Rejection> {
  const bytes = await readBytes(root, id).catch((error) => unreadable(id, error))
  if (!(bytes instanceof Uint8Array)) return bytes
  const text = decode(id, bytes)
  return typeof text === 'string' ? { id, text } : text
}

async function readBytes(root: string, id: string): Promise<Uint8Array | Rejection> {
  const path = await realpath(join(root, id))
  const inside = relative(root, path)
  if (inside === '..' || inside.startsWith(`..${sep}`) || inside === '') {
    return {
      file: id,
      reason: message('noteLinkOut'),
      remedy: message('noteCopyFile'),
    }
  }
  // Asked before opening: opening a named pipe would wait for a writer.
  const found = await stat(path)
  if (!found.isFile()) {
    return { file: id, reason: message('noteNoPlainFile'), remedy: message('notePlainFile') }
  }
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    if (size > MAX_FILE_BYTES) {
      return {
        file: id,
        reason: message('noteFileBytes', { bytes: size, most: MAX_FILE_BYTES }),
        remedy: message('noteOneArticlePlain'),
      }
    }
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function decode(id: string, bytes: Uint8Array): string | Rejection {
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    return {
      file: id,
      line: lineOf(bytes, nul),
      reason: message('noteNul'),
      remedy: message('noteSaveUtf8'),
    }
  }
  if (!isUtf8(bytes)) {
    return {
      file: id,
      line: firstBadLine(bytes),
      reason: message('noteNoUtf8'),
      remedy: message('noteSaveAsUtf8'),
    }
  }
  // The byte order mark stays: offsets count it.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

const LF = 0x0a

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = bytes.indexOf(LF); i >= 0 && i < offset; i = bytes.indexOf(LF, i + 1)) line++
  return line
}

function firstBadLine(bytes: Uint8Array): number {
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LF, start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}

/** A hash of an article's body; line breaks and spacing don't count. */
export function bodyPrint(article: Article): string {
  const body = article.paragraphs.map(({ start, end }) => article.text.slice(start, end)).join('\n')
  return fingerprint(body.replace(/\s+/g, ' '))
}

/** An article with a hash of its body, see `bodyPrint`. */
interface Printed {
  readonly article: Pick<Article, 'id' | 'outlet'>
  readonly print: string
}

/**
 * Of several articles of one outlet with the same body the first stays; one whose outlet is not known may be of
 * any. What several outlets print word for word is kept: they are printings of one report.
 * @param known articles that come before all of them
 */
export function withoutDuplicates<T extends Printed>(
  all: readonly T[],
  known: readonly Printed[] = [],
): { kept: T[]; duplicates: Rejection[] } {
  const byPrint = new Map<string, Printed['article'][]>()
  const add = ({ print, article }: Printed) => byPrint.set(print, [...(byPrint.get(print) ?? []), article])
  for (const one of known) add(one)
  const kept: T[] = []
  const duplicates: Rejection[] = []
  for (const one of all) {
    const { id, outlet } = one.article
    const first = byPrint
      .get(one.print)
      ?.find((other) => outlet === null || other.outlet === null || other.outlet === outlet)
    if (first === undefined) {
      add(one)
      kept.push(one)
    } else {
      duplicates.push({
        file: id,
        reason: message('noteSameText', { name: first.id }),
        remedy: message('noteRemoveOne', { name: first.id }),
      })
    }
  }
  return { kept, duplicates }
}

function unreadable(file: string, error: unknown): Rejection {
  return {
    file,
    reason: message('noteCantRead', { cause: causeOf(error) }),
    remedy: message('noteCheckFile'),
  }
}

const CAUSES: Readonly<Record<string, KeyedMessage>> = {
  ENOENT: message('causeMissing'),
  ENOTDIR: message('causeNoFolder'),
  EACCES: message('causeDenied'),
  EPERM: message('causeDenied'),
  ELOOP: message('causeCircle'),
}

function causeOf(error: unknown): Message {
  const { code, message: text } = error as NodeJS.ErrnoException
  return CAUSES[code ?? ''] ?? { text }
}
