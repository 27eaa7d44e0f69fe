import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Sandbox } from '../sandbox.js'
import { completer } from './completer.js'
import { Session } from './session.js'

export interface TerminalOptions {
  input: Readable
  output: Writable
  /** Colours; by default where `output` is a terminal and NO_COLOR is not set. */
  colour?: boolean
}

/**
 * A prompt to talk to the bot in the sandbox: `/when geneva`, `@bot who said …`, `/as moderator`, `click 1`.
 * Where `output` is no terminal (a pipe), each line is shown, asked and answered in order.
 * Resolves when the input has ended and every line has been answered, or on `/quit`.
 */
export async function runTerminal(sandbox: Sandbox, options: TerminalOptions): Promise<void> {
  const { input, output } = options
  const isTerminal =
    (output as { isTTY?: boolean }).isTTY === true && (input as { isTTY?: boolean }).isTTY === true
  const colour = options.colour ?? ((output as { isTTY?: boolean }).isTTY === true && !process.env.NO_COLOR)
  const lines = createInterface({
    input,
    ...(isTerminal && { output, completer: completer(sandbox) }),
    terminal: isTerminal,
    prompt: '› ',
  })
  await new Session(sandbox, lines, output, isTerminal, colour).run()
}
