import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// The tests run as compiled: worker threads and the command loader then meet the very files that ship.
// Listing the sources keeps a compiled test whose source is gone from running.
const tests = readdirSync('tests', { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts'))

/** Tests that need a browser run by themselves: `--mode browser`. */
const needsBrowser = (file) => file.startsWith('browser/')

export default defineConfig(({ mode }) => ({
  test: {
    include: tests
      .filter((file) => needsBrowser(file) === (mode === 'browser'))
      .map((file) => `dist/tests/${file.replace(/\.ts$/, '.js')}`),
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for sockets, threads and processes: a core left free for the runner itself would lie idle.
    maxWorkers: availableParallelism(),
    // Some wait for thousands of messages on whatever machine there is: a busy one is given a second chance, and
    // what failed at first is named in the report.
    retry: process.env.CI ? 2 : 0,
    ...(mode === 'browser' && { testTimeout: 60_000, fileParallelism: false }),
  },
}))
