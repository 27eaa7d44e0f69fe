import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js'
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js'
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js'
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js'
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js'
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js'
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js'
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js'
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js'
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js'

// The package's elements in the page's own colours, with enough contrast, and within narrow windows.
// Their styles are out of a style sheet's reach, so each class gets one more before its first element is made.

const HEAD = `
  :host { color: var(--muted) !important; margin-left: 56px; white-space: nowrap; min-width: 0; }
  :host::before { border-color: var(--line-strong) !important; }
  .discord-replied-message-username { color: var(--heading) !important; font-weight: 600; opacity: 1; cursor: default; }
  .discord-replied-message-username:hover { text-decoration: none; }
  .discord-replied-message-content { min-width: 0; overflow: hidden; text-overflow: ellipsis; cursor: default; }
  .discord-replied-message-content:hover { color: inherit; }
  .discord-replied-deleted-message-content { color: var(--muted); }
  .discord-application-tag { background: var(--brand) !important; flex: none; }
`

const sheets: readonly [{ elementStyles: unknown[] }, string][] = [
  [
    DiscordMessages,
    `:host { background: none !important; border: 0 !important; color: var(--text) !important; line-height: 1.375; }
     ::slotted(*) { padding: 0; }
     ::slotted(*:not(:first-child)) { margin-top: 0; }`,
  ],
  [
    DiscordMessage,
    `:host { color: var(--text) !important; font: inherit; padding: 2px 48px 2px 16px !important; margin: 0 !important; background: none !important; }
     .discord-message-timestamp, .discord-message-edited { color: var(--muted) !important; }
     .discord-message-edited { font-size: 0.7rem; }
     .discord-message-content { min-width: 0; padding-top: 0; line-height: 1.375; }
     .discord-author-avatar { margin-top: 2px; }
     .discord-author-avatar img { cursor: default; }
     .discord-message-body-only-indent { flex: none; margin: 0; font-size: 0; }
     .discord-message-body-only-indent::before { content: none !important; }
     @media (max-width: 480px) {
       :host { padding: 2px 12px 2px 12px !important; }
       .discord-author-avatar { margin-right: 10px; min-width: 36px; }
       .discord-author-avatar img { width: 36px; height: 36px; }
       .discord-message-body-only-indent { width: 46px; }
     }`,
  ],
  [
    DiscordAuthorInfo,
    `.discord-author-username { color: var(--heading) !important; font-weight: 600 !important; cursor: default !important; }
     .discord-author-username:hover { text-decoration: none !important; }
     .discord-application-tag { background: var(--brand) !important; margin-left: 0.3rem; }`,
  ],
  [
    DiscordCommand,
    `${HEAD}
     :host .discord-slash-command-name { color: var(--link) !important; background: var(--chip) !important; margin-left: 0.25rem; }
     :host .discord-slash-command-name:hover { color: var(--link) !important; background: var(--chip) !important; }
     .discord-context-command-name { color: var(--link) !important; opacity: 1 !important; margin-left: 0.25rem; flex: none; }
     .discord-arrow-right-icon { flex: none; }
     .discord-context-user { flex: none; }
     .discord-replied-message-username { margin-right: 0.25rem !important; }
     @media (max-width: 480px) { :host { margin-left: 46px; margin-right: 64px; } :host::before { left: -30px; } }`,
  ],
  [
    DiscordReply,
    `${HEAD}
     @media (max-width: 480px) { :host { margin-left: 46px; margin-right: 64px; } :host::before { left: -30px; } }`,
  ],
  [
    DiscordEmbed,
    `:host { color: var(--text) !important; font-size: 0.875rem; margin: 4px 0; max-width: 100%; }
     .discord-left-border { background-color: var(--line-strong); }
     .discord-embed-wrapper { background: var(--embed) !important; border-color: var(--line) !important; max-width: min(520px, 100%) !important; }
     .discord-embed-wrapper .discord-embed-grid { grid-template-columns: minmax(0, auto); min-width: 0; }
     slot[name='footer']::slotted(*) { grid-column: 1 / 1; }`,
  ],
  [DiscordEmbedDescription, ':host { line-height: 1.375; overflow-wrap: anywhere; }'],
  [DiscordEmbedField, ':host { line-height: 1.375; }'],
  [DiscordEmbedFooter, ':host { color: var(--muted) !important; }'],
  [
    DiscordMention,
    `:host { color: var(--mention) !important; background: var(--mention-background) !important; cursor: default !important; }`,
  ],
]

for (const [component, text] of sheets) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  component.elementStyles.push(sheet)
}
