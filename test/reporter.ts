import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Ends a run with one line of its own, `N passed, N failed`, after naming every test that was skipped.
 * With `FAIL_ON_SKIP` in the environment a skipped test fails the run: there everything a test may need is installed.
 * A file that could not be loaded, or a group that could not be set up, counts as one failure.
 */
export class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    const skipped: string[] = []
    for (const module of modules) {
      failed += module.errors().length
      for (const suite of module.children.allSuites()) failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'failed') failed += 1
        else skipped.push(`${module.relativeModuleId}: ${test.fullName}${why(test)}`)
      }
    }
    for (const name of skipped) console.log(`skipped  ${name}`)
    if (skipped.length > 0 && process.env['FAIL_ON_SKIP']) {
      console.log('Nothing may be skipped in this run.')
      process.exitCode = 1
    }
    console.log(`${passed} passed, ${failed} failed`)
  }
}

function why(test: TestCase): string {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return note ? ` (${note})` : ''
}
