import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, openPersonScene } from '../commands/person-scene.ts'
import { auditProblems } from '../commands/nightly-scene.ts'
import { ACCOUNT, at, grant, grantPath } from '../support/book.ts'
import { PEOPLE, personFile, type ForgeScene, type Moment } from '../support/forge-scene.ts'

// Who left or was suspended loses everything: what is dated, what only our runs end, and what broke the glass. Nothing that
// they can do alone brings it back.

const READ = grantPath('billing-read', 'alice')
const GROUP = grantPath('auditors', 'alice')
const GLASS = 'grants/emergency/aws-prod/billing-write/alice.yaml'
const ALICE = 'grants/people/alice.yaml'
const SUSPENSION = 'grants/suspensions/alice.yaml'
const GRANTS = [READ, GROUP, GLASS]

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  scene = await openPersonScene()
  await scene.request('alice', 'ask', { [READ]: grant('2027-02-14'), [GROUP]: grant('2027-02-14') }, [
    'carol'
  ])
  await scene.request('alice', 'glass', { [GLASS]: grant('2026-11-20T11:00:00Z', 'incident: INC-1\n') }, [
    'dave'
  ])
  const applied = await scene.apply()
  if (applied.status !== 0) throw new Error(applied.err + applied.out)
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

/** What alice has in the account now: both roles, and the membership. */
function has(): readonly boolean[] {
  const groups = JSON.stringify(
    scene.sandbox.snapshot(ACCOUNT).users.find(({ name }) => name === 'alice')?.groups ?? []
  )
  return [
    scene.mayAssume('alice', 'billing-read'),
    scene.mayAssume('alice', 'billing-write'),
    groups.includes('auditors')
  ]
}

const all = [true, true, true]
const nothing = [false, false, false]

/** Opens a pull request by a command, has it approved and merged, and applies. */
async function through(who: string, approver: string, ...args: readonly string[]): Promise<void> {
  const told = await as(scene, who, ...args, '--format', 'json')
  const { pull } = JSON.parse(told.out) as { pull: number }
  scene.wait(1)
  await scene.review(approver, pull)
  scene.wait(1)
  await scene.merge('frank', pull)
  scene.wait(1)
  const applied = await scene.apply()
  if (applied.status !== 0) throw new Error(applied.err + applied.out)
}

const lastEvents = () => GRANTS.map((path) => scene.events(path).at(-1))

test('suspended: all of it is gone with the next apply, and back when the file has gone', async () => {
  expect(has()).toEqual(all)
  await through('bob', 'erin', 'suspend', 'alice', '--reason', 'Laptop stolen on the train')
  expect(has()).toEqual(nothing)
  expect(lastEvents()).toMatchObject(
    GRANTS.map(() => ({ event: 'revoked', cause: 'proved', why: 'suspended: Laptop stolen on the train' }))
  )
  expect(scene.events(SUSPENSION).at(-1)).toMatchObject({ event: 'suspended' })
  // Her own hand doesn’t lift it, neither past the rules nor by a request that she approves herself.
  await scene.pushMain('alice', { [SUSPENSION]: null })
  scene.wait(1)
  expect([(await scene.apply()).status, has()]).toEqual([1, nothing])
  await scene.pushMain('frank', { [SUSPENSION]: 'reason: Laptop stolen on the train\n' })
  await scene.request('bob', 'found', { [SUSPENSION]: null }, ['alice'])
  expect([(await scene.apply()).status, has()]).toEqual([1, nothing])
  expect(await auditProblems(scene)).toEqual([])
})

test('lifted by those who may, or over: everything that still has time comes back', async () => {
  await through('bob', 'erin', 'suspend', 'alice', '--until', '2026-11-20T10:00:00Z')
  expect(has()).toEqual(nothing)
  scene.sandbox.clock.set(at('2026-11-20T10:00:00Z'))
  expect((await scene.apply()).status).toBe(0)
  expect(has()).toEqual(all)
  expect(
    scene
      .events(SUSPENSION)
      .map(({ event }) => event)
      .slice(-2)
  ).toEqual(['suspended', 'reinstated'])
  await scene.request('bob', 'tidy', { [SUSPENSION]: null }, ['erin'])
  await through('bob', 'erin', 'suspend', 'alice')
  expect(has()).toEqual(nothing)
  await scene.request('bob', 'found', { [SUSPENSION]: null }, ['erin'])
  expect([(await scene.apply()).status, has()]).toEqual([0, all])
  expect(scene.events(SUSPENSION).at(-1)).toMatchObject({ event: 'reinstated' })
  expect(await auditProblems(scene)).toEqual([])
})

test('left: the account itself ends it, the next apply takes the rest, and nothing of hers brings it back', async () => {
  await through('bob', 'grace', 'offboard', 'alice')
  expect(has()).toEqual(all)
  scene.sandbox.clock.set(at('2026-11-21T00:00:00Z'))
  expect(has()).toEqual([false, false, true])
  expect([(await scene.apply()).status, has()]).toEqual([0, nothing])
  expect(lastEvents()).toMatchObject(GRANTS.map(() => ({ event: 'revoked', cause: 'window' })))
  const attempts: readonly (readonly [string, string | null])[] = [
    ['moves her last day back', personFile('alice', PEOPLE.alice, 'ends: 2027-11-20\n')],
    ['takes it out', personFile('alice', PEOPLE.alice)],
    ['deletes her file', null]
  ]
  for (const [what, text] of attempts) {
    await scene.pushMain('alice', { [ALICE]: text })
    scene.wait(1)
    const applied = await scene.apply()
    expect([what, applied.status, has()]).toEqual([what, 1, nothing])
    expect(scene.events(ALICE).at(-1)).toMatchObject({ event: 'refused', code: 'unproved' })
  }
  expect(await auditProblems(scene)).toEqual([])
})
