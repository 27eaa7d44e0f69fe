import { FileState, type FileStateOptions } from '../../src/state/index.js'

/** What is kept in files below a folder, a folder to a server. */
export const filesIn = (servers: string, others: Partial<FileStateOptions> = {}) =>
  new FileState({ servers, ...others })
