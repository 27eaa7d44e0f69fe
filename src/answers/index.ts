import type { Archive, Scope } from '../archive/contract/archive.js'
import { message, type Value } from '../i18n/message.js'
import { foreignLanguage } from '../language/foreign.js'
import { ask, told, weigh } from './commands/ask.js'
import { brief } from './commands/brief.js'
import { article, ofItself, sources, status } from './commands/catalogue.js'
import { mayHold, officeAsked, whoHolds } from './commands/holders/office-holder.js'
import { mayAskRole, whoIsInRole } from './commands/holders/role-holder.js'
import { personAsked, whoIs } from './commands/holders/who-is.js'
import { quotes } from './commands/said/quotes.js'
import { isEnough, meantBy } from './commands/said/speaker-match.js'
import { whoSaid } from './commands/said/who-said.js'
import { search } from './commands/search.js'
import { when } from './commands/when.js'
import { compare } from './compare/compare.js'
import { nobodysPronoun } from './dialogue/antecedents.js'
import { parted } from './dialogue/clause.js'
import { isTopic, namesItsOwn } from './dialogue/topic.js'
import { answersItself } from './live.js'
import type { Answer, Question } from './model/answer.js'
import { stemsOf } from './model/citation.js'
import { refusal } from './model/no-answer.js'
import { cleanQuery, LONGEST_QUESTION, unquote, whyNot } from './model/query.js'
import { retrieve } from './passage-qa/retrieve.js'
import { timeline } from './timeline/timeline.js'

export { ask } from './commands/ask.js'

export { hasNews } from './commands/brief.js'

/**
 * Answers a question from the archive, with citations that stand word for word in its articles. A question
 * that can't be asked as it stands is answered with a note that says why. An archive that answers in a thread of
 * its own is asked there.
 * @throws ArchiveUnavailable when the archive could not answer this time
 */
export async function answer(question: Question, archive: Archive, scope: Scope): Promise<Answer> {
  const options = Object.values(question).filter((option) => typeof option === 'string')
  if (options.some((option) => option.length > LONGEST_OPTION))
    return refusal(question.command, '', whyNot(options.join(' '), '`/when geneva`')!)
  if (answersItself(archive)) return archive.answer(question, scope)
  const language = foreignLanguage(wordsOf(question))
  // Names may stand in an article as they were typed, in whatever script; a whole question does not.
  if (language && question.command === 'ask')
    return refusal('ask', question.question, { text: language.line })
  const answered = await answerInEnglish(question, archive, scope)
  if (!language || answered.findings.length > 0) return answered
  return { ...answered, closest: [], note: [[{ text: language.line }]] }
}

/** What a question is about, where that is in words of the asker's own. */
function wordsOf(question: Question): string {
  switch (question.command) {
    case 'ask':
      return question.question
    case 'when':
    case 'compare':
    case 'timeline':
    case 'brief':
      return question.topic ?? ''
    case 'search':
      return question.words
    case 'quotes':
      return `${question.speaker} ${question.topic ?? ''}`
    default:
      return ''
  }
}

async function answerInEnglish(question: Question, archive: Archive, scope: Scope): Promise<Answer> {
  switch (question.command) {
    case 'when':
      return checked('when', question.topic, '`/when geneva`', (topic) =>
        when(topic, question.verb, archive, scope),
      )
    case 'timeline':
      return timeline(question, archive, scope)
    case 'brief':
      return brief(question, archive, scope)
    case 'compare':
      return checked('compare', question.topic, '`/compare troops`', (topic) =>
        compare(topic, archive, scope),
      )
    case 'who-said':
      return checked('who-said', question.words, '`/who-said "severe sanctions"`', (words) =>
        whoSaid(unquote(words), optional(question.speaker), archive, scope),
      )
    case 'quotes':
      return checked('quotes', question.speaker, '`/quotes Biden`', (speaker) =>
        quotes(unquote(speaker), optional(question.topic), archive, scope),
      )
    case 'ask':
      return checked('ask', question.question, '`/ask Where will the talks be held?`', async (text) => {
        const speaker = nobodysPronoun(text)
        return speaker
          ? refusal('ask', text, whoIsMeant(speaker))
          : topicOrAnswer(text, await askedNear(text, question.near, archive, scope), archive, scope)
      })
    case 'search':
      return checked('search', question.words, '`/search sanctions`', (words) =>
        search({ ...question, words }, archive, scope),
      )
    case 'article':
      return checked(
        'article',
        question.name,
        message('noteByName', { command: '`/article`', sources: '`/sources`' }),
        (name) => article(name, archive, scope),
      )
    case 'sources':
      return sources(optional(question.outlet), archive, scope)
    case 'status':
      return status(archive, scope)
    case 'help':
    case 'privacy':
      return ofItself(question.command)
  }
}

const whoIsMeant = (speaker: string) =>
  speaker === 'it'
    ? message('noteWhatIsMeant', { speaker, example: '`/ask How long is the bridge?`' })
    : message('noteWhoIsMeant', { speaker, example: '`/ask How old is Lavrov?`' })

/** Of a topic ("the dam", "flood aid") that nothing is asked about: what the articles say of it. */
async function topicOrAnswer(text: string, answer: Answer, archive: Archive, scope: Scope): Promise<Answer> {
  if (answer.findings.length > 0 || !isTopic(text)) return answer
  const found = await search({ command: 'search', words: text }, archive, scope)
  return found.findings.length > 0 ? found : answer
}

