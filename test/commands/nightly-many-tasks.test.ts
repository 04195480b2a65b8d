import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNT, entitlement, grant, grantPath, workload } from '../support/book.ts'
import { FORGE_BASE, forgeHalf, ForgeScene, PEOPLE } from '../support/forge-scene.ts'
import { TRUST, worldOf } from '../support/scene.ts'
import { auditProblems, nightOf, QUIET_SYSTEM, roleMay, SYSTEM } from './nightly-scene.ts'

const READ = grantPath('billing-read', 'exporter')
const WRITE = grantPath('billing-write', 'exporter')
const SETTINGS = 'grants/grantbook.yaml'
const role = (name: string) => `target: {assumeRole: "arn:aws:iam::${ACCOUNT}:role/entitlements/${name}"}`

let scene: ForgeScene
beforeAll(async () => {
  const [access] = forgeHalf().repositories ?? []
  if (!access) throw new Error('no repository')
  const one = (FORGE_BASE[SETTINGS] ?? '').replace(/^guard:.*$/mu, 'guard: {share: 0, floor: 1}')
  if (!one.includes('floor: 1')) throw new Error('the settings have another form')
  scene = await ForgeScene.open({
    files: {
      [SETTINGS]: one,
      [SYSTEM]: QUIET_SYSTEM,
      'grants/workloads/exporter.yaml': workload('exporter', 'owner: alice'),
      'grants/systems/aws-prod/billing-write/entitlement.yaml': entitlement(
        'billing-write',
        role('billing-write')
      )
    },
    world: {
      repositories: [access, { ...access, name: 'billing' }],
      aws: worldOf(Object.keys(PEOPLE), {
        roles: [
          ...(worldOf().aws?.[0]?.roles ?? []).filter(({ name }) => name !== 'exporter'),
          { name: 'exporter', path: '/ci/', trust: TRUST }
        ]
      }).aws
    }
  })
})
afterAll(() => scene.close())

const may = () => ['billing-read', 'billing-write'].map((name) => roleMay(scene, 'exporter', name))

test('of many tasks that are over at once, as many end what they justify in a day as the guard lets go', async () => {
  const host = scene.github.git.replace(/^http:/u, 'https:')
  const tasks: number[] = []
  for (const title of ['Move the invoices', 'Write the invoices']) {
    const made = await scene.call('bob', 'POST', '/repos/acme/billing/issues', { title })
    tasks.push((made.value as { number: number }).number)
  }
  const file = (n: number) => grant('2027-02-14', `task: ${host}/acme/billing/issues/${tasks[n]}\n`)
  await scene.request('alice', 'ask', { [READ]: file(0), [WRITE]: file(1) }, ['carol'])
  expect([(await scene.apply()).status, may()]).toEqual([0, [true, true]])
  for (const number of tasks)
    await scene.call('bob', 'PATCH', `/repos/acme/billing/issues/${number}`, { state: 'closed' })
  const first = await nightOf(scene)
  expect([first.status, may()]).toEqual([1, [false, true]])
  expect(first.err).toMatch(
    /^error: More tasks are over at once than the 1 task that "guard" lets end within 24 hours: https:\S+\/issues\/2 wait for .*raise guard\.share/mu
  )
  // Not even in a second run of the same night.
  scene.wait(60)
  const again = await nightOf(scene)
  expect([again.status, may()]).toEqual([1, [false, true]])
  scene.wait(24 * 60)
  const next = await nightOf(scene)
  expect([next.status, may()]).toEqual([0, [false, false]])
  expect(await auditProblems(scene)).toEqual([])
})
