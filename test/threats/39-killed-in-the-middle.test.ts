import { expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/start.ts'
import { MortalTransport, mortalRun, run } from '../crash/harness.ts'
import { effective, leftovers, violations } from '../crash/invariants.ts'
import { SCENARIOS } from '../crash/scenarios.ts'
import { ACCOUNT } from '../connectors/aws-iam/support.ts'

test('killed again and again, one call later each time, the last run converges and nothing was ever wrong', async () => {
  const scenario = SCENARIOS.find(({ name }) => name === 'foreign policies beside ours')
  if (!scenario) throw new Error('no such scenario')
  const sandbox = await startSandbox(scenario.world)
  await run(sandbox, scenario.before, new MortalTransport())
  const start = sandbox.snapshot(ACCOUNT)
  const counting = new MortalTransport()
  await run(sandbox, scenario.after, counting)
  const [before, after] = [effective(start), effective(sandbox.snapshot(ACCOUNT))]
  sandbox.restore(ACCOUNT, start)
  const gone = new Map<string, Set<string>>()
  sandbox.observe((phase) => {
    const found =
      phase === 'after' ? violations(effective(sandbox.snapshot(ACCOUNT)), before, after, gone) : []
    if (found.length > 0) throw new Error(found.join('\n'))
  })
  for (let call = 1; call <= counting.calls; call++)
    await mortalRun(sandbox, scenario.after, call, call % 2 === 0 ? 'after' : 'before')
  expect((await run(sandbox, scenario.after, new MortalTransport())).failed).toEqual([])
  expect(effective(sandbox.snapshot(ACCOUNT))).toEqual(after)
  expect(leftovers(sandbox.snapshot(ACCOUNT))).toEqual([])
  await sandbox.close()
})
