import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIMessage,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { openAnswers } from '../../src/answers/live.js'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import type { LiveOptions } from '../../src/archive/worker/live.js'
import type { FetchLimits } from '../../src/articles/fetch/limits.js'
import { type Bot, type BotOptions, type End, startBot } from '../../src/discord/bot/bot.js'
import { Library } from '../../src/discord/moderation/articles/library.js'
import type { BriefTiming } from '../../src/discord/moderation/briefs/briefs.js'
import type { ServerFeedsTiming } from '../../src/discord/moderation/feeds/server-feeds.js'
import { type Actor, type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.js'
import { type MemoryLog, memoryLog } from '../discord/memory-log.js'
import { hasOpenApi, validateRequests } from '../sandbox/openapi.js'
import { FLOOD } from '../support/flood.js'
import { type ArticleFolder, articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'
import { COMMANDS } from './commands-folder.js'

export { COMMANDS }

/** The whole bot at work: the real client in a local Discord, over real articles. */
export interface Desk extends AsyncDisposable {
  readonly sandbox: Sandbox
  readonly archive: LiveArchive
  readonly folder: ArticleFolder
  /** Where servers' own articles and what feeds bring are kept. */
  readonly kept: string
  readonly library: Library
  readonly log: MemoryLog
  /** Tells of new articles where their topics are followed. */
  announce(ids: readonly string[], server: string | null): Promise<boolean>
  /** A plain member in #general. */
  readonly member: Actor
  readonly moderator: Actor
  /** Ends the bot and starts another in its place, which may differ. */
  restart(change?: Partial<BotOptions>): Promise<void>
  /** Why the bot can't go on, once it can't. */
  ended(): Promise<End>
  /** Ends all. @throws Error naming each request that Discord's own description of its API does not allow */
  close(): Promise<void>
}

export interface DeskOptions extends Partial<Omit<BotOptions, 'archive'>> {
  readonly files?: Readonly<Record<string, string>>
  /** How pages are fetched that moderators link to. */
  readonly pages?: Partial<FetchLimits>
  /** How often servers' own feeds are asked. */
  readonly feedTiming?: ServerFeedsTiming
  /** How often, and by which clock, it is looked whether a brief is due. */
  readonly briefTiming?: BriefTiming
  readonly sandbox?: SandboxOptions
  readonly worker?: Pick<LiveOptions, 'entry' | 'hangMs' | 'memoryMb' | 'servers'>
  /** What stands before the archive, to make it slow or have it fail. */
  readonly before?: (archive: LiveArchive) => LiveArchive
}

export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const {
    files = FLOOD,
    pages,
    feedTiming,
    briefTiming,
    sandbox: sandboxOptions,
    before = (archive) => archive,
    worker,
    rest,
    ...botOptions
  } = options
  const folder = await articleFolder(files)
  const log = memoryLog()
  const kept = await mkdtemp(join(tmpdir(), 'kept-'))
  const [sandbox, archive] = await Promise.all([
    startSandbox(sandboxOptions),
    openAnswers({
      folder: folder.path,
      servers: join(kept, 'servers'),
      feeds: join(kept, 'feeds', 'articles'),
      log: log.log,
      ...worker,
    }),
  ])
  const library = new Library({
    state: filesIn(join(kept, 'servers')),
    archive: before(archive),
    log: log.log,
    // What is attached is kept by the sandbox, on this machine.
    files: { ports: [Number(new URL(sandbox.api).port)], allow: (address) => address === '127.0.0.1' },
    ...(pages && { pages }),
    ...(feedTiming && { feeds: feedTiming }),
    ...(briefTiming && { briefs: briefTiming }),
  })
  const start = (change: Partial<BotOptions> = {}): Promise<Bot> =>
    startBot({
      archive: before(archive),
      commandsFolder: COMMANDS,
      log: log.log,
      token: sandbox.token,
      cooldownMs: 0,
      library,
      greets: false,
      rest: { api: sandbox.api, ...rest },
      ...botOptions,
      ...change,
    })
  const closeOthers = async () => {
    await Promise.all([library.close(), archive.close(), sandbox.close(), folder[Symbol.asyncDispose]()])
    await rm(kept, { recursive: true, force: true })
  }
  let bot = await start().catch(async (error) => {
    await closeOthers()
    throw error
  })
  const close = async () => {
    await bot.close()
    await closeOthers()
    const faults = hasOpenApi ? validateRequests(sandbox.requests) : []
    if (faults.length > 0) throw new Error(`Discord would not take:\n${faults.join('\n')}`)
  }
  return {
    sandbox,
    archive,
    folder,
    kept,
    library,
    log,
    announce: (ids, server) => bot.announce(ids, server),
    member: sandbox.as(sandbox.ids.member),
    moderator: sandbox.as(sandbox.ids.moderator),
    async restart(change) {
      await bot.close()
      bot = await start(change)
    },
    ended: () => bot.ended,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Changes a command behind the bot's back, so that what Discord checks for the bot is not checked. */
export async function changeCommand({ sandbox }: Desk, name: string, change: object): Promise<void> {
  const { id } = sandbox.commands().find((command) => command.name === name)!
  const response = await fetch(`${sandbox.api}/v10/applications/${sandbox.applicationId}/commands/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  if (!response.ok) throw new Error(await response.text())
}

/** The archive with some of its methods replaced. Answers are made from those, not in its own thread. */
export function changed(archive: LiveArchive, change: Partial<LiveArchive>): LiveArchive {
  return new Proxy(archive, {
    has: (target, key) => key !== 'answer' && key in target,
    get(target, key) {
      const method = change[key as keyof LiveArchive] ?? target[key as keyof LiveArchive]
      return method.bind(target)
    },
  })
}

/** The archive that answers nothing until it is told to. */
export function held(): { before(archive: LiveArchive): LiveArchive; release(): void } {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return {
    release: () => release(),
    before: (archive) =>
      changed(archive, {
        articles: (...asked) => released.then(() => archive.articles(...asked)),
        article: (...asked) => released.then(() => archive.article(...asked)),
        passages: (...asked) => released.then(() => archive.passages(...asked)),
        events: (...asked) => released.then(() => archive.events(...asked)),
        quotations: (...asked) => released.then(() => archive.quotations(...asked)),
      }),
  }
}

/** With this, whatever is answered at all is answered in one request, and with that, nothing is before it is acknowledged. */
export const AT_ONCE = { soonMs: 60_000 }
export const LATER = { soonMs: 0 }

/** The requests that the bot has made since, as `method route`. */
export function requestsSince({ sandbox }: Desk): () => string[] {
  const before = sandbox.requests.length
  return () => sandbox.requests.slice(before).map(({ method, route }) => `${method} ${route}`)
}

export const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback'
export const EDIT = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original'

export const EPHEMERAL = 64

export const isPrivate = ({ flags }: { flags?: number | undefined }) => ((flags ?? 0) & EPHEMERAL) !== 0

/** The one embed of a message. */
export function embedOf({ embeds }: Pick<APIMessage, 'embeds'>): APIEmbed {
  if (embeds.length !== 1) throw new Error(`${embeds.length} embeds`)
  return embeds[0]!
}

export const textOf = (message: Pick<APIMessage, 'embeds'>): string => embedOf(message).description ?? ''

/** The buttons of a message by their labels. */
export function buttonsOf(message: APIMessage): Map<string, { id: string; disabled: boolean }> {
  const rows = (message.components ?? []) as APIActionRowComponent<APIButtonComponentWithCustomId>[]
  const buttons = rows
    .flatMap(({ components }) => components)
    .filter(({ type }) => type === ComponentType.Button)
  return new Map(
    buttons.map((button) => [
      button.label ?? button.emoji?.name ?? '',
      { id: button.custom_id, disabled: button.disabled ?? false },
    ]),
  )
}

/** The menu of a message. */
export function menuOf(message: APIMessage): APIStringSelectComponent {
  const rows = (message.components ?? []) as APIActionRowComponent<APIStringSelectComponent>[]
  const menu = rows
    .flatMap(({ components }) => components)
    .find(({ type }) => type === ComponentType.StringSelect)
  if (!menu) throw new Error('the message has no menu')
  return menu
}

/** Another plain member of the server, who uses Discord in a language. */
export function stranger({ sandbox }: Pick<Desk, 'sandbox'>, locale = 'en-US'): string {
  const id = sandbox.world.addUser({ username: `stranger-${locale.toLowerCase()}`, locale })
  sandbox.world.addMember(sandbox.ids.guild, id)
  return id
}

/** Everybody who was notified of anything. */
export function pinged({ pings }: Sandbox): string[] {
  return pings.flatMap(({ users, roles, everyone }) => [
    ...users,
    ...roles,
    ...(everyone ? ['everyone'] : []),
  ])
}
