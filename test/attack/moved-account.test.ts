import { expect, test } from 'vitest'
import { at, BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'
import { OTHER, twoAccounts } from './two-accounts.ts'

const [PATH, MEMBER] = [grantPath('billing-read', 'alice'), grantPath('auditors', 'alice')]
const SYSTEM = 'grants/systems/aws-prod/system.yaml'

test('a system that is pointed at another account loses no access from sight', async () => {
  const files = { ...BASE, [PATH]: grant('2026-12-14'), [MEMBER]: grant('2026-12-14') }
  await inScene(
    files,
    async (scene) => {
      await scene.apply()
      const moved = (BASE[SYSTEM] ?? '').replace('123456789012', OTHER)
      const { [PATH]: _gone, ...rest } = files
      scene.repository.commit({
        ...rest,
        [SYSTEM]: moved,
        [grantPath('billing-read', 'bob')]: grant('2026-12-14')
      })
      const ran = await scene.apply()
      // What was deleted goes where it stands; nothing new is issued anywhere, and the record says nothing that isn't so.
      expect([ran.status, told(ran)]).toEqual([
        1,
        [
          'refused grant aws-prod/auditors/alice',
          'done revoke aws-prod/billing-read/alice',
          'refused grant aws-prod/billing-read/bob',
          'failed system aws-prod'
        ]
      ])
      expect(ran.outcomes.find(({ grant: path }) => path === null)?.why).toContain(
        'still stand in account 123456789012'
      )
      expect(scene.repository.events(MEMBER).map(({ event }) => event)).not.toContain('revoked')
      // The membership ends there too, although the file names another account.
      scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
      expect(told(await scene.apply())).toContain('done revoke aws-prod/auditors/alice')
    },
    twoAccounts()
  )
})
