/** Why nothing was stored or removed. The message is a sentence or two for moderators. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk can only be read',
  EACCES: 'the bot may not write there',
  EPERM: 'the bot may not write there',
  ENOTDIR: 'a file stands where its folder should be',
  EISDIR: 'the bot may not write there',
  EIO: 'the disk does not work',
  EMFILE: 'too many files are open',
}

/** Runs a change of files; what goes wrong is told without paths. */
export async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) throw error
    const cause = CAUSES[(error as NodeJS.ErrnoException).code ?? '']
    if (!cause) throw error
    throw new StoreError(`Nothing was changed: ${cause}. Tell the operator of the bot.`, { cause: error })
  }
}
