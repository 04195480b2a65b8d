import { expect, test } from 'vitest'
import { BASE, at, grant, grantPath, person, type Files } from '../support/book.ts'
import { inScene, worldOf } from '../support/scene.ts'

const USERS = Array.from({ length: 20 }, (_, index) => `user${String(index).padStart(2, '0')}`)
const PEOPLE = Object.fromEntries(USERS.map((id) => [`grants/people/${id}.yaml`, person(id)]))
const GRANTS = Object.fromEntries(USERS.map((id) => [grantPath('billing-read', id), grant('2026-12-14')]))
const ALL: Files = { ...BASE, ...PEOPLE, ...GRANTS }

test('a mass deletion passes up to the limit of a day; the rest is withheld and said', async () => {
  await inScene(
    ALL,
    async (scene) => {
      await scene.apply()
      scene.repository.commit({ ...BASE, ...PEOPLE })
      const states = async () => {
        const ran = await scene.applyPushed()
        const count = (state: string, action: string) =>
          ran.outcomes.filter((one) => one.state === state && one.action === action).length
        return [ran.status, count('done', 'revoke'), count('held', 'revoke')]
      }
      expect(await states()).toEqual([1, 5, 15])
      expect(USERS.filter((id) => scene.mayAssume(id, 'billing-read'))).toEqual(USERS.slice(5))
      expect(await states()).toEqual([1, 0, 15])
      // Judged once: what is withheld stays so until a pull request restores or removes it.
      scene.sandbox.clock.set(at('2026-11-21T09:00:01Z'))
      expect(await states()).toEqual([1, 0, 15])
      // What was issued until then ends by itself and is explained.
      scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
      expect(await states()).toEqual([1, 15, 15])
      // An approved pull request removes the rest.
      scene.repository.commit({ ...BASE, ...PEOPLE, 'grants/people/zoe.yaml': person('zoe') })
      expect((await scene.apply()).status).toBe(0)
    },
    worldOf(USERS)
  )
})

test('tripping the guard keeps nobody’s access: a suspension comes first, and what has ended goes', async () => {
  const short = grantPath('billing-read', 'user19')
  await inScene(
    { ...ALL, [short]: grant('2026-11-20T12:00:00Z') },
    async (scene) => {
      await scene.apply()
      // Everything is deleted by a push, to drown the suspension of user18 and the end of user19.
      scene.repository.commit({
        ...BASE,
        ...PEOPLE,
        'grants/suspensions/user18.yaml': 'reason: Under investigation\n',
        [grantPath('billing-read', 'user18')]: grant('2026-12-14')
      })
      scene.sandbox.clock.set(at('2026-11-20T12:00:00Z'))
      const ran = await scene.applyPushed()
      expect(ran.status).toBe(1)
      expect(USERS.filter((id) => scene.mayAssume(id, 'billing-read'))).toEqual(USERS.slice(4, 18))
    },
    worldOf(USERS)
  )
})

test('a suspension of one subject counts as one, however much it takes', async () => {
  const names = ['billing-read', 'logs-read', 'auditors']
  const held = Object.fromEntries(
    USERS.slice(0, 5).flatMap((id) => names.map((name) => [grantPath(name, id), grant('2026-12-14')]))
  )
  const suspended = Object.fromEntries(
    USERS.slice(0, 5).map((id) => [`grants/suspensions/${id}.yaml`, 'reason: Laptop stolen\n'])
  )
  await inScene(
    { ...BASE, ...PEOPLE, ...held },
    async (scene) => {
      await scene.apply()
      scene.repository.commit({ ...BASE, ...PEOPLE, ...held, ...suspended })
      const ran = await scene.applyPushed()
      expect([ran.status, ran.outcomes.filter(({ state }) => state === 'done').length]).toEqual([0, 15])
    },
    worldOf(USERS)
  )
})
