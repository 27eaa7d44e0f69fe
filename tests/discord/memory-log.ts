import { type Log, type LogOptions, makeLog } from '../../src/lib/log.js'

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

export type Line = Record<string, unknown>

export function memoryLog(options: Partial<LogOptions> = {}): MemoryLog {
  const written = lineLog()
  const destination = {
    write(line: string) {
      written.add(line)
      return true
    },
  }
  return { log: makeLog({ level: 'debug', format: 'json', destination, ...options }), ...written }
}

/** Lines of a log as they come. */
export function lineLog(): Omit<MemoryLog, 'log'> & { add(line: string): void } {
  const written: string[] = []
  const listeners = new Set<() => void>()
  const lines = (): Line[] => written.map((line) => JSON.parse(line))
  return {
    add(line) {
      written.push(line)
      for (const listener of [...listeners]) listener()
    },
    text: () => written.join(''),
    lines,
    until(holds, timeoutMs = 60_000) {
      return new Promise((resolve, reject) => {
        let looked = 0
        const stop = () => {
          clearTimeout(timer)
          listeners.delete(look)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`no such line was logged within ${timeoutMs} ms; the log is\n${written.join('')}`))
        }, timeoutMs).unref()
        const look = () => {
          for (; looked < written.length; looked++) {
            const line = JSON.parse(written[looked]!) as Line
            if (!holds(line)) continue
            stop()
            resolve(line)
            return
          }
        }
        listeners.add(look)
        look()
      })
    },
  }
}
