import { IAMClient } from '@aws-sdk/client-iam'
import { afterAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, ports } from '../connectors/aws-iam/support.ts'
import { MortalTransport, mortalRun, run } from './harness.ts'
import { effective, foreign, leftovers, violations, type Effective } from './invariants.ts'
import { SCENARIOS } from './scenarios.ts'

/** Every call with GRANTBOOK_FULL=1; else every third, another third in each scenario. */
const STEP = process.env['GRANTBOOK_FULL'] === '1' ? 1 : 3
let runs = 0
let kills = 0

describe('killed at every call, the next run converges', () => {
  test.each(SCENARIOS)('$name', async (scenario) => {
    const sandbox = await startSandbox(scenario.world)
    const { environment } = ports(sandbox)
    const keys = {
      accessKeyId: String(environment['AWS_ACCESS_KEY_ID']),
      secretAccessKey: String(environment['AWS_SECRET_ACCESS_KEY'])
    }
    const iam = new IAMClient({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials: keys })
    const complete = async (goals: typeof scenario.after): Promise<number> => {
      runs++
      const { failed, writes } = await run(sandbox, goals, new MortalTransport())
      expect(failed).toEqual([])
      return writes
    }

    await complete(scenario.before)
    await scenario.meddle?.(iam, sandbox)
    iam.destroy()
    const start = sandbox.snapshot(ACCOUNT)
    const [before, strangers] = [effective(start), foreign(start, scenario.ownGroups ?? [])]

    // One undisturbed run tells what the end looks like and how many calls there are to die at.
    const undisturbed = new MortalTransport()
    runs++
    expect(await run(sandbox, scenario.after, undisturbed)).toEqual({ failed: [], writes: scenario.writes })
    const end = sandbox.snapshot(ACCOUNT)
    const after = effective(end)
    expect(leftovers(end)).toEqual([])
    expect(await complete(scenario.after)).toBe(0)

    let gone = new Map<string, Set<string>>()
    const watch = (phase: 'before' | 'after'): void => {
      if (phase === 'before') return
      const snapshot = sandbox.snapshot(ACCOUNT)
      const found = violations(effective(snapshot), before, after, gone)
      if (found.length > 0) throw new Error(found.join('\n'))
      if (foreign(snapshot, scenario.ownGroups ?? []) !== strangers)
        throw new Error('something foreign changed')
    }
    const settled = new Set<string>()
    const converges = async (): Promise<void> => {
      const state = JSON.stringify(sandbox.snapshot(ACCOUNT))
      // Another kill led to the very same state: what a run makes of it is known.
      if (settled.has(state)) return
      await complete(scenario.after)
      const reached = sandbox.snapshot(ACCOUNT)
      expect(contents(effective(reached))).toEqual(contents(after))
      expect(leftovers(reached)).toEqual([])
      expect(await complete(scenario.after)).toBe(0)
      settled.add(state)
    }
    sandbox.observe(watch)
    const afresh = (): void => {
      gone = new Map()
      sandbox.restore(ACCOUNT, start)
    }
    afresh()
    const first = 1 + (SCENARIOS.indexOf(scenario) % STEP)
    for (let call = first; call <= undisturbed.calls; call += STEP) {
      for (const when of ['before', 'after'] as const) {
        afresh()
        runs++
        kills++
        await mortalRun(sandbox, scenario.after, call, when)
        await converges()
      }
      afresh()
      kills++
      sandbox.setFaults([{ service: 'iam', call, kind: 'error-after' }])
      await complete(scenario.after)
      sandbox.setFaults([])
      await converges()
    }
    await sandbox.close()
  })

  afterAll(() => {
    console.log(`${SCENARIOS.length} scenarios, ${kills} kills and lost answers, ${runs} runs`)
  })
})

function contents(state: Effective): object {
  return Object.fromEntries([...state].map(([name, texts]) => [name, [...texts].toSorted()]))
}
