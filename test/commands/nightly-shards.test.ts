import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { nightlyOutput } from '../../src/render/output/nightly.ts'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import { OTHER, TWO, twoAccounts } from '../attack/two-accounts.ts'
import { ACCOUNT, at, grant, grantPath } from '../support/book.ts'
import { ForgeScene, personFile, type Moment } from '../support/forge-scene.ts'

const PROD = 'grants/systems/aws-prod/system.yaml'
const WEST = 'grants/systems/aws-west'
const ENDS = grantPath('billing-read', 'alice')
const STAYS = grantPath('billing-read', 'bob')

let scene: ForgeScene
let given: Moment
let other: AccountSnapshot
beforeAll(async () => {
  // What stands beside the files is no matter here.
  const known = 'known: [root, user/runner, role/ci/exporter, role/entitlements/billing-write]\n'
  const person = (id: string, number: number) =>
    personFile(id, number).replace(`{user: ${id}}}`, `{user: ${id}}, aws-west: {user: ${id}}}`)
  scene = await ForgeScene.open({
    files: {
      [PROD]: `${TWO[PROD] ?? ''}${known}`,
      [`${WEST}/system.yaml`]: `${TWO[`${WEST}/system.yaml`] ?? ''}known: [root]\n`,
      [`${WEST}/mail-read/entitlement.yaml`]: TWO[`${WEST}/mail-read/entitlement.yaml`] ?? '',
      'grants/people/alice.yaml': person('alice', 101)
    },
    world: { aws: twoAccounts().aws ?? [] }
  })
  await scene.request(
    'alice',
    'ask',
    {
      [ENDS]: grant('2026-11-22'),
      [STAYS]: grant('2027-02-14'),
      [`${WEST}/mail-read/alice.yaml`]: grant('2027-02-14')
    },
    ['carol']
  )
  await night()
  given = scene.save()
  other = scene.sandbox.snapshot(OTHER)
})
beforeEach(async () => {
  await scene.restore(given)
  scene.sandbox.restore(OTHER, other)
  scene.sandbox.clearCalls()
})
afterAll(() => scene.close())

/** One night, by somebody who may work in both accounts. */
async function night(...args: readonly string[]) {
  const keys = scene.sandbox.aws.accounts[0]?.users['runner']
  const environment = {
    ...scene.environment(),
    AWS_ACCESS_KEY_ID: keys?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey ?? ''
  }
  const { out, err } = await scene.runWith({ environment }, 'nightly', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return nightlyOutput.parse(JSON.parse(out))
}

/** How often each operation was called, of GitHub or of one account. */
function counts(service: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const call of scene.sandbox.calls()) {
    if (service === 'forge' ? call.service !== 'forge' : call.account !== service) continue
    found[call.operation] = (found[call.operation] ?? 0) + 1
  }
  return found
}

const READ_ONCE = {
  GetAccountAuthorizationDetails: 1,
  GetAccountSummary: 1,
  GetCredentialReport: 1,
  ListOpenIDConnectProviders: 1,
  ListRoles: 1,
  ListSAMLProviders: 1
}

test('a quiet night reads every account once, writes nothing, and asks GitHub nothing for each grant', async () => {
  const first = await night()
  expect(first.outcomes.map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(scene.sandbox.calls().filter(({ kind }) => kind === 'write')).toEqual([])
  expect(counts(ACCOUNT)).toMatchObject(READ_ONCE)
  expect(counts(OTHER)).toMatchObject(READ_ONCE)
  scene.sandbox.clearCalls()
  await night()
  const asked = counts('forge')
  await scene.request('alice', 'more', { [grantPath('logs-read', 'alice')]: grant('2027-02-14') }, ['carol'])
  await night()
  scene.sandbox.clearCalls()
  const next = await night()
  expect(next.outcomes.length).toBe(4)
  expect(counts('forge')).toEqual(asked)
  expect(counts(ACCOUNT)).toMatchObject(READ_ONCE)
})

test('what was changed by hand is restored, and only that account is read anew before it is looked at', async () => {
  await tamper()
  scene.sandbox.clearCalls()
  const { outcomes } = await night()
  expect(outcomes.filter(({ state }) => state === 'done').map(({ grant: path }) => path)).toEqual([STAYS])
  expect(counts(ACCOUNT)).toMatchObject({
    ...READ_ONCE,
    GetAccountAuthorizationDetails: 2,
    GetAccountSummary: 2,
    ListRoles: 2
  })
  expect(counts(OTHER)).toMatchObject(READ_ONCE)
})

test('sharded by system, a night comes to what it comes to as a whole', async () => {
  await tamper()
  scene.sandbox.clock.set(at('2026-11-23T02:17:00Z'))
  const start = { forge: scene.save(), other: scene.sandbox.snapshot(OTHER) }
  const whole = await night()
  const all = await standing()
  await scene.restore(start.forge)
  scene.sandbox.restore(OTHER, start.other)
  const parts = [
    await night('--authorise'),
    await night('--system', 'aws-prod'),
    await night('--system', 'aws-west')
  ]
  expect(await standing()).toEqual(all)
  expect(sorted(parts.flatMap(({ outcomes }) => outcomes))).toEqual(sorted(whole.outcomes))
  expect(parts.every(({ ok }) => ok)).toBe(whole.ok)
  const branches = (some: (typeof whole)['pulls']) => some.map(({ branch, state: one }) => [branch, one])
  expect(branches(parts.flatMap(({ pulls }) => pulls))).toEqual(branches(whole.pulls))
  expect(parts.flatMap(({ notices }) => notices)).toEqual(whole.notices)
  expect(whole.pulls.length).toBe(1)
})

/** Takes from Bob by hand what was issued to him. */
async function tamper(): Promise<void> {
  const there = scene.sandbox.snapshot(ACCOUNT)
  const users = there.users.map((user) => (user.name === 'bob' ? { ...user, inline: [] } : user))
  scene.sandbox.restore(ACCOUNT, { ...there, users })
}

const listed = z.array(z.object({ title: z.string(), body: z.string().nullable(), state: z.string() }))

/** What the two accounts, GitHub and the record hold, but for what runs are called and who came first. */
async function standing() {
  const pulls = listed.parse(await scene.api('frank', 'GET', '/pulls?state=all&per_page=100'))
  const issues = listed.parse(await scene.api('frank', 'GET', '/issues?state=all&per_page=100'))
  await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/evidence:refs/remotes/origin/evidence')
  const record = await scene.git('frank', 'grep', '-h', '-e', '"grant":"', 'origin/evidence', '--', 'events')
  return {
    accounts: [ACCOUNT, OTHER].map((account) => held(scene.sandbox.snapshot(account))),
    pulls: sorted(pulls),
    issues: sorted(issues),
    record: record.split('\n').toSorted()
  }
}

function held({ users, roles }: AccountSnapshot) {
  return [...users, ...roles].map(({ name, inline, attached }) => ({
    name,
    inline,
    attached
  }))
}

function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).toSorted()
}
