import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalsOutput } from '../../src/render/output/approvals.ts'
import { applyOutput } from '../../src/render/output/apply.ts'
import { findTeam } from '../../src/sandbox/forge/state.ts'
import { entitlement, grant, grantPath, TASK, workload } from '../support/book.ts'
import { ForgeScene, type Moment, type Patch } from '../support/forge-scene.ts'

// Attempts to be somebody’s to approve who isn’t the owner, side by side on one forge: each is judged, all of them are
// merged by an administrator, and one apply takes over none of them.

const GRANT = grant('2026-12-14')
const STANDING = grantPath('logs-read', 'dave')
const STATEMENTS = 'target: {statements: [{actions: ["s3:GetObject"], resources: ["*"]}]}'
const PAYMENTS = entitlement('payments', STATEMENTS).replace('@acme/billing', '@acme/security')
const READ = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
const PACK = 'grants/systems/aws-prod/pack/entitlement.yaml'

interface Attack {
  readonly name: string
  readonly by: string
  readonly files: Patch
  readonly reviews: readonly string[]
  readonly state: 'missing' | 'refused'
  /** What stays as it is although the pull request was merged. */
  readonly path: string
}

const ATTACKS: readonly Attack[] = [
  {
    name: '8: another case in the folder',
    by: 'erin',
    files: { 'grants/systems/aws-prod/Billing-read/erin.yaml': GRANT },
    reviews: ['bob', 'carol', 'frank', 'grace'],
    state: 'refused',
    path: 'grants/systems/aws-prod/Billing-read/erin.yaml'
  },
  {
    name: '8: another ending',
    by: 'erin',
    files: { 'grants/systems/aws-prod/billing-read/erin.yml': GRANT },
    reviews: ['bob', 'carol', 'frank', 'grace'],
    state: 'refused',
    path: 'grants/systems/aws-prod/billing-read/erin.yml'
  },
  {
    name: '9: moved to where somebody else approves',
    by: 'dave',
    files: { [STANDING]: null, [grantPath('payments', 'dave')]: GRANT },
    reviews: ['bob', 'carol'],
    state: 'missing',
    path: grantPath('payments', 'dave')
  },
  {
    name: '14: a workload’s owner approves what it gets',
    by: 'alice',
    files: { [grantPath('billing-read', 'exporter')]: `${GRANT}${TASK}` },
    reviews: ['carol'],
    state: 'missing',
    path: grantPath('billing-read', 'exporter')
  },
  {
    name: '23: a bundle takes in somebody else’s entitlement',
    by: 'alice',
    files: { [PACK]: entitlement('pack', 'includes: [aws-prod/payments]') },
    reviews: ['frank'],
    state: 'missing',
    path: PACK
  },
  {
    name: '23: the own approvers point an entitlement elsewhere',
    by: 'alice',
    files: { [READ]: entitlement('billing-write') },
    reviews: ['bob', 'carol'],
    state: 'missing',
    path: READ
  }
]

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open({
    files: {
      'grants/systems/aws-prod/payments/entitlement.yaml': PAYMENTS,
      'grants/workloads/exporter.yaml': workload('exporter', 'owner: carol'),
      [STANDING]: grant('2026-12-01')
    }
  })
  begin = scene.save()
})
afterAll(() => scene.close())

async function state(pull: number): Promise<string> {
  const { out } = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
  return approvalsOutput.parse(JSON.parse(out)).state
}

test('8, 9, 14 and 23: whoever isn’t the owner approves in vain', async () => {
  const pulls: number[] = []
  for (const [n, { by, files, reviews }] of ATTACKS.entries()) {
    await scene.branch(by, `attack-${n}`, files)
    const pull = await scene.pull(by, `attack-${n}`)
    for (const who of reviews) await scene.review(who, pull)
    pulls.push(pull)
  }
  for (const [n, { name, state: wanted }] of ATTACKS.entries())
    expect([name, await state(pulls[n] ?? 0)]).toEqual([name, wanted])
  scene.wait(1)
  for (const pull of pulls) await scene.merge('frank', pull)
  const ran = await scene.run('apply', '--format', 'json')
  const { outcomes } = applyOutput.parse(JSON.parse(ran.out))
  expect(ran.status).toBe(1)
  for (const { name, path } of ATTACKS) {
    const told = outcomes.filter(({ grant: at }) => at === path).map(({ state: one }) => one)
    const events = scene.events(path).map(({ event }) => event)
    expect([name, told, events]).toEqual([name, ['refused'], ['refused']])
  }
  // What only takes access away went all the same.
  expect(scene.events(STANDING).at(0)).toMatchObject({ event: 'reduced' })
})

test('21: a team of the old name, without access of its own, approves nothing', async () => {
  await scene.restore(begin)
  await scene.branch('alice', 'ask', { [grantPath('billing-read', 'alice')]: GRANT })
  const pull = await scene.pull('alice', 'ask')
  const [old, other] = [findTeam(scene.forge.state, 'billing'), findTeam(scene.forge.state, 'on-call')]
  if (!old || !other) throw new Error('no such teams')
  old.slug = 'billing-of-old'
  other.slug = 'billing'
  const path = '/orgs/acme/teams/billing/repos/acme/access'
  expect((await scene.call('frank', 'DELETE', path)).status).toBe(204)
  await scene.review('dave', pull)
  expect(await state(pull)).not.toBe('approved')
  // Nor do the people of the renamed one, until the book names it anew.
  await scene.review('carol', pull)
  expect(await state(pull)).not.toBe('approved')
})
