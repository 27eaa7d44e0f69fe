/** Which connections to Discord's gateway a process has: https://docs.discord.com/developers/events/gateway#sharding */
import { REST, Routes } from 'discord.js'
import type { APIGatewayBotInfo } from 'discord-api-types/v10'
import { loginError } from './end.js'

export interface Shards {
  /** The numbers of this process's, from zero, ascending. */
  readonly ids: readonly number[]
  /** How many there are in all processes. */
  readonly total: number
  /** Whether there are as many as Discord recommends: at the next start there may be more. */
  readonly recommended?: boolean
}

/** A bot without shards has one. */
export const ONE_SHARD: Shards = { ids: [0], total: 1 }

/** The shard that hears of a server, of so many; of direct messages, null, the first. */
export const shardOf = (server: string | null, total: number): number =>
  server === null ? 0 : Number((BigInt(server) >> 22n) % BigInt(total))

/** Whether the process hears of a server. */
export const hasServer = ({ ids, total }: Shards, server: string): boolean =>
  ids.includes(shardOf(server, total))

/** `0–3, 8`: the numbers of shards, those that follow one another as one. */
export function shardRanges(ids: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const id of ids) {
    const open = ranges.at(-1)
    if (open?.[1] === id - 1) open[1] = id
    else ranges.push([id, id])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/** As `SHARDS` names them; they must follow one another. */
export const shardsSetting = ({ ids, total }: Shards): string => `${ids[0]}-${ids.at(-1)}/${total}`

/**
 * How many shards Discord recommends.
 * @throws StartError when Discord refuses the token or can't be reached
 */
export async function recommendedShards(
  token: string,
  rest: ConstructorParameters<typeof REST>[0] = {},
): Promise<number> {
  try {
    const asked = new REST(rest).setToken(token).get(Routes.gatewayBot())
    return Math.max(1, ((await asked) as APIGatewayBotInfo).shards)
  } catch (error) {
    throw loginError(error)
  }
}

/** Discord says how its gateway is reached a few times a minute, and it changes little. */
const GATEWAY_MS = 10_000

/** How the gateway is reached, asked once for all who want to know it at the time. */
export function gatewayInfo(rest: REST): () => Promise<APIGatewayBotInfo> {
  let known: Promise<APIGatewayBotInfo> | null = null
  let until = 0
  return () => {
    if (known && performance.now() < until) return known
    const asked = rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>
    known = asked
    until = performance.now() + GATEWAY_MS
    asked.catch(() => {
      known = null
    })
    return asked
  }
}

/** All of them, as many as Discord recommends. */
export const allShards = (total: number): Shards => ({
  ids: Array.from({ length: total }, (_, id) => id),
  total,
  recommended: true,
})

/** The parts of a machine's shards that one process each takes, as even as can be. */
export function inProcesses({ ids, ...rest }: Shards, most: number): Shards[] {
  const processes = Math.ceil(ids.length / most)
  return Array.from({ length: processes }, (_, index) => ({
    ...rest,
    ids: ids.slice((index * ids.length) / processes, ((index + 1) * ids.length) / processes),
  }))
}
