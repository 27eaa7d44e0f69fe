/** What a command is run with. */

/** A file that came with a command, as Discord keeps it. */
export interface GivenFile {
  readonly url: string
  readonly name: string
  readonly type: string | null
}

export interface GivenChannel {
  readonly id: string
  readonly name: string
  /** Whether the bot may write there. */
  readonly writable: boolean
}

export interface GivenRole {
  readonly id: string
  readonly name: string
  /** Whether both the member who gave it and the bot may ping it there. */
  readonly pingable: boolean
}

/** The options that were given, tidied: the first are required by the definition, the others are not. */
export type Given<Required extends string, Optional extends string = never> = Readonly<
  Record<Required, string> & Partial<Record<Optional, string>>
>
