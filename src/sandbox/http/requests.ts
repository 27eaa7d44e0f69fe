/** A file of a multipart request. */
export interface UploadedFile {
  /** Name of the form field, e.g. `files[0]`. */
  field: string
  name: string
  type: string
  data: Buffer
}

/** A REST request that the bot made. */
export interface RecordedRequest {
  method: string
  /** As requested, without the API prefix and the query: `/channels/123/messages`. */
  path: string
  /** As in Discord's OpenAPI document: `/channels/{channel_id}/messages`; null where there is no such route. */
  route: string | null
  params: Record<string, string>
  query: Record<string, string>
  /** Parsed JSON, the `payload_json` of a multipart body, or undefined where there is no body. */
  body: unknown
  files: UploadedFile[]
  /** The answer's HTTP status; 0 where the connection was cut without one. */
  status: number
  /** The answer's JSON, or undefined. */
  response: unknown
  /** Milliseconds since 1970 by the sandbox's clock. */
  at: number
}
