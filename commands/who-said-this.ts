import { quotedIn } from '../src/answers/questions/index.js'
import { type Command, inMessageMenu } from '../src/discord/index.js'

export default {
  definition: inMessageMenu('Who said this?'),
  defer: 'private',
  questions: (text) => quotedIn(text).map((words) => ({ command: 'who-said', words })),
} satisfies Command
