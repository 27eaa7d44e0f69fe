/** What is kept of members and servers, as `/privacy` tells it; PRIVACY.md has all of it. */
import { ButtonStyle } from 'discord-api-types/v10'
import type { MessageKey } from '../../i18n/message.js'
import type { Words } from '../../i18n/words.js'
import { literal } from '../render/markup.js'
import { COLOURS, type Reply, reply } from '../render/reply.js'
import { buttons, renderDone } from './articles/render.js'
import { FEEDBACK_DAYS } from './feedback.js'

/** Days that a server's articles and settings stay when they were removed, or the bot was. */
const SERVER_DAYS = 30

export interface PrivacyFacts {
  /** Whether ratings and questions asked in vain are kept. */
  readonly keepsFeedback: boolean
  /** How many of them are of whoever asks; null where that is not told. */
  readonly ofMine: number | null
  /** Whether whoever asks may do what moderators may. */
  readonly moderates: boolean
}

const FORGET = 'privacy:forget;'

export const isForget = (customId: string): boolean => customId === FORGET

export function renderPrivacy({ keepsFeedback, ofMine, moderates }: PrivacyFacts, words: Words): Reply {
  const line = (key: MessageKey, n?: number) => `- ${literal(words.say(key, n === undefined ? {} : { n }))}`
  const lines = [
    line('privacyQuestions'),
    keepsFeedback ? line('privacyRatings', FEEDBACK_DAYS) : line('privacyNoRatings'),
    line('privacyMessages'),
    line('privacyServer', SERVER_DAYS),
    line('privacyNowhere'),
    `**${literal(words.say('privacyDelete'))}**`,
    ...(ofMine === null ? [] : [line('privacyMine', ofMine)]),
    moderates
      ? `- ${literal(words.say('privacyHow', { reset: words.say('settingsReset') }))}`
      : line('privacyModerators'),
    line('privacyOperator'),
  ]
  const forgetting = { id: FORGET, label: words.say('privacyForget'), style: ButtonStyle.Danger } as const
  return reply(
    [{ title: words.say('privacyTitle'), description: lines.join('\n'), color: COLOURS.answered }],
    ofMine ? [buttons(forgetting)] : [],
  )
}

/** @param n how many ratings and questions were deleted */
export const renderForgotten = (n: number, words: Words): Reply =>
  renderDone(words.say('privacyForgotten', { n }))
