import type { ServerResponse } from 'node:http'
import type { Snowflake } from 'discord-api-types/v10'
import type { Sandbox } from '../sandbox.js'
import type { Notice } from './shared/protocol.js'

/** Milliseconds between signs of life: a browser takes a silent connection for a broken one. */
const ALIVE_EVERY = 20_000

/** Tells one open page, as server-sent events, what this person sees happen; until the connection ends. */
export function listen(sandbox: Sandbox, me: Snowflake, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const tell = (notice: Notice) => response.write(`data: ${JSON.stringify(notice)}\n\n`)
  const show = (kind: 'message' | 'edit', id: Snowflake) => {
    const message = sandbox.message(id, me)
    if (message) tell({ kind, message })
  }
  const changed = () => tell({ kind: 'changed' })
  const stops = [
    sandbox.on('message', ({ id }) => show('message', id)),
    sandbox.on('edit', ({ id }) => show('edit', id)),
    sandbox.on('delete', ({ id, channelId }) => tell({ kind: 'delete', id, channelId })),
    sandbox.on('reaction', ({ messageId: id, channelId }) => {
      const message = sandbox.message(id, me)
      if (message) tell({ kind: 'reactions', id, channelId, reactions: message.reactions ?? [] })
    }),
    sandbox.on('typing', ({ channelId, userId }) => {
      if (userId !== me) tell({ kind: 'typing', channelId, userId })
    }),
    sandbox.on('thread', changed),
    sandbox.on('commands', changed),
    sandbox.on('ready', changed),
    sandbox.on('resumed', changed),
    sandbox.on('disconnected', changed),
  ]
  const alive = setInterval(() => response.write(': alive\n\n'), ALIVE_EVERY).unref()
  response.write(': open\n\n')
  response.on('close', () => {
    clearInterval(alive)
    for (const stop of stops) stop()
  })
}
