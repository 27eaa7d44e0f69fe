import type { Readable, Writable } from 'node:stream'
import type { Sandbox } from './sandbox.js'

export interface TerminalOptions {
  input: Readable
  output: Writable
  /** Colours and live prompt; by default where `output` is a terminal and NO_COLOR is not set. */
  colour?: boolean
}

/**
 * A prompt to talk to the bot in the sandbox: `/when geneva`, `@bot who said …`, `/as moderator`, `click 1`.
 * Resolves when the input has ended and every line has been answered, or on `/quit`.
 */
export function runTerminal(_sandbox: Sandbox, _options: TerminalOptions): Promise<void> {
  throw new Error('not built yet')
}
