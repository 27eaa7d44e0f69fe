import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { clearLine, cursorTo, type Interface } from 'node:readline'
import type { Writable } from 'node:stream'
import {
  type APIApplicationCommandOption,
  type APIMessage,
  ComponentType,
  MessageFlags,
  ApplicationCommandOptionType as OptionType,
  type Snowflake,
} from 'discord-api-types/v10'
import { NothingCame } from '../core/events.js'
import { type CommandOptions, type Exchange, NoResponse, NotPossible, type Sandbox } from '../sandbox.js'
import { readLine, type TypedLine } from './lines.js'
import { COLOURED, PLAIN } from './markup.js'
import { type Control, controlsOf, renderMessage } from './screen.js'

/** Milliseconds that a question may take. */
const PATIENCE = 30_000
/** Milliseconds without a request of the bot after which, with piped input, a question counts as answered. */
const SILENCE = 100
const PEOPLE = ['member', 'moderator', 'owner'] as const

const HINT = `Type a command such as /help, or @Crisis Desk (@bot for short) and a question. Tab completes.
/as moderator (or member, owner) changes who you are, /in crisis (or general, thread, dm) where;
click 1 presses a button, /apps NAME uses a command on the last message, /keys shows this, /quit ends.`

/** One user at the prompt. */
export class Session {
  readonly #sandbox: Sandbox
  readonly #lines: Interface
  readonly #output: Writable
  readonly #isTerminal: boolean
  readonly #colour: boolean
  #who: Snowflake
  #where: Snowflake
  /** The numbered controls that were shown last, and their message. */
  #controls: { message: APIMessage; list: Control[] } | undefined
  /** Messages that have been shown. */
  readonly #shown = new Set<Snowflake>()
  /** A dialogue whose fields are being asked for. */
  #dialogue:
    | { exchange: Exchange; left: { id: string; label: string }[]; given: Record<string, string> }
    | undefined

  constructor(sandbox: Sandbox, lines: Interface, output: Writable, isTerminal: boolean, colour: boolean) {
    this.#sandbox = sandbox
    this.#lines = lines
    this.#output = output
    this.#isTerminal = isTerminal
    this.#colour = colour
    this.#who = sandbox.ids.member
    this.#where = sandbox.ids.general
  }

  async run(): Promise<void> {
    const stops = [
      this.#sandbox.on('message', (message) => this.#show(message)),
      this.#sandbox.on('edit', (message) => this.#show(message)),
      this.#sandbox.on(
        'delete',
        ({ id }) => this.#shown.delete(id) && this.#print('(the message was deleted)'),
      ),
    ]
    if (this.#isTerminal) this.#print(HINT)
    this.#lines.on('SIGINT', () => this.#lines.close())
    if (this.#isTerminal) this.#lines.prompt()
    for await (const line of this.#lines) {
      if (!this.#isTerminal && line.trim() !== '') this.#print(`› ${line}`)
      if (await this.#take(line)) break
      if (this.#isTerminal) this.#lines.prompt()
      else await this.#untilSilent()
    }
    this.#lines.close()
    for (const stop of stops) stop()
  }

  /** Does what a line asks for, up to the answer; true to end. */
  async #take(line: string): Promise<boolean> {
    try {
      if (this.#dialogue) {
        await this.#answerField(line)
        return false
      }
      const action = readLine(line, this.#sandbox.commands({ guildId: this.#sandbox.ids.guild }))
      if (action.kind === 'quit') return true
      await this.#do(action)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#print(
        error instanceof NoResponse || error instanceof NotPossible
          ? error.message
          : error instanceof NothingCame
            ? 'There was no answer to that.'
            : `No answer: ${error.message}`,
      )
    }
    return false
  }

  async #do(action: TypedLine): Promise<void> {
    const actor = this.#sandbox.as(this.#who, { channel: this.#where })
    switch (action.kind) {
      case 'say':
        return this.#say(action.content)
      case 'command':
        return this.#follow(actor.command(action.name, this.#typed(action.options, action.definitions)))
      case 'menu': {
        const last = actor
          .messages()
          .filter(({ flags }) => !((flags ?? 0) & MessageFlags.Ephemeral))
          .at(-1)
        if (!last) throw new NotPossible('there is no message here yet; write one first')
        return this.#follow(actor.contextMenu(action.name, last))
      }
      case 'click':
        return this.#click(action.number)
      case 'as':
        return this.#become(action.who)
      case 'in':
        return this.#go(action.where)
      case 'help':
        return this.#print(HINT)
      case 'wrong':
        return this.#print(action.why)
    }
  }

  /** Sends a message, and waits for the bot where it is spoken to. */
  async #say(text: string): Promise<void> {
    const { ids } = this.#sandbox
    const content = this.#withMentions(text)
    this.#sandbox.as(this.#who, { channel: this.#where }).send(content)
    const isSpokenTo =
      content.includes(`<@${ids.bot}>`) || this.#where === this.#sandbox.world.openDm(this.#who)
    if (isSpokenTo) await this.#sandbox.next('message', ({ author }) => author.id === ids.bot, 10_000)
  }

  /** `@bot`, `@moderator` and the like, and everybody's names, become mentions. */
  #withMentions(text: string): string {
    const { ids } = this.#sandbox
    const parts = (['bot', ...PEOPLE] as const).map((part) => ({ name: part as string, id: ids[part] }))
    const names = this.#sandbox
      .directory(this.#who)
      .users.flatMap(({ id, username, global_name }) =>
        [username, global_name ?? username].map((name) => ({ name: name.toLowerCase(), id })),
      )
    names.push(...parts)
    names.sort((a, b) => b.name.length - a.name.length)
    return text.replace(/@[^@\n]*/g, (rest) => {
      const lower = rest.slice(1).toLowerCase()
      const found = names.find(
        ({ name }) => lower.startsWith(name) && !/[\p{L}\p{N}]/u.test(lower.charAt(name.length)),
      )
      return found ? `<@${found.id}>${rest.slice(found.name.length + 1)}` : rest
    })
  }

  /** Waits for the end of an exchange; what it brings is shown as it comes. */
  async #follow(exchange: Exchange, source?: APIMessage): Promise<void> {
    const deleted = this.#sandbox.next('delete', ({ id }) => id === source?.id, PATIENCE)
    const outcome = await Promise.race([exchange.response(PATIENCE), exchange.modal(PATIENCE), deleted])
    if (!('title' in outcome && 'components' in outcome)) return
    const fields = outcome.components.flatMap((component) => {
      if (component.type === ComponentType.ActionRow)
        return component.components.map((field) => ({
          id: field.custom_id,
          label: String(('label' in field && field.label) || field.custom_id),
        }))
      if (component.type === ComponentType.Label)
        return [{ id: component.component.custom_id, label: component.label }]
      return []
    })
    this.#dialogue = { exchange, left: fields, given: {} }
    this.#print(`${outcome.title}\n${fields[0]?.label ?? ''}`)
  }

