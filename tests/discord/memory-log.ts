import { type Log, type LogOptions, makeLog } from '../../src/log.js'

/** A log that is kept in memory. */
export interface MemoryLog {
  readonly log: Log
  /** All that was written. */
  text(): string
  /** What was written as objects, oldest first; for the JSON format. */
  lines(): Line[]
  /** The first line for which this holds, written already or to come. Rejects when none comes within `timeoutMs` (20,000). */
  until(holds: (line: Line) => boolean, timeoutMs?: number): Promise<Line>
}

type Line = Record<string, unknown>

export function memoryLog(options: Partial<LogOptions> = {}): MemoryLog {
  const written: string[] = []
  const listeners = new Set<() => void>()
  const destination = {
    write(line: string) {
      written.push(line)
      for (const listener of [...listeners]) listener()
      return true
    },
  }
  const lines = (): Line[] => written.map((line) => JSON.parse(line))
  return {
    log: makeLog({ level: 'debug', format: 'json', destination, ...options }),
    text: () => written.join(''),
    lines,
    until(holds, timeoutMs = 20_000) {
      return new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer)
          listeners.delete(look)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`no such line was logged within ${timeoutMs} ms; the log is\n${written.join('')}`))
        }, timeoutMs).unref()
        const look = () => {
          const found = lines().find(holds)
          if (!found) return
          stop()
          resolve(found)
        }
        listeners.add(look)
        look()
      })
    },
  }
}
