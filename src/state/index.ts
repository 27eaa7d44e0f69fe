/** Where everything is kept that lasts besides the shared articles. */
export { copyState, type Inventory, inventory } from './copy.js'
export { type Duty, SoleDuty, type Work } from './duty.js'
export { FileState, type FileStateOptions } from './file-state.js'
export { MemoryState } from './memory-state.js'
export { PostgresDuty } from './postgres-duty.js'
export { PostgresState } from './postgres-state.js'
export {
  type Changes,
  type Entry,
  isServer,
  type LogEntry,
  type Owner,
  type State,
  StateUnavailable,
} from './state.js'
