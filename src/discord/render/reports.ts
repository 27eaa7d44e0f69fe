/** What the bot tells of itself: help and status. */
import type { ArchiveStatus, ArchiveVitals } from '../../archive/contract/archive.js'
import type { FeedStatus } from '../../articles/feeds/index.js'
import { localised } from '../../i18n/commands.js'
import type { Message, Note } from '../../i18n/message.js'
import type { Words } from '../../i18n/words.js'
import type { Command, Service } from '../bot/command.js'
import { shardOf, shardRanges } from '../lifecycle/shards.js'
import type { UnansweredCount } from '../moderation/feedback.js'
import { unansweredButton } from '../moderation/unanswered.js'
import * as limits from './limits.js'
import { literal, withExamples } from './markup.js'
import { COLOURS, escapeTo, type Reply, reply } from './reply.js'
import { oneLine } from './text.js'

/** As many of the lines as fit. */
function fitting(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > limits.PAGE) break
    text += text ? `\n${line}` : line
  }
  return text
}

/**
 * How to ask: every command with its description, and the other ways in.
 * @param moderates whether whoever asks may use the commands that need a permission
 */
export function renderHelp(commands: ReadonlyMap<string, Command>, words: Words, moderates = false): Reply {
  const all = [...commands.values()].sort((a, b) => placeOf(a) - placeOf(b))
  const lineOf = (command: Command) => ('questions' in command ? [] : slashLine(command, words))
  const isManaging = (command: Command) => 'permission' in command && command.permission !== undefined
  const open = all.filter((command) => !isManaging(command) && !('questions' in command))
  const slash = open.slice(0, MOST_DESCRIBED).flatMap(lineOf)
  const others = open.slice(MOST_DESCRIBED).map((command) => slashName(command, words))
  // What stands before the colon of their descriptions is their heading here.
  const managing = moderates
    ? all
        .filter(isManaging)
        .flatMap(lineOf)
        .map((line) => line.replace(/ – [^:]{1,40}: ?/u, ' – '))
    : []
  const menu = all.flatMap((command) =>
    'questions' in command ? (localised(command.definition, words.locale).name ?? []) : [],
  )
  const lines = [
    literal(words.say('helpMention')),
    literal(words.say('helpThread')),
    '',
    ...slash,
    ...(others.length > 0 ? [alsoIn(others, words)] : []),
    '',
    ...(menu.length > 0
      ? [literal(words.say('helpMenu', { commands: menu.map((name) => `“${name}”`).join(', ') }))]
      : []),
    literal(words.say('helpPromise')),
    ...(managing.length > 0
      ? ['', `**${literal(words.say('helpModerators'))}**`, ...managing, '', literal(words.say('helpFirst'))]
      : []),
  ]
  return reply([{ title: words.say('helpTitle'), description: fitting(lines), color: COLOURS.answered }])
}

/** What is asked for most stands first; whatever is not named here, after it. */
const FIRST = [
  'ask',
  'when',
  'who-said',
  'quotes',
  'brief',
  'timeline',
  'compare',
  'search',
  'sources',
  'article',
]

function placeOf({ definition: { name } }: Command): number {
  const place = FIRST.indexOf(name)
  return place < 0 ? FIRST.length : place
}

/** So many have a line of their own: with all of them, help fills more than a phone's screen. Discord describes the others. */
const MOST_DESCRIBED = 4

/** `Also: /compare, /search` */
const alsoIn = (names: readonly string[], words: Words): string =>
  literal(words.say('alsoIn', { names: NAMES })).replace(NAMES, names.join(' '))

/** Stands for names while a sentence is escaped. */
const NAMES = '\u2060'

const slashName = ({ definition }: Command, { locale }: Words): string =>
  withExamples(`\`/${localised(definition, locale).name}\``)

