/** Discord's error tree: fields by name or index, each with its `_errors`. */
export interface ErrorTree {
  _errors?: { code: string; message: string }[]
  [field: string]: ErrorTree | { code: string; message: string }[] | undefined
}

/** Discord's "no": an HTTP status and a JSON error code. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly errors: ErrorTree | undefined

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.errors = errors
  }

  toJSON(): { message: string; code: number; errors?: ErrorTree } {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const refuse = {
  noSuchRoute: () => new Refusal(404, 0, '404: Not Found'),
  wrongMethod: () => new Refusal(405, 0, '405: Method Not Allowed'),
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  brokenJson: () => new Refusal(400, 50109, 'The request body contains invalid JSON.'),
  tooLarge: () => new Refusal(413, 40005, 'Request entity too large'),
  unknownApplication: () => new Refusal(404, 10002, 'Unknown Application'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, 10004, 'Unknown Guild'),
  unknownMember: () => new Refusal(404, 10007, 'Unknown Member'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownRole: () => new Refusal(404, 10011, 'Unknown Role'),
  unknownUser: () => new Refusal(404, 10013, 'Unknown User'),
  unknownEmoji: () => new Refusal(400, 10014, 'Unknown Emoji'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new Refusal(404, 10063, 'Unknown application command'),
  tooManyCommands: () =>
    new Refusal(400, 30034, 'Max number of daily application command creates has been reached (200)'),
  tooManyReactions: () => new Refusal(400, 30010, 'Maximum number of reactions reached (20)'),
  alreadyAcknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  notInDm: () => new Refusal(400, 50003, 'Cannot execute action on a DM channel'),
  notTheAuthor: () => new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  cannotDm: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
  notAText: () => new Refusal(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new Refusal(403, 50013, 'Missing Permissions'),
  invalidBulkDelete: () =>
    new Refusal(
      400,
      50016,
      'Provided too few or too many messages to delete. Must provide at least 2 and at most 100 messages to delete.',
    ),
  tooOldToBulkDelete: () =>
    new Refusal(400, 50034, 'You can only bulk delete messages that are under 14 days old.'),
  wrongChannelType: () => new Refusal(400, 50024, 'Cannot execute action on this channel type'),
  invalidWebhookToken: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  invalidForm: (errors: ErrorTree) => new Refusal(400, 50035, 'Invalid Form Body', errors),
  threadArchived: () => new Refusal(400, 50083, 'Thread is archived'),
  reactionBlocked: () => new Refusal(403, 90001, 'Reaction was blocked'),
  threadExists: () => new Refusal(400, 160004, 'A thread has already been created for this message'),
} as const
