import type { LogEntry, State } from '../../state/index.js'

export type ArticleAction = 'add' | 'edit' | 'remove' | 'restore' | 'forget' | 'keep' | 'delete'
/** What is set, and the feeds that are begun and stopped. */
export type SettingAction = 'set' | 'reset' | 'feed' | 'unfeed'
export type AuditAction = ArticleAction | SettingAction

/** One line of the record: who did what to which article or setting, and when. */
export interface AuditEntry extends LogEntry {
  /** The id of the member; null for the bot itself. */
  readonly by: string | null
  readonly server: string
  readonly action: AuditAction
  /** The name of its file; null where the action is of a whole server. */
  readonly article: string | null
  /** Which setting, or which feed's site. */
  readonly what?: string
}

export const isAuditEntry = (entry: LogEntry): entry is AuditEntry => typeof entry.server === 'string'

/** The record of what was done to servers’ articles and settings. */
export class AuditLog {
  readonly #state: Pick<State, 'entries'>

  constructor(state: Pick<State, 'entries'>) {
    this.#state = state
  }

  /** The entries since a time, of one server or all, the newest first. Only as much is read as is needed. */
  async *since(time: Date, server?: string): AsyncGenerator<AuditEntry> {
    const filter = { since: time.toISOString(), ...(server !== undefined && { server }) }
    for await (const entry of this.#state.entries('audit', filter)) if (isAuditEntry(entry)) yield entry
  }
}
