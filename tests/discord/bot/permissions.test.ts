import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { mayDo } from '../../../src/discord/bot/permissions.js'

test.each([
  ['a member with Manage Server', PermissionFlagsBits.ManageGuild, true],
  ['an administrator', PermissionFlagsBits.Administrator, true],
  [
    'a member with other permissions',
    PermissionFlagsBits.ManageMessages | PermissionFlagsBits.SendMessages,
    false,
  ],
  ['a member with none', 0n, false],
  ['anybody in direct messages', null, false],
])('GIVEN %s THEN what needs Manage Server is %2$s', (_, permissions, allowed) => {
  expect(mayDo('Manage Server', permissions)).toBe(allowed)
})
