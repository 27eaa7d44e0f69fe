import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { z } from 'zod'

/** Everything an operator can set. `.env.example` says what each is for. */
export interface Config {
  /** Null: there is no Discord to log in to, so a local one is started. */
  readonly token: string | null
  /** The PostgreSQL that several processes share; null: one process keeps all in its folder. */
  readonly databaseUrl: string | null
  /** A replica that may lag by moments, for what is only read; null: none. */
  readonly databaseReadUrl: string | null
  /** Which connections to Discord this machine has: as many as Discord recommends, or its part of all. */
  readonly shards: 'auto' | { readonly ids: readonly number[]; readonly total: number }
  /** Where commands are registered; null is everywhere. */
  readonly guildId: string | null
  readonly articlesDir: string
  /** By default `info`, or `warn` where the log shares the terminal with the local Discord's prompt. */
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** `auto` is pretty in a terminal and JSON elsewhere. */
  readonly logFormat: (typeof LOG_FORMATS)[number]
  /** How long a member waits for an answer before being told that it took too long. */
  readonly answerTimeoutMs: number
  /** How long the bot goes on without a sign of life from Discord before it ends. */
  readonly giveUpMs: number
  /** How long until a member who asks many questions at once may ask another; 0: nobody waits. */
  readonly cooldownMs: number
  /** Whether the folder of articles is watched, and read again when it changes. */
  readonly watchArticles: boolean
  /** The port of this machine alone at which the bot tells how it is doing; null is nowhere. */
  readonly healthPort: number | null
  /** Whether questions asked in vain and ratings are kept. */
  readonly keepFeedback: boolean
  /** Addresses of feeds whose articles are for everybody. */
  readonly feeds: readonly string[]
  /** The port of this machine alone at which the page of the local Discord is. */
  readonly sandboxPort: number
  /** Discord's API, or a proxy of it; null is Discord's own. */
  readonly apiUrl: string | null
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const LOG_FORMATS = ['auto', 'pretty', 'json'] as const

/** One line for each setting that can't be used: its name, what is wrong, what to do. Never a value that may be secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const oneOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `is not one of ${values.join(', ')}; choose one of them` })

const wholeSeconds = (least: number, most: number) =>
  z.coerce
    .number({ error: `is not a number; give a whole number of seconds from ${least} to ${most}` })
    .refine((seconds) => Number.isInteger(seconds) && seconds >= least && seconds <= most, {
      error: `is out of range; give a whole number of seconds from ${least} to ${most}`,
    })

const PORT = 'is not a port; give a whole number from 1 to 65535, or leave it empty'

const port = z.coerce
  .number({ error: PORT })
  .refine((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, { error: PORT })

const NO_SHARDS =
  'is neither "auto" nor this machine’s shards of all, such as 0-15/64 (the first 16 of 64) or 3/8; give one of the two'
/** More than the largest bots have. */
const MOST_SHARDS = 16_384

const shards = z
  .string()
  .regex(/^(?:auto|\d{1,5}(?:-\d{1,5})?\/\d{1,5})$/i, { error: NO_SHARDS })
  .transform((text, context) => {
    if (text.toLowerCase() === 'auto') return 'auto' as const
    const [first = 0, last = first, total = 0] = partOf(text)
    if (first > last || last >= total || total > MOST_SHARDS) {
      const there =
        total === 0 || total > MOST_SHARDS
          ? `there may be 1 to ${MOST_SHARDS} shards`
          : `of ${total} shards the first is 0 and the last ${total - 1}`
      context.addIssue(`names shards that are not there: ${there}; correct the numbers`)
      return z.NEVER
    }
    return { ids: Array.from({ length: last - first + 1 }, (_, index) => first + index), total }
  })

/** `3/8` is `3-3/8`. */
function partOf(text: string): readonly number[] {
  const [range = '', total] = text.split('/')
  const [first, last = first] = range.split('-')
  return [first, last, total].map(Number)
}

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]+$/, {
      error:
        'is not a bot token; copy the token alone, without "Bot", quotes or spaces, from the Bot page of https://discord.com/developers/applications',
    })
    .nullable()
    .default(null),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, {
      error:
        'is not a server id, which is 17 to 20 digits; right-click the server with developer mode on and choose "Copy Server ID"',
    })
    .nullable()
    .default(null),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: 'is not the address of a PostgreSQL database, such as postgres://user:password@host:5432/name',
    })
    .nullable()
    .default(null),
  DATABASE_READ_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error:
        'is not the address of a replica of the database, such as postgres://user:password@host:5432/name',
    })
    .nullable()
    .default(null),
  SHARDS: shards.default('auto'),
  DISCORD_API_URL: z
    .url({
      protocol: /^https?$/,
      error: 'is not an http or https address; leave it empty for Discord itself',
    })
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .nullable()
    .default(null),
  ARTICLES_DIR: z.string().default('data/articles'),
  LOG_LEVEL: oneOf(LOG_LEVELS).optional(),
  LOG_FORMAT: oneOf(LOG_FORMATS).default('auto'),
  ANSWER_TIMEOUT_SECONDS: wholeSeconds(1, 600).default(20),
  COOLDOWN_SECONDS: wholeSeconds(0, 600).default(4),
  GIVE_UP_SECONDS: wholeSeconds(1, 86_400).default(600),
  KEEP_FEEDBACK: oneOf(['on', 'off']).default('on'),
  FEEDS: z
    .string()
    .transform((list) => [
      ...new Set(
        list
          .split(',')
          .map((url) => url.trim())
          .filter(Boolean),
      ),
    ])
    .refine((urls) => urls.every(isWebAddress), {
      error: 'holds what is no http or https address; give addresses of feeds with commas between them',
    })
    .default([]),
  WATCH_ARTICLES: oneOf(['on', 'off']).default('off'),
  HEALTH_PORT: port.nullable().default(null),
  SANDBOX_PORT: port.default(4664),
})

const isWebAddress = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/**
 * Reads the settings. Empty ones count as not set.
 * @throws ConfigError naming every setting that can't be used
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value),
  )
  const result = settings.safeParse(given)
  if (!result.success) {
    throw new ConfigError(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`))
  }
  const { data } = result
  return {
    token: data.DISCORD_TOKEN,
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_URL === null ? null : data.DATABASE_READ_URL,
    shards: data.SHARDS,
    guildId: data.DISCORD_GUILD_ID,
    articlesDir: data.ARTICLES_DIR,
    logLevel: data.LOG_LEVEL ?? (data.DISCORD_TOKEN === null ? 'warn' : 'info'),
    logFormat: data.LOG_FORMAT,
    answerTimeoutMs: data.ANSWER_TIMEOUT_SECONDS * 1000,
    giveUpMs: data.GIVE_UP_SECONDS * 1000,
    cooldownMs: data.COOLDOWN_SECONDS * 1000,
    watchArticles: data.WATCH_ARTICLES === 'on',
    healthPort: data.HEALTH_PORT,
    sandboxPort: data.SANDBOX_PORT,
    keepFeedback: data.KEEP_FEEDBACK === 'on',
    feeds: data.FEEDS,
    apiUrl: data.DISCORD_API_URL,
  }
}

/**
 * The settings of a `.env` file, if there is one, under those of the process, which win.
 * @throws ConfigError when the file is there but can't be read
 */
export function readEnvironment(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return { ...parse(readIfThere(file)), ...environment }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return ''
    throw new ConfigError([`${file} can't be read (${code}); make it a readable text file or remove it.`])
  }
}
