import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { at, grant, grantPath, workload } from '../support/book.ts'
import { ForgeScene, PEOPLE, personFile, type Moment } from '../support/forge-scene.ts'
import { TRUST, worldOf } from '../support/scene.ts'
import { auditProblems, nightOf, QUIET_SYSTEM, roleMay, SYSTEM } from './nightly-scene.ts'

const FILE = 'grants/workloads/exporter.yaml'
const ALICE = 'grants/people/alice.yaml'
const READ = grantPath('billing-read', 'exporter')
const TEXT = workload('exporter', 'owner: alice # answers for it')
const leaves = (day: string) => personFile('alice', PEOPLE.alice, `manager: dave\nends: ${day}\n`)
const BRANCH = 'grantbook/orphan/exporter'

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  scene = await ForgeScene.open({
    files: {
      [SYSTEM]: QUIET_SYSTEM,
      [FILE]: TEXT,
      [ALICE]: personFile('alice', PEOPLE.alice, 'manager: dave\n'),
      'grants/people/dave.yaml': personFile('dave', PEOPLE.dave, 'manager: frank\n'),
      // Nobody is above her.
      'grants/people/carol.yaml': personFile('carol', PEOPLE.carol),
      [READ]: grant('2027-02-14', 'task: https://tracker.example/T-1\nrequester: alice\n')
    },
    world: {
      aws: worldOf(Object.keys(PEOPLE), {
        roles: [
          ...(worldOf().aws?.[0]?.roles ?? []).filter(({ name }) => name !== 'exporter'),
          { name: 'exporter', path: '/ci/', trust: TRUST }
        ]
      }).aws
    }
  })
  await scene.request('bob', 'leave', { [ALICE]: leaves('2026-11-24') }, ['grace'])
  const first = await nightOf(scene)
  if (first.status !== 0) throw new Error(first.err + JSON.stringify(first.outcomes))
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

const shown = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  state: z.string(),
  user: z.object({ login: z.string() }),
  head: z.object({ ref: z.string() }),
  requested_reviewers: z.array(z.object({ login: z.string() }))
})

async function ours(): Promise<z.infer<typeof shown>> {
  const all = z.array(shown).parse(await scene.api('frank', 'GET', '/pulls?state=all&per_page=100'))
  const pull = all.find(({ head }) => head.ref === BRANCH)
  if (!pull) throw new Error('no pull request')
  return pull
}

const proof = z.object({
  state: z.string(),
  paths: z.array(z.object({ missing: z.array(z.object({ from: z.array(z.string()), why: z.string() })) }))
})

/** State of the proof, and from whom something is missing. */
async function missing(): Promise<readonly unknown[]> {
  const { number } = await ours()
  const ran = await scene.run('approvals', '--format', 'json', '--pull', String(number))
  const { state, paths } = proof.parse(JSON.parse(ran.out))
  return [state, paths.flatMap((path) => path.missing.flatMap(({ from }) => from))]
}

async function review(...names: readonly string[]): Promise<void> {
  const { number } = await ours()
  scene.wait(1)
  for (const name of names) await scene.review(name, number)
  scene.wait(1)
}

const grace = '@acme/access-governance'

test('a week before an owner leaves, the manager is proposed; with the word of all sides the workload changes hands', async () => {
  const pull = await ours()
  expect(pull).toMatchObject({
    title: 'Make dave the owner of exporter, after alice',
    state: 'open',
    user: { login: 'grantbook-acme[bot]' },
    requested_reviewers: [{ login: 'dave-acme' }]
  })
  expect(pull.body).toContain(`| aws\\-prod/billing\\-read | issuance | 2026-12-02T00:00:00Z | \`${READ}\` |`)
  expect(pull.body).toContain('ends by itself, 7d after 2026-11-25T00:00:00Z')
  const second = await nightOf(scene)
  expect(second.pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'unchanged']])
  expect(await missing()).toEqual(['missing', [grace, '@alice-acme', '@dave-acme']])
  await review('dave', 'frank')
  expect(await missing()).toEqual(['missing', ['@alice-acme']])
  await review('alice')
  expect(await missing()).toEqual(['approved', []])
  await scene.merge('frank', pull.number)
  expect(await scene.git('frank', 'show', `origin/main:${FILE}`)).toBe(
    TEXT.replace('owner: alice', 'owner: dave')
  )
  scene.wait(1)
  const next = await nightOf(scene)
  expect([next.status, next.pulls]).toEqual([0, []])
  expect(scene.events(FILE).slice(-2)).toMatchObject([
    { event: 'approved' },
    {
      event: 'transferred',
      from: 'alice',
      to: 'dave',
      consents: [
        { person: 'alice', by: 'review' },
        { person: 'dave', by: 'review' }
      ]
    }
  ])
  // It ends by its own date again, not with its owner.
  scene.sandbox.clock.set(at('2026-12-20T02:17:00Z'))
  expect(roleMay(scene, 'exporter', 'billing-read')).toBe(true)
  expect(await auditProblems(scene)).toEqual([])
  const told = await scene.run('explain', 'exporter', '--evidence', 'refs/grantbook/evidence')
  expect(told.out).toContain(
    'The workload went from alice to dave. Agreed to by alice by a review, dave by a review.'
  )
})

