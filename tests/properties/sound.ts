/** What must hold for every reply, whatever came in. Plain checks, so that very many replies can be checked. */
import type { APIEmbed } from 'discord-api-types/v10'
import { ComponentType } from 'discord-api-types/v10'
import type { Answer } from '../../src/answers/model/answer.js'
import * as limits from '../../src/discord/render/limits.js'
import type { Reply } from '../../src/discord/render/reply.js'
import { checkMessageForm } from '../../src/sandbox/messages/messages.js'
import { pieces } from '../discord/markdown.js'

/** What may act in a text of ours. */
const ALLOWED: ReadonlySet<string> = new Set(['strong', 'quote', 'link', 'code', 'escape'])
/** A bracket behind an odd number of backslashes is only itself; nothing takes the effect from a call of everyone. */
const ACTING = /(?<!\\)(?:\\\\)*(?:<@[!&]?\d+>|<#\d+>|<\/[^>]+:\d+>|<a?:\w+:\d+>|<t:-?\d+)|@everyone|@here/

/** @throws Error naming what Discord would refuse, or what would act though nobody meant it to */
export function checkReply(reply: Reply): void {
  // The local Discord checks what the real one does.
  checkMessageForm({ content: reply.content, embeds: reply.embeds, components: reply.components })
  claim(JSON.stringify(reply.allowedMentions) === '{"parse":[],"repliedUser":false}', 'it may ping')
  claim(reply.content === undefined, 'it has words outside of its embeds')
  const total = reply.embeds.reduce((sum, embed) => sum + lengthOf(embed), 0)
  claim(total <= limits.EMBED_TOTAL, `the embeds hold ${total} characters`)
  for (const embed of reply.embeds) checkEmbed(embed)
  const ids = reply.components.flatMap(({ components }) =>
    components.map((part) => ('custom_id' in part ? part.custom_id : '')),
  )
  claim(new Set(ids).size === ids.length, 'two controls have one id')
  for (const { components } of reply.components) {
    for (const part of components) {
      if (part.type === ComponentType.StringSelect) {
        claim(
          new Set(part.options.map(({ value }) => value)).size === part.options.length,
          'two choices are one',
        )
      }
    }
  }
}

const lengthOf = ({ title = '', description = '', footer }: APIEmbed) =>
  title.length + description.length + (footer?.text.length ?? 0)

function checkEmbed({ title = '', description = '', footer, url }: APIEmbed): void {
  claim(description.trim() !== '', 'an embed is empty')
  const text = `${title}\n${description}\n${footer?.text ?? ''}`
  claim(!/\p{Cs}/u.test(text), 'half a character')
  claim(url === undefined || /^https?:\/\//.test(url), 'a link that is no web address')
  // Most texts hold nothing that could act, and need no closer look.
  if (ACTING.test(text)) throw new Error(`something acts: ${ACTING.exec(text)![0]}`)
  for (const { kind, text: piece } of [...pieces(title), ...pieces(description)]) {
    claim(ALLOWED.has(kind), `${kind} acts: ${piece}`)
  }
}

/** @throws Error for a citation that does not stand in its file, as it is there */
export function checkCitations({ findings, closest }: Answer, files: Readonly<Record<string, string>>): void {
  for (const { citations } of [...findings, ...closest]) {
    claim(citations.length > 0, 'a finding without a citation')
    for (const { article, start, end, snippet } of citations) {
      claim(files[article]?.slice(start, end) === snippet, `not in ${article}: ${snippet}`)
    }
  }
}

function claim(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}
