import { createHash } from 'node:crypto'
import { COLLECTIONS, type Kind, LOGS, type LogEntry, type Owner, SINGLES, type State } from './state.js'

/** Entries of a record that are copied in one change. */
const BATCH = 500

export interface Inventory {
  readonly servers: number
  readonly texts: number
  readonly entries: number
  /** The same for the same texts and entries, wherever they lie. */
  readonly digest: string
}

/** What is kept is not what it was before it was copied. */
class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers'
}

/** Counts what is kept, apart from what passes by itself, such as drafts. */
export async function inventory(state: State): Promise<Inventory> {
  const hash = createHash('sha256')
  const servers = await state.servers()
  let texts = 0
  for await (const { owner, kind, name, text } of textsIn(state, servers)) {
    texts++
    hash.update(JSON.stringify([owner, kind, name, text]))
  }
  let entries = 0
  for (const log of LOGS) {
    for await (const entry of state.entries(log, { all: true })) {
      entries++
      hash.update(JSON.stringify([log, entry]))
    }
  }
  return { servers: servers.length, texts, entries, digest: hash.digest('hex') }
}

/**
 * Copies all that lasts from one place to another, where there must be nothing yet. Nobody may change either meanwhile.
 * @throws CopyDiffers where it is not the same afterwards, by counts and digests
 */
export async function copyState(from: State, to: State): Promise<Inventory> {
  const there = await inventory(to)
  if (there.texts + there.entries > 0)
    throw new Error('There is something already where it is to be copied to.')
  for await (const { owner, kind, name, text, since } of textsIn(from, await from.servers())) {
    await to.change(owner, async (changes) => changes.write(kind, text, name, since))
  }
  for (const log of LOGS) {
    const entries: LogEntry[] = []
    for await (const entry of from.entries(log, { all: true })) entries.push(entry)
    entries.reverse()
    for (let at = 0; at < entries.length; at += BATCH) {
      await to.change(null, async (changes) => {
        for (const entry of entries.slice(at, at + BATCH)) changes.append(log, entry)
      })
    }
  }
  const [before, after] = await Promise.all([inventory(from), inventory(to)])
  if (before.digest !== after.digest) {
    throw new CopyDiffers(`${JSON.stringify(after)} is not ${JSON.stringify(before)}.`)
  }
  return after
}

interface Text {
  readonly owner: Owner
  readonly kind: Kind
  readonly name: string
  readonly text: string
  readonly since?: Date
}

async function* textsIn(state: State, servers: readonly string[]): AsyncGenerator<Text> {
  for (const owner of [null, ...servers]) {
    for (const kind of SINGLES) {
      const text = await state.read(owner, kind)
      if (text !== null) yield { owner, kind, name: '', text }
    }
    for (const kind of COLLECTIONS) {
      for (const { name, since } of await state.list(owner, kind)) {
        const text = await state.read(owner, kind, name)
        if (text !== null) yield { owner, kind, name, text, since: new Date(since) }
      }
    }
  }
}
