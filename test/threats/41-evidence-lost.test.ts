import { expect, test } from 'vitest'
import type { Event } from '../../src/evidence/events.ts'
import { makeCommits } from '../../src/io/git/evidence-write-signed.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { BASE, grant, grantPath, NOW } from '../support/book.ts'
import { inScene, told, type Scene } from '../support/scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')

test('a lost race is computed again from the new head: both records stand', async () => {
  await inScene({ ...BASE, [ALICE]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit({ ...BASE, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
    await scene.apply('--authorise')
    const other = await meanwhile(scene)
    // Another run of ours moves the branch while this one writes to the account.
    scene.sandbox.observe((phase, { operation }) => {
      if (phase === 'after' && operation === 'PutUserPolicy')
        scene.repository.git('update-ref', 'refs/heads/evidence', other)
    })
    expect((await scene.apply()).status).toBe(0)
    scene.sandbox.observe(null)
    expect(scene.repository.git('log', '--format=%s', 'evidence').trim().split('\n')).toEqual([
      'Finish a run',
      'Apply to aws-prod',
      'Somebody else',
      'Judge',
      'Finish a run',
      'Apply to aws-prod',
      'Begin'
    ])
    expect([ALICE, BOB].map((path) => scene.repository.events(path).map(({ event }) => event))).toEqual([
      ['issued'],
      ['issued']
    ])
  })
})

test('without its evidence a run observes what stands, issues nothing twice, and knows no memberships as its own', async () => {
  const member = grantPath('auditors', 'alice')
  await inScene({ ...BASE, [ALICE]: grant('2026-12-14'), [member]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.git('update-ref', '-d', 'refs/heads/evidence')
    scene.writes()
    const ran = await scene.apply()
    expect([ran.status, ran.calls.write, told(ran)]).toEqual([
      0,
      0,
      ['unchanged grant aws-prod/auditors/alice', 'unchanged grant aws-prod/billing-read/alice']
    ])
    expect(scene.repository.events(ALICE).map(({ event, observed }) => [event, observed])).toEqual([
      ['issued', true]
    ])
    expect(scene.repository.events(member).map(({ event, statements }) => [event, statements])).toEqual([
      ['issued', []]
    ])
  })
})

test('a record that somebody else wrote into is not followed: nothing is written anywhere, and that is said', async () => {
  await inScene({ ...BASE, [ALICE]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit({ ...BASE, [ALICE]: grant('2026-12-20'), [BOB]: grant('2026-12-14') })
    scene.repository.forge(`events/${ALICE}.jsonl`, '{"event":"issued"}\n')
    scene.writes()
    const head = scene.repository.git('rev-parse', 'evidence')
    const ran = await scene.apply()
    expect([ran.status, ran.out, scene.writes()]).toEqual([1, '', []])
    expect(ran.err).toMatch(/^error: The branch "evidence" can’t be trusted\. Commit [0-9a-f]{40}/u)
    expect(scene.repository.git('rev-parse', 'evidence')).toBe(head)
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
  })
})

/** A commit that another run would put on top of the record as it is now: a sign of life. The branch stays where it is. */
async function meanwhile({ repository }: Scene): Promise<string> {
  const signer = testSigner(1)
  const run = { at: '2026-11-20T09:00:00Z', by: 'grantbook apply', run: null, id: 'other' }
  const nothing = { grant: null, blob: null, commit: null, closes: [], sealed: null, counts: {} }
  const event: Event = { ...run, ...nothing, event: 'finished' }
  const head = repository.git('rev-parse', 'evidence').trim()
  const entry = { subject: 'Somebody else', events: [event], moves: [] }
  return makeCommits(repository.root, head, [entry], NOW, signer)
}
