/** All that answering takes, in one hand. */

import type { LiveArchive, Scope } from '../../archive/contract/archive.js'
import type { FeedStatus } from '../../articles/feeds/index.js'
import type { Words } from '../../i18n/words.js'
import type { Log } from '../../lib/log.js'
import type { DiscordClock } from '../gateway/discord-clock.js'
import type { OwnAnswers } from '../gateway/own-answers.js'
import type { Cooldown } from '../lifecycle/cooldown.js'
import type { Meter } from '../lifecycle/meter.js'
import type { Workload } from '../lifecycle/scheduler.js'
import type { Library } from '../moderation/articles/library.js'
import type { Feedback } from '../moderation/feedback.js'
import type { Reports } from '../moderation/reloads.js'
import type { Announce, Post, Service } from './command.js'
import type { Commands } from './loader.js'

export interface Services {
  readonly commands: Commands
  readonly archive: LiveArchive
  readonly log: Log
  /** How long somebody waits for an answer before being told that it takes too long. */
  readonly patienceMs: number
  /** How long somebody waits for an answer before being told that it is on its way. */
  readonly soonMs: number
  readonly cooldown: Cooldown
  /** How soon a server's moderators may have something done again that all servers pay for, such as a reload. */
  readonly actions: Cooldown
  readonly discordClock: DiscordClock
  /** Null where none is kept. */
  readonly feedback: Feedback | null
  /** Null where no articles can be added. */
  readonly library: Library | null
  /** How the feeds are doing; null where there are none. */
  readonly feeds: (() => Promise<readonly FeedStatus[]>) | null
  readonly post: Post
  readonly announce: Announce
  readonly service: Service
  readonly workload: Workload
  readonly answers: OwnAnswers
  readonly reports: Reports
  readonly meter: Meter
  /** Channels of which it was logged that a permission lacks there, by what was logged. */
  readonly complained: Map<string, true>
}

/** Who asks, and who will see the answer. */
export interface Asker {
  readonly scope: Scope
  readonly words: Words
  /** The id of whoever asked. */
  readonly asker: string
  /** Whether only they see the answer. */
  readonly quiet: boolean
  /** Whether a private answer can be shared. */
  readonly shareable: boolean
  /** The message in which it was asked for all to see, where it was. */
  readonly message?: { readonly channel: string; readonly message: string }
}
