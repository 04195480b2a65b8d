import { expect, test } from 'vitest'
import { BASE, grant, grantPath, type Files } from '../support/book.ts'
import { inScene } from '../support/scene.ts'

const USERS = ['alice', 'bob', 'carol']
const GRANTS = Object.fromEntries(USERS.map((id) => [grantPath('billing-read', id), grant('2026-12-14')]))
const without = (...prefixes: readonly string[]): Files =>
  Object.fromEntries(
    Object.entries({ ...BASE, ...GRANTS }).filter(
      ([path]) => !prefixes.some((prefix) => path.startsWith(prefix))
    )
  )

test.each([
  ['the people are gone', without('grants/people/')],
  [
    'the people can’t be read',
    { ...BASE, ...GRANTS, ...Object.fromEntries(USERS.map((id) => [`grants/people/${id}.yaml`, '\u0000'])) }
  ],
  ['the people and all grants are gone', without('grants/people/', ...Object.keys(GRANTS))],
  ['the settings are gone', without('grants/grantbook.yaml')],
  [
    'the settings can’t be read, and all grants are gone but one',
    { ...without(...Object.keys(GRANTS).slice(1)), 'grants/grantbook.yaml': '{' }
  ],
  [
    'all entitlements and grants are gone',
    without(
      'grants/systems/aws-prod/billing-read/',
      'grants/systems/aws-prod/logs-read/',
      'grants/systems/aws-prod/auditors/'
    )
  ]
])('%s: nobody loses everything, and the run fails', async (what, files) => {
  await inScene({ ...BASE, ...GRANTS }, async (scene) => {
    await scene.apply()
    scene.writes()
    scene.repository.commit(files)
    const ran = await scene.applyPushed()
    expect(ran.status).toBe(1)
    const some = what.endsWith('but one')
    // The approved settings count, whatever was pushed: two deletions are fewer than the floor.
    expect(USERS.map((id) => scene.mayAssume(id, 'billing-read'))).toEqual(
      some ? [true, false, false] : [true, true, true]
    )
  })
})

test('without any file there is nothing to follow', async () => {
  await inScene({ ...BASE, ...GRANTS }, async (scene) => {
    await scene.apply()
    scene.writes()
    scene.repository.commit({ 'README.md': 'empty\n' })
    const ran = await scene.applyPushed()
    expect([ran.status, scene.writes()]).toEqual([1, []])
    const kept = ran.outcomes.filter(({ state, action }) => state === 'held' && action === 'revoke')
    expect(kept.map(({ grant: path }) => path)).toEqual(Object.keys(GRANTS))
    expect(kept[0]?.why).toContain(
      'the files can’t be the whole organisation: "grants/grantbook.yaml" is missing'
    )
  })
})
