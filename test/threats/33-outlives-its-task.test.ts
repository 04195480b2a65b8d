import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { auditProblems, nightOf, QUIET_SYSTEM, roleMay, SYSTEM } from '../commands/nightly-scene.ts'
import { ACCOUNT, entitlement, grant, grantPath, workload } from '../support/book.ts'
import { forgeHalf, ForgeScene, PEOPLE, type Moment } from '../support/forge-scene.ts'
import { TRUST, worldOf } from '../support/scene.ts'

const READ = grantPath('billing-read', 'exporter')
const WRITE = grantPath('billing-write', 'exporter')
const FILE = (end = '2027-02-14') => grant(end, `task: ${task}\n`)
const role = (name: string) => `target: {assumeRole: "arn:aws:iam::${ACCOUNT}:role/entitlements/${name}"}`

let scene: ForgeScene
let given: Moment
let issue = 0
let task = ''
beforeAll(async () => {
  const [access] = forgeHalf().repositories ?? []
  if (!access) throw new Error('no repository')
  scene = await ForgeScene.open({
    files: {
      [SYSTEM]: QUIET_SYSTEM,
      'grants/workloads/exporter.yaml': workload('exporter', 'owner: alice'),
      'grants/systems/aws-prod/billing-write/entitlement.yaml': entitlement(
        'billing-write',
        `${role('billing-write')}\ntask: ongoing`
      )
    },
    world: {
      repositories: [access, { ...access, name: 'billing' }, { ...access, name: 'hidden' }],
      aws: worldOf(Object.keys(PEOPLE), {
        roles: [
          ...(worldOf().aws?.[0]?.roles ?? []).filter(({ name }) => name !== 'exporter'),
          { name: 'exporter', path: '/ci/', trust: TRUST }
        ]
      }).aws
    }
  })
  const made = await scene.call('bob', 'POST', '/repos/acme/billing/issues', { title: 'Move the invoices' })
  issue = (made.value as { number: number }).number
  task = `${host()}/acme/billing/issues/${issue}`
  await scene.request('alice', 'ask', { [READ]: FILE(), [WRITE]: FILE() }, ['carol'])
  const applied = await scene.apply()
  if (applied.status !== 0) throw new Error(applied.err + applied.out)
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

function host(): string {
  return scene.github.git.replace(/^http:/u, 'https:')
}

async function set(state: 'open' | 'closed'): Promise<void> {
  const { status } = await scene.call('bob', 'PATCH', `/repos/acme/billing/issues/${issue}`, { state })
  if (status !== 200) throw new Error(`issue: ${status}`)
}

const may = () => ['billing-read', 'billing-write'].map((name) => roleMay(scene, 'exporter', name))

test('access stands as long as its task is open, is gone in the night after, and only a new approval brings it back', async () => {
  const first = await nightOf(scene)
  expect([first.status, first.err, may()]).toEqual([0, '', [true, true]])
  await set('closed')
  const night = await nightOf(scene)
  const why = `its task is over: ${task} is closed`
  expect(night.outcomes.filter(({ state }) => state === 'done')).toEqual([
    { grant: READ, system: 'aws-prod', action: 'revoke', state: 'done', why }
  ])
  // The other one’s entitlement says that its grants don’t end with their task.
  expect([night.status, may()]).toEqual([0, [false, true]])
  expect(scene.events(READ).slice(-2)).toMatchObject([
    { event: 'ended', task, why, by: 'grantbook nightly' },
    { event: 'revoked', cause: 'ended' }
  ])
  expect(night.pulls.map(({ branch, state }) => [branch, state])).toEqual([
    ['grantbook/expired/aws-prod/billing-read', 'opened']
  ])
  // Opened again, it stays ended.
  await set('open')
  scene.wait(60)
  const next = await nightOf(scene)
  expect([next.status, next.outcomes.filter(({ state }) => state === 'done'), may()]).toEqual([
    0,
    [],
    [false, true]
  ])
  const told = await scene.run('explain', 'exporter', '--evidence', 'refs/grantbook/evidence')
  expect(told.out).toContain(`Ended early: ${why}.`)
  // So it does when somebody shortens it a little, which needs nobody’s approval, to have another form.
  await scene.pushMain('alice', { [READ]: FILE('2027-02-13') })
  scene.wait(1)
  expect([(await scene.apply()).status, may()]).toEqual([0, [false, true]])
  // And when somebody puts the file back past everybody.
  await scene.pushMain('frank', { [READ]: null })
  scene.wait(1)
  await scene.apply()
  await scene.pushMain('frank', { [READ]: FILE() })
  scene.wait(1)
  expect([(await scene.apply()).status, may()]).toEqual([1, [false, true]])
  // Asked for and approved anew, in the very same words, it is given.
  await scene.pushMain('frank', { [READ]: null })
  await scene.request('alice', 'again', { [READ]: FILE() }, ['carol'])
  expect([(await scene.apply()).status, may()]).toEqual([0, [true, true]])
  expect(await auditProblems(scene)).toEqual([])
})

test('a suspended one’s, too, by the job that proves: the end of the suspension brings nothing back', async () => {
  const file = 'grants/suspensions/exporter.yaml'
  await scene.request('bob', 'suspend', { [file]: 'reason: Leaked its token\n' }, ['erin'])
  expect([(await scene.apply()).status, may()]).toEqual([0, [false, false]])
  await set('closed')
  expect((await nightOf(scene, '--authorise')).status).toBe(0)
  await set('open')
  await scene.request('bob', 'unsuspend', { [file]: null }, ['erin'])
  expect([(await scene.apply()).status, may()]).toEqual([0, [false, true]])
  expect(await auditProblems(scene)).toEqual([])
})

test('what GitHub doesn’t show ends nothing, and is told', async () => {
  await set('closed')
  scene.sandbox.setFaults([{ service: 'forge', operation: 'issues/get', kind: 'denied', times: 99 }])
  const { status, err } = await nightOf(scene)
  expect([status, may()]).toEqual([0, [true, true]])
  expect(err).toMatch(/^warning: Task acme\/billing issue 1: 403.* goes on to its own end\.\n$/u)
  scene.sandbox.setFaults([])
  await nightOf(scene)
  expect(may()).toEqual([false, true])
})
