import { expect, test } from 'vitest'
import type { OutsideItem, OutsidePrincipal } from '../../src/connectors/connector.ts'
import { DAY } from '../../src/book/duration.ts'
import { holdersOf, inventoryOf } from '../../src/nightly/inventory.ts'
import { inventoryParts } from '../../src/render/nightly/inventory.ts'
import { BASE, bookOf, NOW, workload } from '../support/book.ts'

function item(id: string, what: string, days: number | null, lastUsed: number | null): OutsideItem {
  const since = days === null ? null : NOW - days * DAY
  const common = { by: null, severity: 'ordinary', removable: true, why: null, gives: null } as const
  return { id, what, digest: '', since, lastUsed: lastUsed === null ? null : NOW - lastUsed * DAY, ...common }
}
const key = (n: number, days: number | null, used: number | null, state = 'active') =>
  item(`key:AKIA${n}`, `access key AKIA${n}, ${state}`, days, used)
const on = (name: string, ...items: readonly OutsideItem[]): OutsidePrincipal => ({
  principal: `arn:aws:iam::1:${name}`,
  kind: 'user',
  name,
  principalId: null,
  items
})

const LOGIN = item('login', 'login profile: may sign in', null, 1)
const FOUND = [
  on('user/alice', key(1, 91, 1), LOGIN),
  on('user/bob', key(2, 20, null), key(3, 89, 89), LOGIN, item('mfa-missing', 'no MFA device', null, null)),
  on('user/ghost', key(4, 400, 100)),
  on('user/robot', key(5, 40, null), key(6, 5, 5, 'inactive'), item('attached:x', 'x', 1, null)),
  on('user/carol', key(7, null, 1))
]

const FILES = {
  ...BASE,
  'grants/workloads/robot.yaml': workload('robot').replace('{role: ci/robot}', '{user: robot}')
}
const holders = holdersOf(bookOf(FILES).book, 'aws-prod', (account) => {
  const { user } = account as { user?: string }
  return user === undefined ? null : `user/${user}`
})

test('every key and password is told with whose it is, its age, its use, and what is wrong with it', () => {
  const told = inventoryOf(FOUND, holders, 90 * DAY, NOW).map(
    ({ name, holder, what, used, fault }) =>
      `${name} ${holder?.kind ?? '-'} ${what.replace(/^access key (AKIA\d).*$/u, '$1').slice(0, 5)} ${used}: ${fault ?? 'fine'}`
  )
  expect(told).toEqual([
    'user/robot workload AKIA5 never, or not told: never used',
    'user/robot workload AKIA6 lately: inactive: delete it',
    'user/alice person AKIA1 lately: too old',
    'user/bob person AKIA3 lately: one of two for more than a month',
    'user/bob person login lately: no second factor',
    'user/carol person AKIA7 lately: of unknown age',
    'user/ghost - AKIA4 months ago: nobody’s, too old',
    'user/alice person login lately: fine',
    'user/bob person AKIA2 never, or not told: fine'
  ])
})

test('its text stays the same from day to day', () => {
  const shown = (days: number) =>
    inventoryParts({
      credentials: inventoryOf([on('user/alice', key(1, 10, 2))], holders, 90 * DAY, NOW + days * DAY).map(
        (one) => ({ ...one, since: NOW })
      ),
      ways: new Map()
    })
  expect(shown(1)).toEqual(shown(0))
  expect(inventoryParts({ credentials: [], ways: new Map() })).toEqual([])
})
