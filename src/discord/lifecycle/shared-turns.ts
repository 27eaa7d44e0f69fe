import type { Database } from '../../lib/postgres/database.js'
import { type ReserveTurn, TURN_MS } from './identify-turns.js'

/** Nobody waits longer, such as after the database's clock was set back. */
const LONGEST_WAIT_MS = 10 * 60_000

/** Turns of all processes that share a database, by its clock. One that ends before its turn leaves that empty. */
export function turnsIn(database: Pick<Database, 'query'>): ReserveTurn {
  return async (group) => {
    const { rows } = await database.query<{ wait: number }>(
      `INSERT INTO identify_turns AS last (turn_group, at) VALUES ($1, clock_timestamp())
       ON CONFLICT (turn_group) DO UPDATE SET at = greatest(
         clock_timestamp(),
         least(last.at, clock_timestamp() + $3 * interval '1 ms') + $2 * interval '1 ms')
       RETURNING (extract(epoch FROM at - clock_timestamp()) * 1000)::float8 AS wait`,
      [group, TURN_MS, LONGEST_WAIT_MS],
    )
    return Math.max(0, rows[0]!.wait)
  }
}
