import { PermissionFlagsBits } from 'discord-api-types/v10'

/** What commands may ask of a member, in the words of Discord's settings. */
export const PERMISSIONS = {
  'Manage Server': PermissionFlagsBits.ManageGuild,
  'Manage Messages': PermissionFlagsBits.ManageMessages,
} as const

export type Permission = keyof typeof PERMISSIONS

/**
 * Whether somebody with these permissions may do this. Outside of a server nobody may.
 * @param permissions the bit field that Discord computed for the member in the channel; null in direct messages
 */
export function mayDo(permission: Permission, permissions: bigint | null): boolean {
  if (permissions === null) return false
  return (permissions & (PERMISSIONS[permission] | PermissionFlagsBits.Administrator)) !== 0n
}
