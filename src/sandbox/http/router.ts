import type { InteractiveCore } from '../interactions/interactions.js'
import type { UploadedFile } from './requests.js'

/** A request on its way to a route's handler. */
export interface Call<Body = unknown> {
  params: Record<string, string>
  query: Record<string, string>
  /** The parsed JSON; an empty object where there is none. */
  body: Body
  files: UploadedFile[]
}

/** An answer with a status of its own. */
export class Reply {
  readonly status: number
  readonly json: unknown

  constructor(status: number, json: unknown) {
    this.status = status
    this.json = json
  }
}

/** Gives the answer's JSON (200), nothing (204), or a `Reply`; throws a `Refusal`. */
export type Handler = (core: InteractiveCore, call: Call<never>) => unknown

export interface Route {
  method: string
  /** As in Discord's OpenAPI document. */
  template: string
  handler: Handler
  /** The path itself holds the credentials: no token is asked for. */
  open: boolean
}

/** Routes of one template: `on('/channels/{channel_id}', { GET: …, PATCH: … })`. */
export const on = (template: string, handlers: Record<string, Handler>, open = false): Route[] =>
  Object.entries(handlers).map(([method, handler]) => ({ method, template, handler, open }))

export interface Found {
  /** Undefined where the path is known, but not with this method. */
  route: Route | undefined
  template: string
  params: Record<string, string>
}

/** Finds the route of a path; templates with fixed words come before those with parameters in their place. */
export function router(routes: readonly Route[]): (method: string, path: string) => Found | undefined {
  const templates = [...new Set(routes.map(({ template }) => template))]
    .map((template) => ({ template, steps: template.split('/') }))
    .sort((a, b) => parameters(a.template) - parameters(b.template))
  return (method, path) => {
    const parts = path.split('/').map(decoded)
    for (const { template, steps } of templates) {
      const params = match(steps, parts)
      if (params)
        return {
          template,
          params,
          route: routes.find((route) => route.template === template && route.method === method),
        }
    }
    return undefined
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const parameters = (template: string): number => template.split('{').length

function match(steps: string[], parts: string[]): Record<string, string> | undefined {
  if (steps.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, step] of steps.entries()) {
    const part = parts[index]!
    if (step.startsWith('{')) {
      const name = step.slice(1, -1)
      if (part === '' || (name.endsWith('_id') && !/^\d{1,20}$/.test(part))) return undefined
      params[name] = part
    } else if (step !== part) return undefined
  }
  return params
}
