import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

// The tests run as compiled: worker threads and the command loader then meet the very files that ship.
// Listing the sources keeps a compiled test whose source is gone from running.
const tests = readdirSync('tests', { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts'))

/** Tests that need a browser run by themselves: `--mode browser`. */
const needsBrowser = (file) => file.startsWith('browser/')

/** Where tests are that start processes and databases, and wait for them: begun last, each would be waited for alone. */
const LONG = ['faults', 'state', 'e2e', 'archive/postgres', 'cli', 'discord/lifecycle']

class LongFirst extends BaseSequencer {
  async sort(specs) {
    const rank = ({ moduleId }) => {
      const at = LONG.findIndex((folder) => moduleId.includes(`/dist/tests/${folder}/`))
      return at < 0 ? LONG.length : at
    }
    return (await super.sort(specs)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    include: tests
      .filter((file) => needsBrowser(file) === (mode === 'browser'))
      .map((file) => `dist/tests/${file.replace(/\.ts$/, '.js')}`),
    // What hangs ends so; a busy machine may take its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Many tests wait for sockets, threads and processes: with one worker a core, cores lay idle half of the time.
    maxWorkers: availableParallelism() + 1,
    // How long something takes is not what is tested, but that it comes to be.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongFirst },
    // Some wait for thousands of messages on whatever machine there is: a busy one is given a second chance, and
    // what failed at first is named in the report.
    retry: process.env.CI ? 2 : 0,
    ...(mode === 'browser' && { fileParallelism: false }),
  },
}))
