/** What one process does for all, from when it has the duty until it has it no more. */
export interface Work {
  /** What throws is logged by whoever calls it, and counts as begun. */
  begin(): Promise<void> | void
  end(): Promise<void>
}

/** What one of all processes has at a time: to ask feeds, to tell of what they bring, and to post briefs. */
export interface Duty {
  /** Whether this process has it, as far as it can know without asking. */
  readonly isHeld: boolean
  /** @returns ends it, and does it no more */
  during(work: Work): Promise<() => Promise<void>>
  /** Gives it to whoever waits for it. */
  close(): Promise<void>
}

/** The duty of the only process there is. */
export class SoleDuty implements Duty {
  readonly isHeld = true

  async during(work: Work): Promise<() => Promise<void>> {
    await work.begin()
    return () => work.end()
  }

  async close(): Promise<void> {}
}
