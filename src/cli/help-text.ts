/** What `/help` answers on the command line. */
export const HELP = [
  '`/when geneva` – the dates of a topic, with the sentences that give them',
  '`/who-said "severe sanctions"` – who said it, and each outlet’s wording',
  '`/quotes Lavrov` – what one person is reported to have said',
  '`/timeline geneva` – the events in order, with a picture',
  '`/brief`, `/brief geneva since:2022-01-03` – what is new',
  '`/compare troops` – what each outlet says, side by side',
  '`/ask How many troops are at the border?` – the sentences that answer, or silence',
  '`/search sanctions "hypersonic missile" -gas` – passages; quotation marks mean exactly so',
  '`/sources`, `/article` – what is in the archive',
  '`/status` – how large it is and when it was built',
  '',
  'Mention me and ask in plain words: when are the talks in Geneva?',
  'Every answer is quoted word for word from an article. Where the articles are silent, so am I.',
].join('\n')

/** What `/privacy` answers there. */
export const PRIVACY =
  'What is asked on the command line is kept nowhere. PRIVACY.md tells what the bot keeps, for how long, and how it is deleted.'
