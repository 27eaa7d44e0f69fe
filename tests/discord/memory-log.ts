import { type Log, type LogOptions, makeLog } from '../../src/log.js'

/** A log that is kept in memory. */
export interface MemoryLog {
  readonly log: Log
  /** All that was written. */
  text(): string
  /** What was written as objects, oldest first; for the JSON format. */
  lines(): Record<string, unknown>[]
}

export function memoryLog(options: Partial<LogOptions> = {}): MemoryLog {
  const written: string[] = []
  const destination = {
    write(line: string) {
      written.push(line)
      return true
    },
  }
  return {
    log: makeLog({ level: 'debug', format: 'json', destination, ...options }),
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line)),
  }
}
