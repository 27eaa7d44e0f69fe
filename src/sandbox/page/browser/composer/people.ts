import type { APIChannel, APIMessage } from 'discord-api-types/v10'
import type { Person, View } from '../../shared/protocol.js'
import { Channel } from '../messages/discord.js'

/** Names and pictures for the ids in a view. */
export class People {
  readonly view: View
  readonly #people: ReadonlyMap<string, Person>

  constructor(view: View) {
    this.view = view
    this.#people = new Map(view.people.map((person) => [person.id, person]))
  }

  get me(): Person {
    return this.person(this.view.me)
  }

  get bot(): Person {
    return this.person(this.view.bot)
  }

  /** Whether the one who looks may delete what others wrote. */
  get moderates(): boolean {
    return this.me.part !== 'member'
  }

  person(id: string): Person {
    const unknown = {
      id,
      name: 'somebody',
      username: id,
      avatar: `/avatars/${this.view.bot}.svg`,
      bot: false,
    }
    return this.#people.get(id) ?? { ...unknown, part: null }
  }

  channel(id: string): APIChannel | undefined {
    return this.view.channels.find((channel) => channel.id === id)
  }

  /** What a channel is called in lists: direct messages by the other person. */
  channelName(channel: APIChannel): string {
    if (channel.type === Channel.dm) return this.bot.name
    return channel.name ?? ''
  }

  /** The name behind the id of a person, a role or a channel. */
  nameOf = (id: string): string => {
    const channel = this.channel(id)
    const role = this.view.guild.roles.find((each) => each.id === id)
    return channel ? this.channelName(channel) : (role?.name ?? this.person(id).name)
  }

  isOwn = ({ author }: APIMessage): boolean => author.id === this.view.me

  /** Whether the one who looks wrote the message, or is answered by it. */
  isForMe = (message: APIMessage): boolean =>
    [message.author, message.interaction_metadata?.user, message.referenced_message?.author].some(
      (person) => person?.id === this.view.me,
    )
}

export const isThread = ({ type }: APIChannel): boolean =>
  type === Channel.publicThread || type === Channel.privateThread || type === Channel.announcementThread
