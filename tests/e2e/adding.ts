import type { Actor } from '../../src/sandbox/sandbox.js'
import { buttonsOf } from './desk.js'

export const BALLOON =
  'A weather balloon of the coast guard was lost above the ridge of Lorne on 20 May 2023, the harbour master said.'
export const SECOND =
  'Nobody was hurt, and the balloon was found two days later in a field behind the school of Orsk.'
/** An article as somebody attaches it. */
export const FILE = { name: 'balloon.txt', data: `Balloon lost above Lorne\n\n${BALLOON}\n\n${SECOND}\n` }

export const idOf = (message: Parameters<typeof buttonsOf>[0], label: string) =>
  buttonsOf(message).get(label)!.id

/** Adds an article by a file as a moderator does: gives it, opens the form, sends it. */
export async function add(
  { moderator }: { readonly moderator: Actor },
  fields: Record<string, string> = {},
  options: Parameters<Actor['command']>[1] = { file: FILE },
) {
  const draft = await moderator.command('articles add', options).response()
  const form = moderator.click(draft, idOf(draft, 'Check and add'))
  const done = await (await moderator.submitModal(form, fields)).response()
  return { draft, form, done }
}
