/** What a message means after those before it. */
export { leansOnContext, pageAfter, remarkOn } from './dialogue.js'
export { isSmallTalk } from './dialogue-acts.js'
export { understood } from './truecasing.js'
export { type Turn, turnOf } from './turn.js'
