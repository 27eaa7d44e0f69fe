import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js'
import { afterEach } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.js'

const open: { sandbox: Sandbox; clients: Client[] }[] = []

afterEach(async () => {
  for (const { sandbox, clients } of open.splice(0)) {
    for (const client of clients) await client.destroy()
    await sandbox.close()
  }
})

/** A sandbox that ends with the test. */
export async function sandboxed(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  open.push({ sandbox, clients: [] })
  return sandbox
}

export const PLAIN = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.GuildMessageTyping,
  GatewayIntentBits.DirectMessages,
]

/** A discord.js client pointed at the sandbox, not logged in; it ends with the test. */
export function newClient(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options
  const client = new Client({ intents: PLAIN, ...others, rest: { api: sandbox.api, ...rest } })
  client.on(Events.Error, () => {})
  open.find((entry) => entry.sandbox === sandbox)?.clients.push(client)
  return client
}

/** The same, logged in and ready. */
export async function loggedIn(
  sandbox: Sandbox,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = newClient(sandbox, options)
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(sandbox.token)
  return ready
}

/** A bot with these commands that answers every interaction with `answer`. */
export async function botWith(
  sandbox: Sandbox,
  commands: Parameters<NonNullable<Client<true>['application']>['commands']['set']>[0],
  answer: (interaction: Interaction) => unknown,
): Promise<Client<true>> {
  const client = await loggedIn(sandbox)
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction))
  await client.application.commands.set(commands)
  return client
}

/** A promise that the test settles. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let release = () => {}
  const opened = new Promise<void>((resolve) => {
    release = resolve
  })
  return { opened, open: () => release() }
}

/** The JSON error code of a refused request. */
export const codeOf = (request: Promise<unknown>): Promise<number | string> =>
  request.then(
    () => 'not refused',
    (error: { code?: number }) => error.code ?? String(error),
  )
