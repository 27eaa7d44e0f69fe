import type { Notice, Outcome, View } from '../shared/protocol.js'
import type { UserAction } from '../shared/user-actions.js'

const token = document.querySelector<HTMLMetaElement>('meta[name="page-token"]')?.content ?? ''
const headers = { 'x-page-token': token }

const LOST = 'The program is not running any more. Start it again, then load this page again.'

/** What this person sees in the place; without a place, in #general. @throws Error when the server is gone. */
export async function fetchView(as: string | null, place: string | null): Promise<View> {
  const query = new URLSearchParams({ ...(as && { as }), ...(place && { in: place }) })
  const response = await fetch(`/api/view?${query}`, { headers }).catch(() => null)
  if (!response) throw new Error(LOST)
  if (!response.ok) throw new Error(await response.text())
  return response.json() as Promise<View>
}

/** Does something as this person in this place. Failures of the connection are refusals too. */
export async function act(as: string, place: string, action: UserAction): Promise<Outcome> {
  const body = JSON.stringify({ as, in: place, action })
  const response = await fetch('/api/actions', { method: 'POST', headers, body }).catch(() => null)
  if (!response) return { kind: 'refused', why: LOST }
  if (!response.ok) return { kind: 'refused', why: (await response.text()).trim() }
  return response.json() as Promise<Outcome>
}

export interface Hearer {
  /** At first, and after each break: what happened meanwhile has to be asked for. */
  onOpen(): void
  onNotice(notice: Notice): void
  /** The connection broke. It comes back by itself, unless the program was started anew. */
  onBreak(why: string): void
}

/** Hears what happens until the returned function is called. */
export function hear(as: string, { onOpen, onNotice, onBreak }: Hearer): () => void {
  const source = new EventSource(`/api/notices?${new URLSearchParams({ as, token })}`)
  source.onopen = onOpen
  source.onmessage = ({ data }: MessageEvent<string>) => onNotice(JSON.parse(data) as Notice)
  source.onerror = () =>
    onBreak(source.readyState === EventSource.CLOSED ? LOST : 'The connection broke. Trying again…')
  return () => source.close()
}
