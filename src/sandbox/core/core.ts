import type {
  APIGatewayBotInfo,
  GatewayDispatchEvents,
  GatewayDispatchPayload,
  Snowflake,
} from 'discord-api-types/v10'
import type { World } from '../world/world.js'
import type { Clock } from './clock.js'
import type { EventHub } from './events.js'

export type DispatchData<E extends GatewayDispatchEvents> = Extract<GatewayDispatchPayload, { t: E }>['d']

/** Whom an event concerns; it decides which intents and shards it needs and whether the bot may see it. */
export interface Concern {
  /** Null for direct messages. */
  guildId: Snowflake | null
  /** Set where the event is only for those who see the channel. */
  channelId?: Snowflake
  /** It is about the bot itself, which needs no intent for that. */
  own?: boolean
}

/** Sends one event to the bot's gateway sessions. `data` is made for each, by whether it may read message content. */
export type Dispatch = <E extends GatewayDispatchEvents>(
  event: E,
  concern: Concern,
  data: (readsContent: boolean) => DispatchData<E>,
) => void

/** Who would have been notified of a message. */
export interface Ping {
  messageId: Snowflake
  channelId: Snowflake
  authorId: Snowflake
  /** Everybody notified, by name, by role, by reply or by @everyone; never the author. */
  users: Snowflake[]
  roles: Snowflake[]
  everyone: boolean
}

/** What the parts of the sandbox share. */
export interface Core {
  readonly clock: Clock
  readonly world: World
  readonly hub: EventHub
  readonly pings: Ping[]
  /** `http://127.0.0.1:PORT`; known once the server listens. */
  readonly origin: string
  readonly privilegedIntents: number
  nextId(): Snowflake
  /** An id of a later moment than all before it: a guild's decides of which shard it is. */
  nextGuildId(): Snowflake
  /** What a bot is told that asks how to connect. */
  gatewayLimits(): Pick<APIGatewayBotInfo, 'shards' | 'session_start_limit'>
  dispatch: Dispatch
}

/** The sandbox's time as Discord writes it. */
export const timestamp = (core: Core): string => new Date(core.clock.now()).toISOString()
