import { readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// The tests run as compiled: worker threads and the command loader then meet the very files that ship.
// Listing the sources keeps a compiled test whose source is gone from running.
const tests = readdirSync('tests', { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `dist/tests/${file.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`)

export default defineConfig({
  test: { include: tests, testTimeout: 30_000, hookTimeout: 30_000 },
})
