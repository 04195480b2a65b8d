import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entitlement, grant, grantPath } from '../support/book.ts'
import { ForgeScene, PEOPLE, personFile, type Moment, type Patch } from '../support/forge-scene.ts'
import { TRUST, worldOf } from '../support/scene.ts'

// Nothing is asked for each grant: a pull request of two hundred costs what one of a single grant costs.

const SUBJECTS = Array.from({ length: 10 }, (_, n) => `subject-${n}`)
const ROLES = Array.from({ length: 20 }, (_, n) => `role-${n}`)
const ALL = ROLES.flatMap((role) => SUBJECTS.map((id) => grantPath(role, id)))

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open({
    files: {
      ...Object.fromEntries(SUBJECTS.map((id, n) => [`grants/people/${id}.yaml`, personFile(id, 1000 + n)])),
      ...Object.fromEntries(
        ROLES.map((role) => [`grants/systems/aws-prod/${role}/entitlement.yaml`, entitlement(role)])
      )
    },
    world: {
      aws: worldOf([...Object.keys(PEOPLE), ...SUBJECTS], {
        roles: ROLES.map((name) => ({ name, path: '/entitlements/', trust: TRUST }))
      }).aws
    }
  })
  begin = scene.save()
})
afterAll(() => scene.close())

function many(count: number): Patch {
  return Object.fromEntries(ALL.slice(0, count).map((path) => [path, grant('2026-12-14')]))
}

/** REST calls since the last time that calls were cleared; what git itself asks is left out. */
function asked(): readonly string[] {
  return scene.sandbox
    .calls()
    .filter(({ service, operation }) => service === 'forge' && !operation.startsWith('git-'))
    .map(({ operation }) => operation)
}

describe('verdict', () => {
  async function counted(count: number, approvers: readonly string[]): Promise<readonly string[]> {
    await scene.restore(begin)
    await scene.branch('alice', 'ask', many(count))
    const pull = await scene.pull('alice', 'ask')
    for (const approver of approvers) await scene.review(approver, pull)
    scene.sandbox.clearCalls()
    const ran = await scene.run('verdict', '--pull', String(pull))
    const state = approvers.length > 0 ? 'Ready to merge' : 'Waiting for approval'
    expect([ran.status, ran.out.slice(0, 3 + state.length)]).toEqual([0, `#1 ${state}`])
    return asked()
  }

  test.each([
    ['approved', ['carol']],
    ['not approved', []]
  ])('%s: as many calls for 200 grants as for one', async (_state, approvers) => {
    const one = await counted(1, approvers)
    expect(one).toContain('pulls/list-reviews')
    expect(await counted(200, approvers)).toEqual(one)
  })
})

describe('apply', () => {
  async function counted(count: number, approvers: readonly string[]): Promise<readonly string[]> {
    await scene.restore(begin)
    await scene.request('alice', 'ask', many(count), approvers)
    scene.sandbox.clearCalls()
    const ran = await scene.apply('--authorise')
    expect([ran.status, ran.outcomes.length]).toEqual(approvers.length > 0 ? [0, 0] : [1, count])
    for (const path of [ALL[0] ?? '', ALL[count - 1] ?? ''])
      expect(scene.events(path)).toHaveLength(approvers.length > 0 ? 2 : 1)
    return asked()
  }

  test.each([
    ['approved', ['carol']],
    ['not approved', []]
  ])('%s: as many calls for 200 grants as for one', async (_state, approvers) => {
    const one = await counted(1, approvers)
    expect(one).toContain('pulls/list-reviews')
    expect(await counted(200, approvers)).toEqual(one)
  })

  test('a pull request that was judged before is asked nothing about', async () => {
    await scene.restore(begin)
    await scene.request('alice', 'ask', many(200), ['carol'])
    await scene.apply('--authorise')
    scene.sandbox.clearCalls()
    expect((await scene.apply('--authorise')).status).toBe(0)
    expect(asked().filter((operation) => operation.startsWith('pulls/'))).toEqual([])
  })
})
