import { claimsIn } from '../src/answers/questions/message.js'
import { type Command, inMessageMenu } from '../src/discord/bot/command.js'

export default {
  definition: inMessageMenu('Find sources'),
  defer: 'private',
  questions: (text) => claimsIn(text).map((question) => ({ command: 'ask', question })),
} satisfies Command
