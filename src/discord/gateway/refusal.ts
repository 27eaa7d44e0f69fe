import { type MessageKey, message, type Values } from '../../i18n/message.js'
import { MessageError } from '../../i18n/message-error.js'
import type { Permission } from '../bot/permissions.js'

/** What a person asks for that can't be done as it stands. */
export class Refusal extends MessageError {
  override readonly name = 'Refusal'

  constructor(what: MessageKey, values: Values = {}) {
    super([message(what, values)])
  }
}

/** Permissions as Discord calls them in each language. */
const PERMISSION_NAMES: Readonly<Record<Permission, MessageKey>> = {
  'Manage Server': 'manageServer',
  'Manage Messages': 'manageMessages',
}

/** @param command what the permission lacks for */
export const lacksPermission = (command: string, permission: Permission): Refusal =>
  new Refusal('needsPermission', { command, permission: message(PERMISSION_NAMES[permission]) })
