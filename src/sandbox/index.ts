/** A small Discord on this machine, its page and its terminal. */

export { keepWorld, keptWorld } from './kept.js'
export { startPage } from './page/page.js'
export { startSandbox } from './sandbox.js'
export { runTerminal } from './terminal/terminal.js'
