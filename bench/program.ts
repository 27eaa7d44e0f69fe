export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Runs a program of the bench to its end; one that can't go on says why in a line. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  await main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  })
}
