import { z } from 'zod'

const id = z.string().regex(/^\d{1,20}$/)
const customId = z.string().max(100)
/** A file with its bytes in base64. */
const upload = z.object({ name: z.string().min(1).max(260), data: z.base64() })
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), upload]))

/** What a visitor does, in a place, as somebody. */
const actionForm = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('send'),
    content: z.string(),
    replyTo: id.optional(),
    pingReplied: z.boolean().optional(),
    files: z.array(upload).max(10).optional(),
  }),
  z.object({ do: z.literal('edit'), message: id, content: z.string() }),
  z.object({ do: z.literal('delete'), message: id }),
  z.object({ do: z.literal('type') }),
  z.object({ do: z.literal('react'), message: id, emoji: z.string().max(100), added: z.boolean() }),
  z.object({ do: z.literal('command'), name: z.string(), options }),
  z.object({ do: z.literal('complete'), name: z.string(), options, focused: z.string() }),
  z.object({ do: z.literal('app'), name: z.string(), message: id }),
  z.object({ do: z.literal('click'), message: id, customId }),
  z.object({ do: z.literal('select'), message: id, customId, values: z.array(z.string()).max(25) }),
  z.object({
    do: z.literal('submit'),
    exchange: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
])

/** One request of the page. */
export const requestForm = z.object({ as: id, in: id, action: actionForm })

export type UserAction = z.infer<typeof actionForm>
export type UserActionRequest = z.infer<typeof requestForm>
