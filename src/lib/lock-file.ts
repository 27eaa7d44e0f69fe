/** One bot to a folder: two would write over each other's articles and answer everything twice. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const FILE = 'bot.lock'
/** The owner says so often that it is alive; one on another machine that was silent for so long is not. */
const BEAT_MS = 10_000
const SILENT_MS = 60_000
/** Tries, where locks of bots that are gone are in the way. */
const MOST_TRIES = 3

interface Owner {
  readonly pid: number
  readonly host: string
  /** When the process began, as the system counts it; null where that can't be known. A pid is given anew in time. */
  readonly began: string | null
  readonly since: string
  readonly key: string
}

/** Another bot is at work in the folder. */
export class Locked extends Error {
  override readonly name = 'Locked'
}

/**
 * Takes a folder for this process, until it is given back or the process ends.
 * @returns what gives it back
 * @throws Locked when another process has it, and names that one
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, FILE)
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    began: beginOf(process.pid),
    since: new Date().toISOString(),
    key: randomUUID(),
  }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (!(await create(path, owner))) {
      const other = await ownerOf(path)
      if (other && (await isAlive(other, path))) throw new Locked(refusal(folder, other))
      await rm(path, { force: true })
      continue
    }
    const beating = setInterval(() => void beat(path), BEAT_MS).unref()
    return async () => {
      clearInterval(beating)
      if ((await ownerOf(path))?.key === owner.key) await rm(path, { force: true })
    }
  }
  throw new Locked(`The lock ${path} can’t be taken. Remove it if no bot runs there.`)
}

const refusal = (folder: string, { pid, host, since }: Owner) =>
  `Another bot has the folder ${folder} (process ${pid} on ${host}, since ${since}). Stop it first, or start this one in another folder.`

async function create(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(JSON.stringify(owner)).finally(() => file.close())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    await rm(path, { force: true })
    throw error
  }
  return (await ownerOf(path))?.key === owner.key
}

/** Null where there is none, or what a full disk has left of it. */
async function ownerOf(path: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8'))
    return Number.isInteger(owner?.pid) && owner.pid > 0 ? owner : null
  } catch {
    return null
  }
}

async function isAlive({ pid, host, began }: Owner, path: string): Promise<boolean> {
  if (host !== hostname()) {
    const beaten = await stat(path).catch(() => null)
    return beaten !== null && Date.now() - beaten.mtimeMs < SILENT_MS
  }
  // In a container each bot may have the number that the last one had.
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return began === null || beginOf(pid) === began
}

/** The start of a process in ticks since the machine's, from `/proc/PID/stat` (proc(5), field 22). */
function beginOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name in brackets, which may hold spaces and brackets.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

async function beat(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => {})
}