  /** Takes the line for the next field of the open dialogue, and sends that when it is complete. */
  async #answerField(line: string): Promise<void> {
    const { exchange, left, given } = this.#dialogue!
    const field = left.shift()
    if (field) given[field.id] = line
    if (left[0]) return this.#print(left[0].label)
    this.#dialogue = undefined
    await this.#follow(
      await this.#sandbox.as(this.#who, { channel: this.#where }).submitModal(exchange, given),
    )
  }

  async #click(number: number): Promise<void> {
    const { message, list } = this.#controls ?? { list: [] }
    const control = list[number - 1]
    if (!message || !control)
      throw new NotPossible(`there is no button ${number} in the last message with buttons`)
    const actor = this.#sandbox.as(this.#who, { channel: this.#where })
    const { customId, value } = control
    const exchange =
      value === undefined ? actor.click(message, customId) : actor.select(message, customId, [value])
    await this.#follow(exchange, message)
  }

  #become(who: string): void {
    const name = PEOPLE.find((person) => person === who)
    if (!name)
      throw new NotPossible(`there is no ${who || 'one of that name'}; you can be ${PEOPLE.join(', ')}`)
    if (this.#where === this.#sandbox.world.openDm(this.#who)) this.#where = this.#sandbox.ids.general
    this.#who = this.#sandbox.ids[name]
    this.#print(`You are now the ${name}.`)
  }

  #go(where: string): void {
    const { ids, world } = this.#sandbox
    const places = {
      general: ids.general,
      crisis: ids.crisis,
      thread: ids.thread,
      post: ids.post,
      dm: world.openDm(this.#who),
    }
    const channel = Object.entries(places).find(([name]) => name === where)?.[1]
    if (!channel)
      throw new NotPossible(
        `there is no ${where || 'such place'}; there are ${Object.keys(places).join(', ')}`,
      )
    this.#where = channel
    this.#print(where === 'dm' ? 'You are now in direct messages with the bot.' : `You are now in #${where}.`)
  }

  /** Text as options of their types: users and channels by their names here, files by their paths. */
  #typed(given: Record<string, string>, definitions: APIApplicationCommandOption[]): CommandOptions {
    const ids: Record<string, string> = { ...this.#sandbox.ids }
    return Object.fromEntries(
      Object.entries(given).map(([name, text]) => {
        const type = definitions.find((option) => option.name === name)?.type
        if (type === OptionType.Attachment) return [name, fileAt(text)]
        const named = type !== undefined && type >= OptionType.User && type <= OptionType.Mentionable
        return [name, named ? (ids[text.replace(/^[@#]/, '')] ?? text) : text]
      }),
    )
  }

  /** Shows a message of the bot, when it is for this user to see. */
  #show(message: APIMessage): void {
    const { ids } = this.#sandbox
    if (message.author.id !== ids.bot || (message.flags ?? 0) & MessageFlags.Loading) return
    if (!this.#sandbox.messages(message.channel_id, this.#who).some(({ id }) => id === message.id)) return
    const style = this.#colour ? COLOURED : PLAIN
    const nameOf = (id: string) => Object.entries(ids).find(([, other]) => other === id)?.[0] ?? id
    this.#print(renderMessage(message, style, nameOf, this.#shown.has(message.id)))
    this.#shown.add(message.id)
    const list = controlsOf(message)
    if (list.length > 0) this.#controls = { message, list }
  }

  #print(text: string): void {
    if (!this.#isTerminal) {
      this.#output.write(`${text}\n`)
      return
    }
    clearLine(this.#output, 0)
    cursorTo(this.#output, 0)
    this.#output.write(`${text}\n`)
    this.#lines.prompt(true)
  }

  /** Waits out late edits and follow-ups, so that answers stand in the order of the questions. */
  async #untilSilent(): Promise<void> {
    const latest = Date.now() + PATIENCE
    const heard = () =>
      this.#sandbox.next('request', undefined, SILENCE).then(
        () => true,
        () => false,
      )
    while ((await heard()) && Date.now() < latest);
  }
}

function fileAt(path: string): { name: string; data: Buffer } {
  try {
    return { name: basename(path), data: readFileSync(path) }
  } catch (error) {
    throw new NotPossible(`the file ${path} cannot be read: ${(error as Error).message}`)
  }
}
