import { quotedIn } from '../src/answers/question-message.js'
import { type Command, inMessageMenu } from '../src/discord/command.js'

export default {
  definition: inMessageMenu('Who said this?'),
  defer: 'private',
  questions: (text) => quotedIn(text).map((words) => ({ command: 'who-said', words })),
} satisfies Command
