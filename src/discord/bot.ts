import { readFileSync } from 'node:fs'
import { type Client, type ClientOptions, DiscordAPIError, Events, RESTJSONErrorCodes } from 'discord.js'
import type { LiveArchive } from '../archive/archive.js'
import type { Log } from '../log.js'
import { boundedMap } from './bounded.js'
import { makeAgent, makeClient } from './client.js'
import { makeCooldown } from './cooldown.js'
import type { Desk } from './desk.js'
import { makeDispatcher } from './dispatcher.js'
import type { Feedback } from './feedback.js'
import { type Commands, loadCommands } from './loader.js'
import { makeOwnAnswers } from './own-answers.js'
import { type Registration, register } from './registration.js'
import { makeWorkload } from './workload.js'

export interface BotOptions {
  readonly token: string
  readonly archive: LiveArchive
  /** The folder of the compiled commands. */
  readonly commandsFolder: string
  readonly log: Log
  /** Where the commands are registered; everywhere by default. */
  readonly guildId?: string | null
  /** How long somebody waits for an answer before being told that it takes too long. Default 20 s. */
  readonly answerTimeoutMs?: number
  /** How long until a member who asks many questions at once may ask another; 0: nobody waits. Default 4 s. */
  readonly cooldownMs?: number
  /** Where questions asked in vain and ratings are kept; null, the default: nowhere. */
  readonly feedback?: Feedback | null
  /** How Discord's API is reached. */
  readonly rest?: ClientOptions['rest']
}

export interface Bot {
  /** Resolves with the reason when Discord ends the session for good. */
  readonly ended: Promise<string>
  /** Takes no more requests, finishes those under way (for at most 5 seconds), and logs out. */
  close(): Promise<void>
}

/** The bot can't start as things are; the message says why and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const READY_MS = 45_000
const FINISH_MS = 5000

/**
 * Logs in, registers the commands where they differ, and answers from then on.
 * @throws CommandError when a file of the folder is not a valid command
 * @throws StartError when Discord refuses the token or can't be reached, or a permission is missing
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, log, guildId = null, rest } = options
  const commands = await loadCommands(options.commandsFolder)
  const agent = makeAgent()
  const client = makeClient({ agent, ...rest })
  const dispatcher = makeDispatcher(deskOf(options, commands))
  const heard = [
    [Events.InteractionCreate, dispatcher.interaction],
    [Events.MessageCreate, dispatcher.message],
    [Events.MessageUpdate, dispatcher.edit],
    [Events.MessageDelete, dispatcher.delete],
  ] as const
  for (const [event, listener] of heard) client.on(event as string, listener as () => void)
  watch(client, log)
  const ended = endOf(client)
  try {
    const ready = await logIn(client, token)
    log.info({ user: ready.user.tag, guilds: ready.guilds.cache.size }, 'logged in')
    report(await registerAll(ready, commands, guildId), log)
  } catch (error) {
    await client.destroy()
    await agent.destroy()
    throw error
  }
  return {
    ended,
    async close() {
      for (const [event, listener] of heard) client.off(event as string, listener as () => void)
      await dispatcher.idle(FINISH_MS)
      await options.feedback?.idle()
      // Closing on purpose is reported like a connection that is lost.
      client.removeAllListeners(Events.ShardReconnecting)
      await client.destroy()
      await agent.destroy()
    },
  }
}

function deskOf(options: BotOptions, commands: Commands): Desk {
  const { archive, log, answerTimeoutMs = 20_000, cooldownMs = 4000, feedback = null } = options
  return {
    commands,
    archive,
    log,
    feedback,
    patienceMs: answerTimeoutMs,
    cooldown: makeCooldown(cooldownMs),
    service: { version: VERSION, startedAt: new Date() },
    workload: makeWorkload(),
    answers: makeOwnAnswers(),
    complained: boundedMap(COMPLAINTS),
  }
}

/** Complaints that are remembered so as not to be repeated. */
const COMPLAINTS = 2000

/** The version of the program, from its package file. */
const VERSION: string = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
).version

function endOf(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve(`Discord closed the connection for good (${code}).`),
    )
    client.once(Events.Invalidated, () => resolve('Discord ended the session for good.'))
  })
}

async function logIn(client: Client, token: string): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StartError(TOO_LATE)), READY_MS)
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  const login = client.login(token).then(
    () => ready,
    (error: unknown) => Promise.reject(loginError(error)),
  )
  return Promise.race([login, late]).finally(() => clearTimeout(timer))
}

const TOO_LATE =
  'Discord did not let the bot in within 45 seconds. Look at https://discordstatus.com and start again.'

function loginError(error: unknown): StartError {
  const { code, message } = error as { code?: unknown; message?: string }
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return new StartError(
      'Discord refused the token. Check DISCORD_TOKEN, or reset the token on the Bot page of https://discord.com/developers/applications and copy the new one.',
    )
  }
  return new StartError(
    `Discord could not be reached (${typeof code === 'string' ? code : message}). Check the network of this machine and start again.`,
  )
}

async function registerAll(client: Client<true>, commands: Commands, guildId: string | null) {
  const guilds = [...client.guilds.cache.keys()]
  try {
    return await register(client.rest, client.application.id, commands, { guildId }, guilds)
  } catch (error) {
    throw registrationError(error, guildId)
  }
}

function registrationError(error: unknown, guildId: string | null): unknown {
  if (!(error instanceof DiscordAPIError)) return error
  const noAccess =
    error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild
  return new StartError(
    noAccess && guildId
      ? `The bot may not have commands in the server ${guildId}. Invite it there with the scopes "bot" and "applications.commands", or correct DISCORD_GUILD_ID.`
      : `Discord refused the commands: ${error.message}`,
  )
}

function report({ written, unchanged, failed }: Registration, log: Log): void {
  const name = ({ guildId }: { guildId: string | null }) => guildId ?? 'global'
  log.info({ written: written.map(name), unchanged: unchanged.length }, 'commands registered')
  for (const { place, error } of failed) {
    log.warn({ place: name(place), reason: (error as Error).message }, 'old commands could not be removed')
  }
}

function watch(client: Client, log: Log): void {
  client.on(Events.Error, (err) => log.error({ err }, 'client error'))
  client.on(Events.Warn, (warning) => log.warn(warning))
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'))
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'connection lost, reconnecting'))
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'connection resumed'))
}
