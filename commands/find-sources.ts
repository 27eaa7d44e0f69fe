import { claimsIn } from '../src/answers/questions/index.js'
import { type Command, inMessageMenu } from '../src/discord/index.js'

export default {
  definition: inMessageMenu('Find sources'),
  defer: 'private',
  questions: (text) => claimsIn(text).map((question) => ({ command: 'ask', question })),
} satisfies Command
