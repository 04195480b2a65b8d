import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { environmentOf, Repository, run } from '../support/repository.ts'
import { inScene } from '../support/scene.ts'

const USERS = ['alice', 'bob', 'carol']
const GRANTS = Object.fromEntries(USERS.map((id) => [grantPath('billing-read', id), grant('2026-12-14')]))

test('two applies at once come to the same, record it once, and lose nothing', async () => {
  await inScene({ ...BASE, ...GRANTS }, async (scene) => {
    const both = await Promise.all([scene.apply('--run', '1'), scene.apply('--run', '2')])
    expect(both.map(({ status }) => status)).toEqual([0, 0])
    expect(USERS.map((id) => scene.mayAssume(id, 'billing-read'))).toEqual([true, true, true])
    for (const path of Object.keys(GRANTS))
      expect(scene.repository.events(path).map(({ event }) => event)).toEqual(['issued'])
    const runs = (scene.repository.evidence()['runs/2026-11.jsonl'] ?? '').split('\n').filter(Boolean)
    expect(runs.map((line) => (JSON.parse(line) as { run: string }).run).toSorted()).toEqual(['1', '2', null])
    scene.writes()
    expect([(await scene.apply()).calls.write, (await scene.plan()).drift]).toEqual([0, []])
  })
})

test('two repositories on one account leave each other alone', async () => {
  await inScene({ ...BASE, ...GRANTS }, async (scene) => {
    const other = new Repository()
    try {
      const settings = (BASE['grants/grantbook.yaml'] ?? '').replace('acme/access', 'acme/other')
      const files = {
        ...BASE,
        'grants/grantbook.yaml': settings,
        [grantPath('billing-read', 'alice')]: grant('2026-11-30')
      }
      other.commit(files)
      await scene.apply()
      const environment = environmentOf(scene.sandbox)
      expect((await run(other, scene.sandbox, ['apply'], { environment })).status).toBe(0)
      scene.writes()
      expect((await scene.apply()).calls.write).toBe(0)
      other.commit(
        Object.fromEntries(
          Object.entries(files).filter(([path]) => !path.endsWith('billing-read/alice.yaml'))
        )
      )
      expect((await run(other, scene.sandbox, ['apply'], { environment })).status).toBe(0)
      expect(scene.writes()).toEqual(['DeleteUserPolicy'])
      expect(USERS.map((id) => scene.mayAssume(id, 'billing-read'))).toEqual([true, true, true])
      expect((await scene.plan()).drift).toEqual([])
    } finally {
      other.remove()
    }
  })
})
