import type { APIMessage } from 'discord-api-types/v10'
import type { UserAction } from '../../shared/user-actions.js'
import { fill, h, part } from '../parts/dom.js'
import { icon } from '../parts/icons.js'
import { sizeOf } from '../parts/pictures.js'
import { personChoices } from './choices.js'
import { CommandForm, type CommandFormUse } from './command-form.js'
import { commandOfLine, matching, type SlashCommand, slashCommands } from './commands.js'
import type { People } from './people.js'
import { Suggestions } from './suggestions.js'
import { readUpload } from './upload.js'
import { withIds, withNames } from './written.js'

/** Milliseconds between two signs that somebody is typing. */
const TYPING_EVERY = 8000

export interface ComposerUse extends Pick<CommandFormUse, 'complete'> {
  /** Whether it went well. */
  act(action: UserAction): Promise<boolean>
  /** The last message that the visitor wrote here. */
  lastOwn(): APIMessage | undefined
  problem(why: string): void
}

/** The message that is replied to, or edited. */
interface Target {
  message: APIMessage
  edits: boolean
}

/** The message box, which turns into a command's form after a slash. */
export class Composer {
  readonly #box = part<HTMLTextAreaElement>('box')
  readonly #plain = part('plain-composer')
  readonly #slot = part('command-slot')
  readonly #notice = part('composer-notice')
  readonly #fileInput = part<HTMLInputElement>('files')
  readonly #pending = part('pending-files')
  readonly #suggestions = new Suggestions()
  readonly #use: ComposerUse
  #people: People
  #form: CommandForm | undefined
  #files: File[] = []
  #target: Target | undefined
  #typedAt = 0
  /** What stood in the box when another place was chosen that is not there yet. */
  #left: string | undefined