/**
 * The answer in the articles that a conversation is about, if they tell it in a word; or else in all of them.
 * @param near the articles to look into first, a line each
 */
async function askedNear(
  text: string,
  near: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const { main, about } = parted(text)
  const anywhere = () => askAnything(text, archive, scope)
  // What the conversation was about may not matter to this question: it must answer for itself.
  if (about.startsWith('– ')) return askedAside(main, about, await anywhere(), near, archive, scope)
  if (!near) return anywhere()
  const there = narrowed(archive, near.split('\n'))
  const [first, all] = [await weighed(text, there, scope), await weighed(text, archive, scope)]
  const { articles } = told(all, text)
  const expected = first.odds >= all.odds ? told(first, text, ENOUGH_NEARBY) : null
  if (expected && isTold(expected)) return { ...expected, articles }
  const everywhere = await anywhere()
  if (isTold(everywhere)) return everywhere
  if (expected && expected.findings.length > 0) return { ...expected, articles }
  if (everywhere.findings.length > 0) return everywhere
  // A sentence that answers need not say again what the conversation is about.
  for (const where of about ? [there, archive] : []) {
    const bare = await ask(main, where, scope)
    if (isTold(bare)) return { ...bare, query: text, articles }
  }
  return everywhere
}

const weighed = async (text: string, archive: Archive, scope: Scope) =>
  weigh(await retrieve(text, archive, scope))

/**
 * The log-odds that are enough in the articles of the last answer. Set by hand: in an article that holds an answer, the
 * first sentence of at least so much is right in .86 of the cases (445 questions asked of the article of their answer).
 */
const ENOUGH_NEARBY = -0.8

/**
 * The answer to a question that may or may not be about what a conversation was about: in its articles, or with its
 * topic, or by itself.
 */
async function askedAside(
  main: string,
  about: string,
  withTopic: Answer,
  near: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const { query, articles } = withTopic
  const person = personAsked(main)
  const called = person && (await whoIs(query, person, archive, scope))
  if (called) return { ...called, articles }
  const inThose = near ? await weighed(main, narrowed(archive, near.split('\n')), scope) : null
  const there = inThose && told(inThose, main)
  if (there && isTold(there)) return { ...there, query, articles }
  // What speaks of the topic itself; that of another flood is no answer about this one.
  if (isTold(withTopic) && speaksOf(main, withTopic) && speaksOf(about, withTopic)) return withTopic
  const expected = inThose && told(inThose, main, ENOUGH_NEARBY)
  if (expected && isTold(expected)) return { ...expected, query, articles }
  // Another boy than the one that was told of is not asked about.
  const alone = namesItsOwn(main) ? null : await askAnything(main, archive, scope)
  const found = [alone, expected].find((one) => one && one.findings.length > 0)
  return { ...(found ?? (!alone || speaksOf(main, withTopic) ? withTopic : alone)), query, articles }
}

/** Whether the best finding has a word of the question itself. */
const speaksOf = (main: string, { findings: [first] }: Answer) => {
  const asked = stemsOf(main)
  return (
    asked.length === 0 ||
    (first?.citations.some(({ snippet }) => stemsOf(snippet).some((stem) => asked.includes(stem))) ?? false)
  )
}

const isTold = ({ findings: [first] }: Answer) =>
  first?.citations.every(({ title }) => title !== first.text) ?? false

/** The archive as far as passages of some articles go. */
const narrowed = (archive: Archive, among: readonly string[]): Archive => ({
  ...archive,
  passages: (query, scope) => archive.passages({ ...query, among }, scope),
})

/** What is asked of `/ask` but is for another command is answered by that one; who holds an office, by what people are called. */
async function askAnything(text: string, archive: Archive, scope: Scope): Promise<Answer> {
  const office = officeAsked(text)
  const holders = office && (await whoHolds(text, office, archive, scope))
  if (holders && holders.findings.length > 0) return holders
  const person = personAsked(text)
  const called = holders ? null : person && (await whoIs(text, person, archive, scope))
  if (called) return called
  const found = mayAskRole(text) ? await retrieve(text, archive, scope) : null
  const inRole = found && (await whoIsInRole(text, found, archive, scope))
  if (inRole?.answer) return inRole.answer
  if (holders) return holders
  if (office) return ask(text, archive, scope, (evidence) => mayHold(office, evidence), found)
  if (inRole) return ask(text, archive, scope, inRole.may, found)
  const meant = meantBy(text)
  const answered = meant && (await answer(meant, archive, scope))
  return answered && isEnough(answered)
    ? { ...answered, command: 'ask', query: text }
    : ask(text, archive, scope, null, found)
}

/** @param asked undefined where plain words such as “when?” left nothing to look for */
async function checked(
  command: Question['command'],
  asked: string | undefined,
  example: Value,
  run: (query: string) => Promise<Answer>,
): Promise<Answer> {
  const query = cleanQuery(asked ?? '')
  const why = whyNot(query, example)
  return why ? refusal(command, query.slice(0, 100), why) : run(query)
}

/** Characters of one option as it was typed, with its mark-up and spaces. */
const LONGEST_OPTION = 8 * LONGEST_QUESTION

const optional = (text: string | undefined) => (text ? cleanQuery(text) || undefined : undefined)
