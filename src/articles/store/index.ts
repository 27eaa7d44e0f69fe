/** Where servers' own articles are kept. */
export { prepare, type StoredFile } from './folder.js'
export { hashIn } from './names.js'
export { isOwn, OWN, ownId } from './own.js'
export { ServerFolders } from './places.js'
export { orRefuse, StoreError } from './refusals.js'
export { ServerStore } from './servers.js'
