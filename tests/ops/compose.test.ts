import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv, type SchemaObject } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../../..')

/** The schema of the Compose specification, as a linter of such files ships it. */
function schemaOfCompose(): SchemaObject {
  const linter = dirname(createRequire(import.meta.url).resolve('dclint/package.json'))
  const schema = JSON.parse(readFileSync(join(linter, 'schemas/compose.schema.json'), 'utf8'))
  // The address of draft 7 as its own document gives it.
  return { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' }
}

test('GIVEN compose.yaml THEN it is as the Compose specification has it, and a slip in it would be found', () => {
  // Formats such as "duration" are the specification's own.
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schemaOfCompose())
  const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8')
  isValid(parse(text))
  expect(isValid.errors).toBeNull()
  for (const slip of ['stop_grace: 20s', 'cap_drop: ALL', 'init: [yes]']) {
    const [key] = slip.split(':')
    const { services, ...rest } = parse(text)
    const changed = { ...rest, services: { ...services, bot: { ...services.bot, ...parse(slip) } } }
    isValid(changed)
    expect(isValid.errors?.[0], key).toBeDefined()
  }
})

test('GIVEN compose.yaml THEN what it mounts, reads and asks for by profile is there', () => {
  const { services, volumes } = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'))
  const mounted = Object.values(services as Record<string, { volumes: string[] }>).flatMap(
    (one) => one.volumes,
  )
  const named = mounted.map((one) => one.split(':')[0]!).filter((source) => !source.startsWith('.'))
  expect(Object.keys(volumes).sort()).toEqual(named.sort())
  expect(services.bot.depends_on.postgres).toEqual({ condition: 'service_healthy', required: false })
  expect(services.postgres.profiles).toEqual(['shared'])
})
