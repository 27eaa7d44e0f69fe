import { fileURLToPath } from 'node:url'

export const COMMANDS = fileURLToPath(new URL('../../commands', import.meta.url))
