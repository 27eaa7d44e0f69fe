/**
 * The bot's own words. `{name}` stands for a value, `{n|one|other}` for the form that goes with the number `n`.
 * Those whose name begins with `note` are made in rooms that know only English, and recognised by their wording.
 */
export const english = {
  // An answer
  sourcesDiffer: 'Sources differ:',
  moreCitations: 'and {n} more {n|citation|citations}',
  moreFindings: '… and {n} more. Ask more narrowly to see them.',
  moreAlone: '… and {n} more. Ask this alone to see them.',
  reportedBy: 'as reported by {name}',
  notNamed: 'not named by the article',
  notVerbatim: 'not word for word',
  undated: 'undated',
  about: 'about {date}',
  headline: 'headline',
  articles: '{n} {n|article|articles}',
  asOf: 'as of {day}',
  page: 'page {page} of {pages}',
  silent: 'The articles say nothing about this.',
  changed: 'The articles have changed since this was asked. This is the answer as it is now.',
  moreQuestions: 'I answer at most {n} questions of one message; these are the first.',
  moreClaims: 'I look at no more than {n} sentences of a message; these are the first.',
  // Buttons and menus
  share: 'Share with channel',
  shared: 'Shared',
  sharedBy: 'Shared by {who}',
  delete: 'Delete',
  context: 'Show a citation in its context',
  thanks: 'Thank you. That helps to see what the articles lack.',
  articleChanged: 'That article has changed or is gone. Ask again, or look at /sources.',
  oldButton: 'This button is from another version of me. Please ask again.',
  notYours: 'Only whoever asked, or a member with the permission “Manage Messages”, can delete this answer.',
  // Refusals
  unknownCommand: 'This command is not there any more. Type / to see those that are.',
  needsPermission: 'For /{command} you need the permission “{permission}” in this server.',
  noWords: 'There are no words to go by in “{option}”. /{command} needs: {what}',
  optionTooLong:
    '“{option}” is too long: {length} characters, and at most {most} are read. Ask with the few words that matter.',
  questionTooLong:
    'The question is too long: {length} characters, and at most {most} are read. Ask with the few words that matter.',
  noOption: '/{command} has no option “{option}”.',
  noText: 'There are no words in this message that I could look for.',
  cooldown: 'You are asking faster than I can look things up. Try again in {n} {n|second|seconds}.',
  busy: 'Very many are asking at once just now. Ask again in a minute.',
  missingPermissions:
    'I can’t answer you in {channel}: I lack the permission {permissions} there. Whoever manages the channel can grant it. My commands work all the same; type / to see them.',
  // Trouble
  tooSlow:
    'This took longer than {n} {n|second|seconds}, so I have stopped waiting. Try again in a moment, or ask with fewer words.',
  failed: 'Something went wrong here, and it is not your fault. Try again in a moment.',
  reference: 'Reference: {reference}',
  // Help
  helpTitle: 'How to ask',
  helpMention: 'Or mention me and ask in plain words: when are the talks in Geneva?',
  helpThread: 'In a thread, or in reply to an answer, go on asking: and in Vienna? Who said that?',
  helpMenu: 'Right-click a message → Apps: {commands}',
  helpPromise:
    'Every answer is quoted word for word from an article. Where the articles are silent, so am I.',
  private: 'Only you see the answer',
  // Status
  statusTitle: 'Status',
  statusBot: 'Crisis Desk {version}, up since {when}',
  statusArchive: 'Archive {version}, articles last read {when}',
  statusVain: 'Asked here in vain of late:',
  // Reload
  reloadTitle: 'Articles reloaded',
  reloadCounts:
    '+{added} added · −{removed} removed · ~{changed} changed · ={unchanged} unchanged · ✗{rejected} rejected',
  reloadMore: '… and {n} more',
  reloadTime: 'in {seconds} s',
  // Made elsewhere
  noteSilent: 'The articles don’t say.',
  noteClosest: 'What comes closest:',
  noteNobody: 'Nobody in the articles said this.',
  noteClosestAre: 'The closest are:',
  noteNoArticles: 'There are no articles yet. Add some to the articles folder, then reload.',
  noteNoOutlet: 'No article is from “{outlet}”.',
  noteNoArticle: 'No one article fits “{name}”. There are, for example: {names}.',
  noteNothingSaid: 'The articles report nothing that “{speaker}” said.',
  noteNothingSaidAbout: 'The articles report nothing that “{speaker}” said about “{topic}”.',
  noteDidYouMean: 'Did you mean {name}?',
  noteBest: 'The best {shown} of {total} passages.',
  noteNothing: 'Nothing was found. `/sources` lists the outlets.',
  noteOnlyWithout: 'Say what to look for as well as what to leave out: `sanctions -gas`.',
  noteNotADay: '`{option}` is not a date: {value}. Write it as 2021-12-31, 2021-12 or 2021.',
  noteOrder: '`since` ({since}) is after `until` ({until}).',
  noteTooLong: 'That is {length} characters long. Ask in at most {most}, for example {example}.',
  noteNoWords: 'There is nothing to look for in that. Ask, for example, {example}.',
  noteOnlyOne: 'Only {outlet} speaks of this: there is nothing to compare.',
  noteNoCommand: 'There is no command /{command}. There are {commands}.',
  noteStopped:
    'The search stopped while it held this question. It is being restarted: ask again in a moment.',
  noteRestarting: 'The search is being restarted. Ask again in a moment.',
  noteReloading: 'A reload is already under way, started by {name}.',
  noteSize:
    '{articles} {articles|article|articles}, {passages} {passages|passage|passages}, {quotations} {quotations|quotation|quotations}, {dates} {dates|date|dates}',
  notePublished: 'Published {first} to {last}',
  noteNoEvent: 'The articles tell of no event from {from} to {to}.',
  noteNoEventSince: 'The articles tell of no event from {from}.',
  noteNoEventUntil: 'The articles tell of no event to {to}.',
  noteNoEventOf: 'The articles tell of no event of “{topic}” from {from} to {to}.',
  noteNoEventOfSince: 'The articles tell of no event of “{topic}” from {from}.',
  noteNoEventOfUntil: 'The articles tell of no event of “{topic}” to {to}.',
  noteUnreadable:
    '“{option}” can’t be read: “{value}”. Give a day, a month or a year, such as 2021-12-31, 2021-12 or 2021.',
  noteSwap: '“from” ({from}) is after “to” ({to}). Swap them.',
  noteTooManyYears: '{years} years are too many for one timeline. Ask for at most {most}, such as {example}.',
  noteFigures: 'Figures',
  noteDates: 'Dates',
  noteWording: 'Wording',
  noteAlso: 'Also',
  noteAgree: '{n} outlets agree',
  notePlanned: 'planned',
  noteHappening: 'happening',
  noteCancelled: 'cancelled',
  noteHypothetical: 'hypothetical',
} as const
