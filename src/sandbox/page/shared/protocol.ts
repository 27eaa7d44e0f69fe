import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIReaction,
  Snowflake,
} from 'discord-api-types/v10'

/** Somebody in the sandbox. */
export interface Person {
  id: Snowflake
  name: string
  username: string
  /** Address of the picture on the page's own server. */
  avatar: string
  bot: boolean
  /** What a visitor can be: "member", "moderator" or "owner"; null for everybody else. */
  part: string | null
}

/** All that one person sees in one place. */
export interface View {
  me: Snowflake
  bot: Snowflake
  /** Whether the bot is connected. */
  online: boolean
  guild: { id: Snowflake; name: string; roles: { id: Snowflake; name: string }[] }
  people: Person[]
  /** Channels, threads, forums and the direct messages with the bot, in the order of the list. */
  channels: APIChannel[]
  place: Snowflake
  /** Oldest first. */
  messages: APIMessage[]
  /** What is offered here to this person. */
  commands: APIApplicationCommand[]
}

/** What the server tells a page that is open, as it happens; only what its person sees. */
export type Notice =
  | { kind: 'message' | 'edit'; message: APIMessage }
  | { kind: 'delete'; id: Snowflake; channelId: Snowflake }
  | { kind: 'reactions'; id: Snowflake; channelId: Snowflake; reactions: APIReaction[] }
  | { kind: 'typing'; channelId: Snowflake; userId: Snowflake }
  /** Commands, channels or the bot's connection are no longer what they were: ask again. */
  | { kind: 'changed' }

/** What came of a action. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'choices'; choices: APIApplicationCommandOptionChoice[] }
  /** The bot opened a dialogue; `exchange` is named when it is sent. */
  | { kind: 'modal'; exchange: string; modal: APIModalInteractionResponseCallbackData }
  | { kind: 'refused'; why: string }
