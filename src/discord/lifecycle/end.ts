/** Why the bot ends or can't start, in words for whoever runs it. */
import { DiscordAPIError, GatewayCloseCodes } from 'discord.js'

/** Why the bot ends by itself. */
export interface End {
  readonly reason: string
  /** Whether another start may help: nothing is wrong that a person has to put right. */
  readonly temporary: boolean
}

/** The bot can't start as things are; the message says why and what to do. */
export class StartError extends Error implements End {
  override readonly name = 'StartError'
  readonly temporary: boolean

  constructor(message: string, { temporary = false } = {}) {
    super(message)
    this.temporary = temporary
  }

  get reason(): string {
    return this.message
  }
}

/** discord.js looks how many sessions may still be begun before it begins any. */
const NO_SESSIONS = /^Not enough sessions remaining .*; resets at (\S+)$/

export function loginError(error: unknown): StartError {
  if (error instanceof StartError) return error
  const { code, message = '' } = error as { code?: unknown; message?: string }
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return new StartError(
      'Discord refused the token. Check DISCORD_TOKEN, or reset the token on the Bot page of https://discord.com/developers/applications and copy the new one.',
    )
  }
  const resetsAt = NO_SESSIONS.exec(message)?.[1]
  if (resetsAt) {
    return new StartError(
      `The bot has logged in as often as Discord allows in a day. Start it again after ${resetsAt}, and look in the log why it had to so often.`,
      { temporary: true },
    )
  }
  return new StartError(
    `Discord could not be reached (${typeof code === 'string' ? code : message}). Check the network of this machine and start again.`,
    { temporary: true },
  )
}

/** What a close code means after which discord.js does not connect again. @param recommended see `Shards` */
export function closedForGood(code: number, recommended = false): End {
  const closed = `Discord closed the connection for good (${code}).`
  if (code === GatewayCloseCodes.ShardingRequired) {
    return recommended
      ? { reason: `${closed} The bot is in so many servers that it needs more shards.`, temporary: true }
      : {
          reason: `${closed} The bot is in more servers than its shards may have: set SHARDS=auto, or more shards in all, the number after the slash, on every machine.`,
          temporary: false,
        }
  }
  if (code === GatewayCloseCodes.InvalidShard) {
    return {
      reason: `${closed} It does not take so many shards: set SHARDS=auto, or a multiple of what Discord recommends after the slash.`,
      temporary: recommended,
    }
  }
  return { reason: closed, temporary: false }
}
