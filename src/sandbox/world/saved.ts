import { deserialize, serialize } from 'node:v8'
import { MessageFlags, type Snowflake } from 'discord-api-types/v10'
import type { Channel, Guild, StoredFile, StoredMessage, User, World } from './world.js'
import type { SeededIds } from './world-editor.js'

/** What is the same in a sandbox that is started again: places, people and what was said. */
export interface SavedWorld {
  readonly version: typeof VERSION
  readonly token: string
  /** Where attachments were served. */
  readonly origin: string
  readonly ids: SeededIds
  readonly users: Map<Snowflake, User>
  readonly guilds: Map<Snowflake, Guild>
  readonly channels: Map<Snowflake, Channel>
  readonly messages: readonly StoredMessage[]
  readonly files: Map<Snowflake, StoredFile>
}

/** Another one is not read: whoever updates begins with a new world. */
const VERSION = 1

/** Bytes for a file. What only one member sees, and what still waits for an answer, is over when the sandbox ends. */
export function saveWorld(world: World, facts: Pick<SavedWorld, 'token' | 'origin' | 'ids'>): Buffer {
  const { users, guilds, channels, files } = world
  const lasting = ({ message, onlyFor }: StoredMessage) =>
    onlyFor === null && ((message.flags ?? 0) & MessageFlags.Loading) === 0
  const messages = [...world.messages.values()].flatMap((own) => [...own.values()].filter(lasting))
  return serialize({
    version: VERSION,
    ...facts,
    users,
    guilds,
    channels,
    messages,
    files,
  } satisfies SavedWorld)
}

/** Null for what `saveWorld` of this version did not write. */
export function readWorld(bytes: Uint8Array): SavedWorld | null {
  try {
    const saved = deserialize(bytes) as SavedWorld
    return saved.version === VERSION ? saved : null
  } catch {
    return null
  }
}

/** Fills an empty world. @param origin where attachments are served now */
export function restoreWorld(world: World, saved: SavedWorld, origin: string): SeededIds {
  for (const kind of ['users', 'guilds', 'channels', 'files'] as const) {
    for (const [id, one] of saved[kind]) (world[kind] as Map<Snowflake, unknown>).set(id, one)
  }
  for (const stored of saved.messages) {
    const message = JSON.parse(JSON.stringify(stored.message).replaceAll(saved.origin, origin))
    world.keepMessage({ ...stored, message })
  }
  return saved.ids
}
