/** Where everything is kept that lasts besides the shared articles. */
export { copyState, type Inventory, inventory } from './copy.js'
export { type Duty, SoleDuty, type Work } from './duty.js'
export { FileState, type FileStateOptions } from './file-state.js'
export { MemoryState } from './memory-state.js'
export { PostgresDuty } from './postgres-duty.js'
export { PostgresState } from './postgres-state.js'
export {
  type Changes,
  isServer,
  type LogEntry,
  type Owner,
  type State,
  type StateEntry,
  StateUnavailable,
} from './state.js'
