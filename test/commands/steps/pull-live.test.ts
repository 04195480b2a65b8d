import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Branch } from './pull-scene.ts'
import { PullLive, type LiveFacts } from '../../../src/commands/steps/pull-live.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import { BASE, entitlement, grant, grantPath, type Files } from '../../support/book.ts'
import { environmentOf, Repository } from '../../support/repository.ts'
import { worldOf } from '../../support/scene.ts'
import { branchOf, commonOf, ioOf } from './pull-scene.ts'

const repository = new Repository()
let sandbox: Sandbox
beforeAll(async () => (sandbox = await startSandbox(worldOf())))
beforeEach(() => sandbox.clearCalls())
afterAll(async () => {
  repository.remove()
  await sandbox.close()
})

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')
const GRANT = grant('2026-12-14')
const MAIN: Files = { ...BASE, [BOB]: GRANT }

/** The branch, and what its live state says. */
async function beside(
  head: Files,
  { environment = environmentOf(sandbox), quiet = false, told = [] as string[] } = {}
): Promise<LiveFacts> {
  const branch = await branchOf(repository, MAIN, head)
  try {
    return await live(branch, environment, quiet, told).beside(asked(branch))
  } finally {
    branch.change.after.close()
    branch.approved.source.close()
  }
}

function live(
  { approved, tip }: Branch,
  environment: Readonly<Record<string, string>>,
  quiet = false,
  told: string[] = []
): PullLive {
  return new PullLive(approved, tip, commonOf(repository, quiet), ioOf(environment, told))
}

const asked = ({ change }: Branch) => change

describe('live state beside a pull request', () => {
  it('is asked only about systems in which something changes', async () => {
    const workload = MAIN['grants/people/bob.yaml'] ?? ''
    expect(await beside({ ...MAIN, 'grants/people/bob.yaml': `${workload}# A word\n` })).toEqual({
      drift: [],
      why: null,
      unfit: []
    })
    expect(sandbox.calls()).toEqual([])
  })

  it('tells what isn’t as the approved tree has it, and nothing of the pull request', async () => {
    const { drift, why, unfit } = await beside({ ...MAIN, [ALICE]: GRANT })
    expect(drift?.map(({ action, subject }) => [action, subject])).toEqual([['grant', 'bob']])
    expect([why, unfit]).toEqual([null, []])
  })

  it('only reads, and reads each system once for all pull requests of a run', async () => {
    await beside({ ...MAIN, [ALICE]: GRANT })
    const once = sandbox.calls().length
    sandbox.clearCalls()
    const branch = await branchOf(repository, MAIN, { ...MAIN, [ALICE]: GRANT })
    const all = live(branch, environmentOf(sandbox))
    await Promise.all([all.beside(asked(branch)), all.beside(asked(branch))])
    branch.change.after.close()
    branch.approved.source.close()
    expect([once > 0, sandbox.calls().length]).toEqual([true, once])
    expect(sandbox.calls().filter(({ kind }) => kind === 'write')).toEqual([])
  })

  it('says what the system could not take of it, and nothing that was so before', async () => {
    const path = (name: string) => `grants/systems/aws-prod/${name}/entitlement.yaml`
    const main = { ...MAIN, [path('gone')]: entitlement('gone'), [grantPath('gone', 'bob')]: GRANT }
    const head = { ...main, [grantPath('gone', 'alice')]: GRANT, [ALICE]: GRANT }
    const branch = await branchOf(repository, main, head)
    const { unfit } = await live(branch, environmentOf(sandbox)).beside(asked(branch))
    branch.change.after.close()
    branch.approved.source.close()
    expect(unfit.map(({ grant: file, system, state }) => [file, system, state])).toEqual([
      [grantPath('gone', 'alice'), 'aws-prod', 'refused']
    ])
  })

  it.each([
    [false, 1],
    [true, 0]
  ])('that can’t be read is said and stops nothing (quiet: %s)', async (quiet, lines) => {
    const told: string[] = []
    const environment = { ...environmentOf(sandbox), AWS_SECRET_ACCESS_KEY: 'wrong' }
    expect(await beside({ ...MAIN, [ALICE]: GRANT }, { environment, quiet, told })).toEqual({
      drift: null,
      why: 'live state can’t be read',
      unfit: []
    })
    expect(told.filter((line) => line.startsWith('Drift is not known: '))).toHaveLength(lines)
  })

  it('hides no mistake of ours', async () => {
    const branch = await branchOf(repository, MAIN, { ...MAIN, [ALICE]: GRANT })
    branch.approved.source.load = () => Promise.reject(new RangeError('ours'))
    await expect(live(branch, environmentOf(sandbox)).beside(asked(branch))).rejects.toThrow(RangeError)
    branch.change.after.close()
    branch.approved.source.close()
  })
})
