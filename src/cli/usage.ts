/** The command line was used wrongly; the message says how to use it. Exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** Where a verb reads and writes. */
export interface Io {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly errors: NodeJS.WritableStream
  readonly env: NodeJS.ProcessEnv
}

export interface Verb {
  readonly help: string
  /** @returns the exit code: 0 answered or silent, 1 failed */
  run(args: readonly string[], io: Io): Promise<number>
}
