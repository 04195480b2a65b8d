import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { Summary } from './test/reporter.ts'
import { LongestFirst } from './test/sequencer.ts'
import { temporaryFolder } from './test/support/temporary.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // .ci/run lives two whole years with nothing else beside them.
    exclude: [
      ...configDefaults.exclude,
      ...(process.env['GRANTBOOK_YEARS'] === '1' ? [] : ['test/year/whole/**'])
    ],
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks',
    // Most of what a test makes is soon forgotten: room for it saves collecting it again and again.
    execArgv: ['--max-semi-space-size=64'],
    // Modules keep nothing but caches that hang on values: files of one worker may share them, and aren't loaded anew each time.
    isolate: false,
    // Much of a test's time is git's: three more than there are processors keep all of them busy.
    maxWorkers: availableParallelism() + 3,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new Summary()],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // The surroundings are hostile on purpose: a far time zone, another locale, no git settings of the developer's.
    env: {
      TMPDIR: temporaryFolder(),
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'gc.auto',
      GIT_CONFIG_VALUE_0: '0',
      NO_COLOR: '1'
    }
  }
})
