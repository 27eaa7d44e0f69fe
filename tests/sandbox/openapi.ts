import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { ErrorObject, ValidateFunction } from 'ajv'
import type { RecordedRequest } from '../../src/sandbox/sandbox.js'

const require = createRequire(import.meta.url)
const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
const addFormats = require('ajv-formats') as typeof import('ajv-formats').default

/** Discord's own description of its API; it lies beside the project and is not part of it. */
const DOCUMENT = resolve('../shared/discord/openapi.json')

/** Whether there is a document to check against. Tests that need it skip where there is none. */
export const hasOpenApi = existsSync(DOCUMENT)

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { required?: boolean; content: Record<string, unknown> }
  responses: Record<string, { content?: Record<string, unknown> }>
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties?: Record<string, { type?: unknown }> }> }
}

let loaded:
  | { document: Document; bodies: InstanceType<typeof Ajv2020>; queries: InstanceType<typeof Ajv2020> }
  | undefined

function load() {
  if (loaded) return loaded
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document
  for (const { properties } of Object.values(document.components.schemas)) {
    // The prose of Discord's documentation, and its own clients, send this bit field as a string.
    const field = properties?.default_member_permissions
    if (field) field.type = ['integer', 'string', 'null']
  }
  const make = (coerceTypes: boolean) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, coerceTypes })
    addFormats(ajv)
    return ajv.addSchema(document, 'discord')
  }
  loaded = { document, bodies: make(false), queries: make(true) }
  return loaded
}

const pointer = (...steps: string[]): string =>
  `discord#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

/** The check of one part of the document; it is compiled when it is first needed. */
function compiled(ajv: InstanceType<typeof Ajv2020>, ...steps: string[]): ValidateFunction {
  const validate = ajv.getSchema(pointer(...steps))
  if (!validate) throw new Error(`the document has no ${steps.join(' → ')}`)
  return validate as ValidateFunction
}

/** The errors that lie deepest: of a union's many complaints, those of the branch that was meant. */
function complaints(where: string, errors: ErrorObject[] | null | undefined): string[] {
  const all = (errors ?? []).filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf')
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length
  const deepest = Math.max(...all.map(depth))
  const lines = all
    .filter((error) => depth(error) === deepest)
    .map((error) => `${where}${error.instancePath} ${error.message}`)
  return [...new Set(lines)].slice(0, 5)
}

/**
 * Checks what a bot requested against Discord's OpenAPI document: that there is such an operation, its query
 * and its body.
 * @returns one readable line for each fault; none when all is well
 */
export function validateRequests(requests: readonly RecordedRequest[]): string[] {
  return requests.flatMap((request) => {
    const name = `${request.method} ${request.path}`
    const faults = validateRequest(request)
    return faults.map((fault) => `${name}: ${fault}`)
  })
}

function validateRequest({ method, route, query, body, files }: RecordedRequest): string[] {
  const { document, bodies, queries } = load()
  const verb = method.toLowerCase()
  const operation = route === null ? undefined : document.paths[route]?.[verb]
  if (route === null || !operation) return ['there is no such operation']
  const parameters = operation.parameters ?? []
  const known = parameters
    .map((parameter, index) => ({ ...parameter, index }))
    .filter((parameter) => parameter.in === 'query')
  const faults = Object.keys(query)
    .filter((name) => !known.some((parameter) => parameter.name === name))
    .map((name) => `query ${name} is unknown`)
  for (const { name, required, index } of known) {
    if (query[name] === undefined) {
      if (required) faults.push(`query ${name} is missing`)
      continue
    }
    const validate = compiled(queries, 'paths', route, verb, 'parameters', String(index), 'schema')
    // Coercion replaces a member of an object, so the value is checked as one.
    const holder = { value: query[name] }
    if (
      !validate(holder.value, {
        instancePath: '',
        parentData: holder,
        parentDataProperty: 'value',
        rootData: holder as never,
        dynamicAnchors: {},
      })
    )
      faults.push(...complaints(`query ${name}`, validate.errors))
  }
  const content = operation.requestBody?.content
  if (body === undefined) {
    if (operation.requestBody?.required) faults.push('body is missing')
    return faults
  }
  if (!content) return isEmpty(body) ? faults : [...faults, 'body is not expected']
  const type = files.length > 0 ? 'multipart/form-data' : 'application/json'
  if (!content[type]) return [...faults, `body may not be ${type}`]
  const validate = compiled(bodies, 'paths', route, verb, 'requestBody', 'content', type, 'schema')
  if (!validate(body)) faults.push(...complaints('body', validate.errors))
  for (const { field } of files)
    if (!/^files\[\d\]$/.test(field)) faults.push(`file field ${field} is unknown`)
  return faults
}

const isEmpty = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0

/** Checks what the sandbox answered against the operation's answer of that status. */
export function validateResponses(requests: readonly RecordedRequest[]): string[] {
  const { document, bodies } = load()
  return requests.flatMap(({ method, path, route, status, response }) => {
    if (response === undefined || route === null) return []
    const verb = method.toLowerCase()
    const name = `${method} ${path} → ${status}`
    const answer = document.paths[route]?.[verb]?.responses[String(status)]
    if (!answer) return status >= 400 ? [] : [`${name}: there is no such answer`]
    if (!answer.content) return [`${name}: no body is expected`]
    const validate = compiled(
      bodies,
      'paths',
      route,
      verb,
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    )
    return validate(response) ? [] : complaints(`${name}: body`, validate.errors)
  })
}