test('once the owner has left, the manager speaks for both sides, and the leaver for none', async () => {
  scene.sandbox.clock.set(at('2026-11-26T02:17:00Z'))
  await nightOf(scene)
  await review('alice')
  expect(await missing()).toEqual(['missing', [grace, '@dave-acme', '@dave-acme']])
  await review('grace')
  expect(await missing()).toEqual(['missing', ['@dave-acme', '@dave-acme']])
  await review('dave')
  expect((await missing())[0]).toBe('approved')
  // Without anybody it all ends after the grace, in the account itself.
  expect(roleMay(scene, 'exporter', 'billing-read')).toBe(true)
  scene.sandbox.clock.set(at('2026-12-02T00:00:00Z'))
  expect(roleMay(scene, 'exporter', 'billing-read')).toBe(false)
})

test('handed to an accomplice, it takes the manager’s word all the same', async () => {
  scene.sandbox.clock.set(at('2026-11-26T02:17:00Z'))
  await scene.git('bob', 'fetch', '-q', 'origin')
  await scene.git('bob', 'checkout', '-q', '-B', 'theirs', `origin/${BRANCH}`)
  scene.write({ [FILE]: workload('exporter', 'owner: bob') })
  await scene.commit('bob', 'Mine')
  await scene.git('bob', 'push', '-q', 'origin', `HEAD:refs/heads/${BRANCH}`)
  const next = await nightOf(scene)
  expect(next.pulls.map(({ state }) => state)).toEqual(['left'])
  await review('grace', 'alice', 'bob')
  expect(await missing()).toEqual(['missing', ['@dave-acme']])
  const { number } = await ours()
  await scene.merge('frank', number)
  scene.wait(1)
  expect((await scene.apply()).status).toBe(1)
  expect(scene.events(FILE).map(({ event }) => event)).toEqual(['refused'])
})

test('an owner who stays after all makes it moot', async () => {
  await scene.request('bob', 'stay', { [ALICE]: leaves('2027-06-30') }, ['grace'])
  const next = await nightOf(scene)
  expect(next.pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'closed']])
})

test('where nobody is above, governance is asked in one issue, and closed when there is an owner', async () => {
  const carol = 'grants/people/carol.yaml'
  await scene.request('bob', 'carol', { [carol]: personFile('carol', PEOPLE.carol, 'ends: 2026-11-22\n') }, [
    'grace'
  ])
  const next = await nightOf(scene)
  expect(next.issues.map(({ person, state }) => [person, state])).toEqual([
    ['@acme/access-governance', 'opened']
  ])
  const { body } = z
    .object({ body: z.string() })
    .parse(await scene.api('frank', 'GET', `/issues/${next.issues[0]?.issue ?? 0}`))
  expect(body).toContain('Nobody above "carol" is active')
  expect(body).toContain('`grants/systems/aws-prod/billing-read/entitlement.yaml`')
  const more = personFile('carol', PEOPLE.carol, 'manager: dave\nends: 2026-11-22\n')
  await scene.request('bob', 'above', { [carol]: more }, ['grace'])
  const then = await nightOf(scene)
  expect(then.issues.map(({ state }) => state)).toEqual(['closed'])
  expect(then.pulls.map(({ branch, state }) => [branch, state])).toEqual([
    [BRANCH, 'unchanged'],
    ['grantbook/owner/carol', 'opened']
  ])
})
