import { IAM } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { outOfBand, PATHS } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'
import { sightAll, type Sighting } from '../../src/nightly/outside.ts'
import { fates } from '../../src/nightly/fates.ts'
import { EMPTY_LEDGER, type Ledger } from '../../src/plan/ledger.ts'
import { foldTexts } from '../../src/evidence/fold.ts'
import { discovered } from '../../src/evidence/record-outside.ts'
import { writeLine } from '../../src/evidence/lines.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { bookOf } from '../support/book.ts'
import { ACCOUNT, at, inSandbox, world } from '../connectors/aws-iam/support.ts'
import { explained, foundIn, policy } from '../connectors/aws-iam/outside/support.ts'

const FIRST = at('2026-11-20T09:00:00Z')
const LATER = at('2026-11-25T09:00:00Z')
const OWNED = explained({ people: ['mallory', 'renamed'] })

function administrator(sandbox: Sandbox): IAM {
  const credentials = sandbox.aws.accounts.find(({ account }) => account === ACCOUNT)?.root
  if (!credentials) throw new Error('no such account')
  return new IAM({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials })
}

/** What a night sees, given what those before it recorded. */
async function look(sandbox: Sandbox, ledger: Ledger, now: number): Promise<readonly Sighting[]> {
  const { found } = await foundIn(sandbox, OWNED)
  return sightAll(
    'aws-prod',
    found.filter(({ kind }) => kind === 'user' || kind === 'group'),
    ledger,
    now
  )
}

/** What the record says once a night has written down what was new to it. */
function recorded(sightings: readonly Sighting[], now: number): Ledger {
  const facts = { now, commit: 'a'.repeat(40), run: null, blobOf: () => null, entitlementBlob: () => null }
  const texts = new Map<string, string>()
  for (const { path, principal, fresh } of sightings)
    texts.set(`events/${path}.jsonl`, writeLine(discovered(path, principal, fresh, facts)))
  return foldTexts(texts).ledger
}

/** When each thing was first seen, by who has it. */
const clocks = (sightings: readonly Sighting[]) =>
  sightings.flatMap(({ principal, seen }) =>
    seen.map(
      ({ id, firstSeen }) => `${principal.name} ${id} ${new Date(firstSeen).toISOString().slice(0, 10)}`
    )
  )

const MALLORY = { name: 'mallory', inline: { door: policy('Allow', 's3:*') } }

test('renamed, changed a little, or made again, it keeps the clock that it had', async () => {
  const groups = [{ name: 'crew', inline: { all: policy('Allow', 'ec2:*') } }]
  await inSandbox(world([MALLORY], [], { groups }), async (sandbox) => {
    const ledger = recorded(await look(sandbox, EMPTY_LEDGER, FIRST), FIRST)
    const iam = administrator(sandbox)
    // The user renamed: another path, another file, the same clock.
    await iam.updateUser({ UserName: 'mallory', NewUserName: 'renamed' })
    await iam.updateGroup({ GroupName: 'crew', NewGroupName: 'team' })
    const renamed = await look(sandbox, ledger, LATER)
    expect(clocks(renamed)).toEqual([
      'group/team inline:all 2026-11-20',
      'user/renamed inline:door 2026-11-20'
    ])
    // It is recorded under its new name too, so that renaming it twice helps nobody.
    expect(renamed.map(({ fresh }) => fresh.length)).toEqual([1, 1])
    await iam.updateUser({ UserName: 'renamed', NewUserName: 'mallory' })
    // Another document under the old name of the policy.
    const PolicyDocument = JSON.stringify(policy('Allow', 's3:GetObject'))
    await iam.putUserPolicy({ UserName: 'mallory', PolicyName: 'door', PolicyDocument })
    expect(clocks(await look(sandbox, ledger, LATER))).toContain('user/mallory inline:door 2026-11-20')
    // Deleted and made again.
    await iam.deleteUserPolicy({ UserName: 'mallory', PolicyName: 'door' })
    await iam.deleteUser({ UserName: 'mallory' })
    await iam.createUser({ UserName: 'mallory' })
    await iam.putUserPolicy({ UserName: 'mallory', PolicyName: 'door', PolicyDocument })
    expect(clocks(await look(sandbox, ledger, LATER))).toContain('user/mallory inline:door 2026-11-20')
    // Something new has a clock of its own.
    await iam.putUserPolicy({ UserName: 'mallory', PolicyName: 'window', PolicyDocument })
    expect(clocks(await look(sandbox, ledger, LATER))).toContain('user/mallory inline:window 2026-11-25')
  })
})

test('what was let stand is exactly what was decided on: a change of it, or another name, isn’t', async () => {
  await inSandbox(world([MALLORY]), async (sandbox) => {
    const [sighting] = await look(sandbox, EMPTY_LEDGER, FIRST)
    if (!sighting) throw new Error('nothing found')
    const item = sighting.principal.items[0]
    const file = (digest: string) =>
      bookOf({
        [sighting.path]: `principal: ${sighting.principal.principal}\nitems: [{id: "inline:door", what: x, firstSeen: 2026-11-20T09:00:00Z, by: unknown, lastUsed: null, digest: "${digest}"}]\nexpires: 2026-12-31\ndecision: tolerate\nowner: bob\nreason: It has to be\n`
      }).book.outOfBand.get(sighting.path) ?? null
    const state = (digest: string) =>
      fates(sighting, {
        file: file(digest),
        record: null,
        gifts: [],
        sameTarget: () => false,
        expiresAfter: '7d',
        now: at('2026-12-01T00:00:00Z')
      }).map((one) => one.state)
    expect([state(item?.digest ?? ''), state(`sha256:${'0'.repeat(64)}`)]).toEqual([['tolerated'], ['over']])
  })
})

test('whoever made a back door, has it, or would answer for it, doesn’t let it stand', () => {
  const own = (spec: Parameters<typeof outOfBand>[0], owner: string) => ({
    approved: { [PATHS.found]: outOfBand(spec) },
    change: {
      [PATHS.found]: outOfBand({
        ...spec,
        decision: 'tolerate',
        expires: '2027-01-01',
        more: `owner: ${owner}\nreason: Vendor migration\n`
      })
    }
  })
  const user = (name: string) => `arn:aws:iam::123456789012:user/${name}`
  const worlds = [own({ principal: user('hugo') }, 'bob'), own({ by: user('hugo') }, 'bob'), own({}, 'hugo')]
  // Hugo owns the system: alone he lets nothing of his own stand, and Gina, who governs, may.
  expect(worlds.map((one) => judge({ ...one, reviews: [approve('hugo')] }).state)).toEqual([
    'missing',
    'missing',
    'missing'
  ])
  expect(worlds.map((one) => judge({ ...one, reviews: [approve('gina')] }).state)).toEqual([
    'approved',
    'approved',
    'approved'
  ])
})