function slashLine({ definition }: Exclude<Command, { questions: unknown }>, { locale }: Words): string {
  const { name, description, options = [] } = localised(definition, locale)
  const needed = options.filter(({ required }) => required).map((option) => option.name)
  return `${withExamples(`\`/${[name, ...needed].join(' ')}\``)} – ${literal(description)}`
}

export interface StatusFacts {
  /** What the archive holds. */
  readonly note: Note
  readonly archive: ArchiveStatus
  readonly vitals: ArchiveVitals
  readonly service: Service
  /** Where it is asked; null in direct messages. */
  readonly server: string | null
  readonly vain: readonly UnansweredCount[] | null
  readonly feeds: readonly FeedStatus[] | null
}

/** How the bot is doing; for moderators also what was asked in vain. */
export function renderStatus(
  { note, archive, vitals, service, server, vain, feeds }: StatusFacts,
  words: Words,
): Reply {
  const { version, startedAt } = service
  const lines = [
    // When the archive was built stands below, as everybody's own Discord shows moments.
    ...note.filter((line) => !line.some(isBuilt)).map((line) => escapeTo(words.tell(line), limits.DIFFERS)),
    literal(words.say('statusArchive', { version: archive.version, when: WHEN })).replace(
      WHEN,
      ago(archive.builtAt),
    ),
    ...health(vitals, words),
    literal(words.say('statusBot', { version, when: WHEN })).replace(WHEN, ago(startedAt)),
    ...shardLine(service, server, words),
    ...(feeds && feeds.length > 0 ? ['', `**${literal(words.say('statusFeeds'))}**`] : []),
    ...(feeds ?? []).slice(0, limits.REPORTED_FILES).map((feed) => feedLine(feed, words)),
    ...(vain && vain.length > 0 ? ['', `**${literal(words.say('statusVain'))}**`] : []),
    ...(vain ?? []).map(({ asked, times }) => `${times} × ${escapeTo(oneLine(asked), limits.ROLE)}`),
  ]
  const color = archive.rejections.length > 0 ? COLOURS.trouble : COLOURS.done
  return reply(
    [{ title: words.say('statusTitle'), description: fitting(lines), color }],
    vain && vain.length > 0 ? [unansweredButton(words)] : [],
  )
}

/** Which part of the bot answers; a bot that is one alone says nothing of it. */
function shardLine({ shards: { ids, total } }: Service, server: string | null, words: Words): string[] {
  if (total === 1) return []
  const facts = { shard: String(shardOf(server, total)), total: String(total), own: shardRanges(ids) }
  return [literal(words.say('statusShard', facts))]
}

const isBuilt = (message: Message) => 'key' in message && message.key === 'noteBuilt'

/** A feed in a list: how it is, what it brought, when it is asked again. */
export function feedLine({ name, state, error, stored, nextAt }: FeedStatus, words: Words): string {
  const mark = { well: '✓', new: '…', failing: '✗', gone: '✗' }[state]
  const facts = [
    state === 'new' && words.say('feedNew'),
    state === 'gone' && words.say('feedGone'),
    state === 'failing' && error && words.tell(error),
    words.say('articles', { n: stored }),
  ].filter((fact) => typeof fact === 'string')
  const again = literal(words.say('feedNext', { when: WHEN }))
  const next = nextAt && nextAt.getTime() > 0 ? ` · ${again.replace(WHEN, ago(nextAt))}` : ''
  return `${mark} ${escapeTo(oneLine(`${name}: ${facts.join(' · ')}`), limits.DIFFERS)}${next}`
}

function health({ reloading, restarts, refused }: ArchiveVitals, words: Words): string[] {
  const lines: string[] = []
  if (reloading) {
    const line = words.say('statusReloading', { who: oneLine(reloading.by), when: WHEN })
    lines.push(escapeTo(line, limits.DIFFERS).replace(WHEN, ago(reloading.since)))
  }
  if (restarts + refused > 0) lines.push(literal(words.say('statusHealth', { restarts, refused })))
  return lines
}

/** Stands for a moment while a sentence is escaped. */
const WHEN = '\u2060'

/** A moment as everybody's own Discord shows it: "3 hours ago". */
function ago(moment: string | Date): string {
  return `<t:${Math.floor(new Date(moment).getTime() / 1000)}:R>`
}
