export interface OptionTexts {
  readonly name: string
  readonly description: string
  /** Of a subcommand. */
  readonly options?: Readonly<Record<string, OptionTexts>>
}

export interface CommandTexts {
  readonly name: string
  /** None for a command in the menu of a message. */
  readonly description?: string
  readonly options?: Readonly<Record<string, OptionTexts>>
}

/** By the command's English name. */
export interface CommandCatalogue {
  readonly commands: Readonly<Record<string, CommandTexts>>
  /** The option of every question. */
  readonly private: OptionTexts
}
