import { InteractionResponseType } from 'discord-api-types/v10'
import { Refusal } from '../http/refusals.js'
import { type Actor, type Exchange, NoResponse, NotPossible, type Sandbox } from '../sandbox.js'
import type { Outcome } from './shared/protocol.js'
import type { UserAction, UserActionRequest } from './shared/user-actions.js'

/** How many dialogues are remembered until they are sent. */
const MOST_OPEN = 50
const DONE: Outcome = { kind: 'done' }
const NOTHING: Outcome = { kind: 'choices', choices: [] }

/** Does what visitors ask for, through the sandbox's own actors. */
export class UserActions {
  readonly #sandbox: Sandbox
  /** Interactions that brought up a dialogue, by their tokens. */
  readonly #open = new Map<string, Exchange>()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  /** What came of it. What Discord's client would not let a user do is refused with the reason. */
  async do({ as, in: channel, action }: UserActionRequest): Promise<Outcome> {
    try {
      return await this.#act(this.#sandbox.as(as, { channel }), action)
    } catch (error) {
      if (error instanceof NoResponse && action.do === 'complete') return NOTHING
      if (error instanceof NoResponse)
        return { kind: 'refused', why: `${error.message}. It may still be starting: try again.` }
      if (error instanceof NotPossible) return { kind: 'refused', why: sentence(error.message) }
      if (error instanceof Refusal) return { kind: 'refused', why: sentence(error.message) }
      throw error
    }
  }

  async #act(actor: Actor, action: UserAction): Promise<Outcome> {
    switch (action.do) {
      case 'send':
        actor.send(action.content, {
          ...(action.replyTo !== undefined && { replyTo: action.replyTo }),
          pingReplied: action.pingReplied ?? true,
          attachments: (action.files ?? []).map(decoded),
        })
        return DONE
      case 'edit':
        actor.edit(action.message, action.content)
        return DONE
      case 'delete':
        actor.delete(action.message)
        return DONE
      case 'type':
        actor.type()
        return DONE
      case 'react':
        if (action.added) actor.react(action.message, action.emoji)
        else actor.unreact(action.message, action.emoji)
        return DONE
      case 'command':
        return this.#follow(actor.command(action.name, uploaded(action.options)))
      case 'complete': {
        const { focused } = action
        const asked = actor.autocomplete(action.name, uploaded(action.options), focused)
        return { kind: 'choices', choices: await asked.choices() }
      }
      case 'app':
        return this.#follow(actor.contextMenu(action.name, action.message))
      case 'click':
        return this.#follow(actor.click(action.message, action.customId))
      case 'select':
        return this.#follow(actor.select(action.message, action.customId, action.values))
      case 'submit': {
        const opened = this.#open.get(action.exchange)
        if (!opened) throw new NotPossible('the dialogue is no longer open; open it again')
        const outcome = await this.#follow(await actor.submitModal(opened, action.fields))
        this.#open.delete(action.exchange)
        return outcome
      }
    }
  }

  /** Waits for the bot's acknowledgement; what it shows comes as a notice. */
  async #follow(exchange: Exchange): Promise<Outcome> {
    const { type } = await exchange.acknowledged()
    if (type !== InteractionResponseType.Modal) return DONE
    const modal = await exchange.modal()
    const [oldest] = this.#open.keys()
    if (this.#open.size >= MOST_OPEN && oldest !== undefined) this.#open.delete(oldest)
    this.#open.set(exchange.token, exchange)
    return { kind: 'modal', exchange: exchange.token, modal }
  }
}

type Given = Extract<UserAction, { do: 'command' }>['options']

const decoded = ({ name, data }: { name: string; data: string }) => ({
  name,
  data: Buffer.from(data, 'base64'),
})

const uploaded = (options: Given) =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'object' ? decoded(value) : value,
    ]),
  )

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
