import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { Config } from '../config.js'
import { inertJson } from './terminal.js'

export type Log = Logger

export interface LogOptions {
  readonly level: Config['logLevel']
  readonly format: Config['logFormat']
  /** Texts that must never be written, such as the bot's token. */
  readonly secrets?: readonly (string | null)[]
  /** Standard error by default. */
  readonly destination?: DestinationStream & { readonly isTTY?: boolean }
}

/** The log of the whole bot: pretty in a terminal, one JSON object a line elsewhere, no secret in either. */
export function makeLog({ level, format, secrets = [], destination = process.stderr }: LogOptions): Log {
  const pretty = format === 'pretty' || (format === 'auto' && destination.isTTY === true)
  const redact = redactor(secrets.filter((secret) => secret !== null))
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      hooks: { streamWrite: redact },
    },
    pretty ? prettyStream(destination) : destination,
  )
}

function prettyStream(destination: NonNullable<LogOptions['destination']>): DestinationStream {
  const colorize = destination.isTTY === true && !process.env.NO_COLOR
  const format = prettyFactory({ colorize, translateTime: 'SYS:HH:MM:ss' })
  return { write: (line) => destination.write(format(inertJson(line))) }
}

const REDACTED = '[redacted]'

/**
 * Interaction and webhook tokens stand in the addresses of requests, and so in the errors that name them;
 * bot tokens are three parts of base64url. Both are looked for in the finished line, wherever they came from.
 */
const INTERACTION_ADDRESS = /((?:webhooks|interactions)\/\d{1,20}\/)[^\s/?"'\\]+/g
const BOT_TOKEN = /\b[\w-]{20,40}\.[\w-]{5,10}\.[\w-]{25,80}/g

function redactor(secrets: readonly string[]): (line: string) => string {
  return (line) =>
    secrets
      .reduce((text, secret) => text.replaceAll(secret, REDACTED), line)
      .replace(INTERACTION_ADDRESS, `$1${REDACTED}`)
      .replace(BOT_TOKEN, REDACTED)
}

/** An error without the body of the request that failed: it holds what people asked and were told. */
function describeError(error: Error): Record<string, unknown> {
  const {
    requestBody: _,
    rawError: __,
    ...rest
  } = stdSerializers.err(error) as unknown as Record<string, unknown>
  return rest
}
