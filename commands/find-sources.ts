import { claimsIn } from '../src/answers/question-message.js'
import { type Command, inMessageMenu } from '../src/discord/command.js'

export default {
  definition: inMessageMenu('Find sources'),
  defer: 'private',
  questions: (text) => claimsIn(text).map((question) => ({ command: 'ask', question })),
} satisfies Command