  constructor(people: People, use: ComposerUse) {
    this.#people = people
    this.#use = use
    this.#box.addEventListener('input', () => this.#typed())
    this.#box.addEventListener('keydown', (event) => this.#key(event))
    this.#box.addEventListener('blur', () => this.#suggestions.close())
    this.#fileInput.addEventListener('change', () => {
      this.#files.push(...(this.#fileInput.files ?? []))
      this.#fileInput.value = ''
      this.#listFiles()
    })
    part('attach').addEventListener('click', () => this.#fileInput.click())
    part('slash').addEventListener('click', () => this.#startSlash())
    part('send').addEventListener('click', () => void this.#send())
  }

  /** Whoever has chosen another place may type on before it is there: that is meant for the place to come. */
  leaving(): void {
    this.#left = this.#box.value
  }

  /** Another place or person, or other commands. @param moved drops what was begun in the place before */
  show(people: People, placeholder: string, moved: boolean): void {
    this.#people = people
    this.#box.placeholder = placeholder
    this.#box.setAttribute('aria-label', placeholder)
    if (!moved) return
    const typed = this.#form ? '' : this.#box.value
    const left = this.#left ?? typed
    this.#left = undefined
    this.#leaveCommand('')
    const text = typed.startsWith(left) ? typed.slice(left.length) : typed
    this.#begin({ text, target: undefined, files: [] })
  }

  focus(): void {
    if (this.#form) this.#form.focus()
    else this.#box.focus()
  }

  reply(message: APIMessage): void {
    this.#leaveCommand(this.#box.value)
    this.#aim({ message, edits: false })
    this.#box.focus()
  }

  edit(message: APIMessage): void {
    this.#leaveCommand(withNames(message.content, this.#people))
    this.#aim({ message, edits: true })
    this.#box.focus()
  }

  /** Puts the command's form in place of the box. */
  openCommand(command: SlashCommand, text: string | null = null): void {
    this.#suggestions.close()
    this.#form = new CommandForm(command, text, {
      people: this.#people,
      suggestions: this.#suggestions,
      complete: this.#use.complete,
      leave: (rest) => {
        this.#leaveCommand(rest)
        this.#box.focus()
      },
      run: async (name, options) => {
        if (!(await this.#use.act({ do: 'command', name, options }))) return
        this.#leaveCommand('')
        this.#box.focus()
      },
    })
    fill(this.#slot, this.#form.element)
    this.#slot.hidden = false
    this.#plain.hidden = true
    this.#form.focus()
  }

  get #commands(): SlashCommand[] {
    return slashCommands(this.#people.view.commands)
  }

  #leaveCommand(text: string): void {
    this.#form = undefined
    this.#slot.hidden = true
    this.#slot.replaceChildren()
    this.#plain.hidden = false
    this.#box.value = text
    this.#suggestions.close()
    this.#grow()
  }

  #startSlash(): void {
    this.#box.value = '/'
    this.#box.focus()
    this.#typed()
  }

  #typed(): void {
    this.#grow()
    const text = this.#box.value
    const named = commandOfLine(this.#commands, text)
    if (named && text.startsWith(`/${named.command.name} `)) {
      this.openCommand(named.command, named.rest)
      return
    }
    if (text !== '' && !text.startsWith('/') && Date.now() - this.#typedAt > TYPING_EVERY) {
      this.#typedAt = Date.now()
      void this.#use.act({ do: 'type' })
    }
    if (text.startsWith('/') && !text.includes('\n')) this.#suggestCommands(text.slice(1))
    else this.#suggestNames()
  }

  #suggestCommands(typed: string): void {
    const commands = matching(this.#commands, typed)
    const choices = commands.map(({ name, description }) => ({
      label: `/${name}`,
      value: name,
      detail: description,
    }))
    this.#suggestions.show(this.#box, `Commands of ${this.#people.bot.name}`, choices, true, ({ value }) => {
      const command = commands.find(({ name }) => name === value)
      if (command) this.openCommand(command)
    })
  }

  /** People after an `@`, the bot first. */
  #suggestNames(): void {
    const before = this.#box.value.slice(0, this.#box.selectionStart)
    const begun = /(?:^|\s)@([\p{L}\p{N} ]{0,30})$/u.exec(before)?.[1]
    if (begun === undefined) {
      this.#suggestions.close()
      return
    }
    const choices = personChoices(this.#people).filter(({ label }) =>
      label.toLowerCase().startsWith(begun.toLowerCase()),
    )
    this.#suggestions.show(this.#box, 'People', choices, true, ({ label }) => {
      const start = before.length - begun.length
      this.#box.setRangeText(`${label} `, start, before.length, 'end')
      this.#box.focus()
    })
  }

  #key(event: KeyboardEvent): void {
    if (this.#suggestions.key(event) || event.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void this.#send()
    } else if (event.key === 'Escape' && this.#target) {
      if (this.#target.edits) this.#box.value = ''
      this.#aim(undefined)
    } else if (event.key === 'ArrowUp' && this.#box.value === '') {
      const own = this.#use.lastOwn()
      if (own) {
        event.preventDefault()
        this.edit(own)
      }
    }
  }

  async #send(): Promise<void> {
    const text = this.#box.value.trim()
    const named = text.startsWith('/') ? commandOfLine(this.#commands, text) : undefined
    if (named) return this.openCommand(named.command, named.rest || null)
    if (text.startsWith('/') && !text.includes(' '))
      return this.#use.problem(`There is no command ${text} for you here. Type / to see them all.`)
    if (text === '' && this.#files.length === 0) return
    const action = await this.#action(text).catch((error: Error) => this.#use.problem(error.message))
    if (!action) return
    const begun = { target: this.#target, files: this.#files }
    this.#begin({ text: '', target: undefined, files: [] })
    if (!(await this.#use.act(action))) this.#begin({ text: this.#box.value || text, ...begun })
  }

  #begin({ text, target, files }: { text: string; target: Target | undefined; files: File[] }): void {
    this.#box.value = text
    this.#suggestions.close()
    this.#grow()
    this.#aim(target)
    this.#files = files
    this.#listFiles()
  }

  async #action(text: string): Promise<UserAction> {
    const content = withIds(text, this.#people)
    const target = this.#target
    if (target?.edits) return { do: 'edit', message: target.message.id, content }
    return {
      do: 'send',
      content,
      files: await Promise.all(this.#files.map(readUpload)),
      ...(target && { replyTo: target.message.id }),
    }
  }

  /** Shows what the next message is: a reply, an edit, or neither. */
  #aim(target: Target | undefined): void {
    this.#target = target
    this.#notice.hidden = !target
    if (!target) return
    const name = this.#people.person(target.message.author.id).name
    const stop = h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-label': target.edits ? 'Stop editing' : 'Stop replying',
        onclick: () => {
          if (target.edits) this.#box.value = ''
          this.#aim(undefined)
          this.#box.focus()
        },
      },
      icon('close'),
    )
    fill(
      this.#notice,
      h(
        'span',
        {},
        target.edits ? 'Editing your message' : 'Replying to ',
        target.edits ? null : h('strong', {}, name),
      ),
      stop,
    )
  }

  #listFiles(): void {
    this.#pending.hidden = this.#files.length === 0
    const chips = this.#files.map((file) =>
      h(
        'li',
        {},
        icon('file'),
        `${file.name} (${sizeOf(file.size)})`,
        h(
          'button',
          {
            type: 'button',
            class: 'plain',
            'aria-label': `Take ${file.name} away`,
            onclick: () => {
              this.#files = this.#files.filter((other) => other !== file)
              this.#listFiles()
              this.#box.focus()
            },
          },
          icon('close'),
        ),
      ),
    )
    fill(this.#pending, ...chips)
  }

  /** As high as its text, up to a third of the window. */
  #grow(): void {
    this.#box.style.height = 'auto'
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, innerHeight / 3)}px`
  }
}
