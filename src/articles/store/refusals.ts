import { type KeyedMessage, message } from '../../i18n/message.js'
import { MessageError } from '../../i18n/message-error.js'
import { StateUnavailable } from '../../state/index.js'

/** Why nothing was stored or removed, for moderators. */
export class StoreError extends MessageError {
  override readonly name = 'StoreError'
}

const CAUSES: Readonly<Record<string, KeyedMessage>> = {
  ENOSPC: message('noteDiskFull'),
  EDQUOT: message('noteDiskFull'),
  EROFS: message('noteDiskReadOnly'),
  EACCES: message('noteMayNotWrite'),
  EPERM: message('noteMayNotWrite'),
  ENOTDIR: message('noteNotChanged', { cause: message('causeNoFolderThere') }),
  EISDIR: message('noteMayNotWrite'),
  EIO: message('noteNotChanged', { cause: message('causeDisk') }),
  EMFILE: message('noteNotChanged', { cause: message('causeOpenFiles') }),
}

/** Runs a change of what is kept; what goes wrong is told without paths. */
export async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) throw error
    if (error instanceof StateUnavailable) {
      const cause = message('noteNotChanged', { cause: message('causeDatabase') })
      throw new StoreError([cause, message('noteTryLater')], { cause: error })
    }
    const cause = CAUSES[(error as NodeJS.ErrnoException).code ?? '']
    if (!cause) throw error
    throw new StoreError([cause, message('noteTellOperator')], { cause: error })
  }
}
