import type { PoolClient } from 'pg'
import { isDescription, keysOf, type NameFacts, People, type Person } from '../../knowledge/index.js'
import { runCooperatively } from '../../lib/cooperative-tasks.js'
import { bool, copyRows, int4, jsonb, text, textArray } from '../../lib/postgres/copy.js'
import { spellingOf } from './article-rows.js'
import { offerSpeakers } from './join-suggestions.js'
import { joinUtterances } from './join-utterances.js'

/** Blocks of names that are read at a time where many are. */
const BLOCKS_AT_A_TIME = 40

/** So many articles change the server's picture of the tables. */
const MANY = 500

const PEOPLE_COLUMNS = ['server', 'block', 'place', 'keys', 'record']
const SPEAKER_COLUMNS = ['server', 'spelling', 'block', 'person', 'described']

/**
 * Works out anew who speaks and what is one utterance, for the people whom some articles name: those that are served
 * from now on, and those no longer.
 */
export async function joinWhatIsTouched(
  client: PoolClient,
  server: string,
  articles: readonly number[],
): Promise<void> {
  if (articles.length === 0) return
  // Of what this transaction has written the server knows nothing, and would look through whole tables for each row.
  const many = articles.length >= MANY
  if (many) await client.query('ANALYZE articles, name_facts, quotations')
  const { rows } = await client.query<{ block: string }>(
    'SELECT DISTINCT block FROM name_facts WHERE article = ANY($1) ORDER BY block',
    [articles],
  )
  const blocks = rows.map(({ block }) => block)
  const renamed = new Set<string>()
  for (let from = 0; from < blocks.length; from += BLOCKS_AT_A_TIME) {
    for (const person of await joinPeople(client, server, blocks.slice(from, from + BLOCKS_AT_A_TIME)))
      renamed.add(person)
  }
  if (many) await client.query('ANALYZE speakers')
  await joinUtterances(client, server, articles, renamed)
}

/** @returns who has lost or won a spelling */
async function joinPeople(
  client: PoolClient,
  server: string,
  blocks: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ block: string; facts: NameFacts }>(
    `SELECT f.block, f.facts FROM name_facts f JOIN articles a ON a.id = f.article AND a.live
      WHERE f.server = $1 AND f.block = ANY($2) ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C"`,
    [server, blocks],
  )
  const factsOf = new Map<string, NameFacts[]>(blocks.map((block) => [block, []]))
  for (const { block, facts } of rows) factsOf.get(block)!.push(facts)
  const { rows: before } = await client.query<{ spelling: string; person: string }>(
    `WITH gone AS (DELETE FROM people WHERE server = $1 AND block = ANY($2))
      DELETE FROM speakers WHERE server = $1 AND block = ANY($2) RETURNING spelling, person`,
    [server, blocks],
  )
  const people: Buffer[][] = []
  const offered = new Map<string, Person[]>()
  const after = new Map<string, { readonly person: string; readonly block: string }>()
  for (const [block, facts] of factsOf) {
    const found = await runCooperatively(People.told(facts))
    offered.set(block, found.all())
    for (const [place, record] of found.records().entries())
      people.push([
        text(server),
        text(block),
        int4(place),
        textArray(keysOf(record).map(spellingOf)),
        jsonb(record)!,
      ])
    for (const [name] of facts.flatMap(({ speakers }) => speakers))
      after.set(spellingOf(name), { block, person: found.canonical(name) ?? name })
  }
  await copyRows(client, 'people', PEOPLE_COLUMNS, people)
  await copyRows(
    client,
    'speakers',
    SPEAKER_COLUMNS,
    [...after].map(([spelling, { person, block }]) => [
      text(server),
      text(spelling),
      text(block),
      text(person),
      bool(isDescription(person)),
    ]),
  )
  await offerSpeakers(client, server, offered)
  const known = new Map(before.map(({ spelling, person }) => [spelling, person]))
  const changed = new Set<string>()
  for (const spelling of new Set([...known.keys(), ...after.keys()])) {
    const [was, is] = [known.get(spelling), after.get(spelling)?.person]
    if (was === is) continue
    for (const person of [was, is]) if (person !== undefined) changed.add(person)
  }
  return changed
}
