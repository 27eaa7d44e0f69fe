/** Where servers' own articles are kept. */

export { hashIn } from './names.js'
export { isOwn, OWN, ownId } from './own.js'
export { ServerFolders } from './places.js'
export { prepare } from './prepare.js'
export { orRefuse, StoreError } from './refusals.js'
export { ServerStore, type StoredFile } from './servers.js'
