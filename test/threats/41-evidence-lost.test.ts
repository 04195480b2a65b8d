import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')

test('a lost race is computed again from the new head: both records stand', async () => {
  await inScene({ ...BASE, [ALICE]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit({ ...BASE, [ALICE]: grant('2026-12-14'), [BOB]: grant('2026-12-14') })
    // Somebody else moves the branch while this run writes to the account.
    scene.sandbox.observe((phase, { operation }) => {
      if (phase !== 'after' || operation !== 'PutUserPolicy') return
      const { repository } = scene
      const tree = repository.git('rev-parse', 'evidence^{tree}').trim()
      const other = repository.git('commit-tree', tree, '-p', 'evidence', '-m', 'Somebody else').trim()
      repository.git('update-ref', 'refs/heads/evidence', other)
    })
    expect((await scene.apply()).status).toBe(0)
    scene.sandbox.observe(null)
    expect(scene.repository.git('log', '--format=%s', 'evidence').trim().split('\n')).toEqual([
      'Finish a run',
      'Apply to aws-prod',
      'Somebody else',
      'Finish a run',
      'Apply to aws-prod'
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

test('a record that can’t be read holds its grant and no other', async () => {
  await inScene({ ...BASE, [ALICE]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.commit({ ...BASE, [ALICE]: grant('2026-12-20'), [BOB]: grant('2026-12-14') })
    scene.repository.forge(`events/${ALICE}.jsonl`, '{"event":"issued"}\n')
    scene.writes()
    const ran = await scene.apply()
    expect([ran.status, told(ran), scene.writes()]).toEqual([
      1,
      ['held grant aws-prod/billing-read/alice', 'done grant aws-prod/billing-read/bob'],
      ['PutUserPolicy']
    ])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
  })
})
