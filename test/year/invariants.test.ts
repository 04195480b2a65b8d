import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow } from './console.ts'
import { INVARIANTS } from './invariants/index.ts'
import { ACCOUNTS } from './world.ts'
import { PACES } from './weather.ts'
import { Year } from './year.ts'

// Each invariant of the year sees what it is there to see: something is spoilt by hand behind the year's back.

let year: Year
/** Somebody who holds something by a statement of ours. */
let holder: { readonly system: keyof typeof ACCOUNTS; readonly principal: string; readonly path: string }

beforeAll(async () => {
  year = await Year.open(1, PACES.year)
  for (let day = 0; day < 5 && !holder; day++) {
    const wrong = await year.live()
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
    const found = [...year.expected.sure.values()].find(
      ({ item, principal }) => item !== 'auditors' && principal.startsWith('user/')
    )
    if (found) holder = found
  }
}, 300_000)
afterAll(() => year.close())

/** What one invariant says now. */
async function said(name: string): Promise<readonly string[]> {
  return (await INVARIANTS.find((one) => one.name === name)?.check(year)) ?? ['no such invariant']
}

/** Does something to an account, looks, and undoes it. */
async function spoilt(act: (name: string) => Promise<unknown>, look: () => Promise<void>): Promise<void> {
  const { principal, system } = holder
  const before = year.console.look(system)
  await act(principal.slice('user/'.length))
  year.touched.add(`${system} ${principal}`)
  await look()
  year.scene.sandbox.restore(ACCOUNTS[system], before)
}

function ownPolicy(name: string): string {
  const user = year.console.look(holder.system).users.find((one) => one.name === name)
  return user?.inline.find((one) => one.name.startsWith('grantbook-'))?.name ?? ''
}

test('access that nobody approved, and access that is missing', async () => {
  const iam = year.console.of(holder.system)
  await spoilt(
    (UserName) =>
      iam.putUserPolicy({ UserName, PolicyName: ownPolicy(UserName), PolicyDocument: allow('*') }),
    async () => {
      expect((await said('what stands')).some((one) => one.startsWith('nobody approved'))).toBe(true)
      expect((await said('access in IAM')).some((one) => one.includes('may still'))).toBe(true)
    }
  )
  await spoilt(
    (UserName) => iam.deleteUserPolicy({ UserName, PolicyName: ownPolicy(UserName) }),
    async () => {
      expect((await said('what stands')).some((one) => one.startsWith(`${holder.path} is missing`))).toBe(
        true
      )
      expect((await said('access in IAM')).some((one) => one.includes('may not'))).toBe(true)
    }
  )
  expect([await said('what stands'), await said('access in IAM')]).toEqual([[], []])
})

test('access outside that is in no file', async () => {
  const one = {
    system: holder.system,
    principal: holder.principal,
    needle: 'unseen',
    kind: 'inline'
  } as const
  const fresh = {
    made: year.now,
    known: null,
    earliest: year.now,
    latest: year.now,
    revokedAt: null,
    tolerated: null
  }
  await spoilt(
    (UserName) =>
      year.console
        .of(holder.system)
        .putUserPolicy({ UserName, PolicyName: 'unseen', PolicyDocument: allow('s3:*') }),
    async () => {
      year.outside.push({ ...one, ...fresh })
      expect((await said('access outside')).some((text) => text.endsWith('is in no file'))).toBe(true)
    }
  )
  // Gone before anybody decided on it.
  expect((await said('access outside')).some((text) => text.includes('before its time'))).toBe(true)
})

test('a second pull request for one thing', async () => {
  year.hands.push('p020', 'twice', { 'grants/notes.yaml': 'a: b\n' })
  const numbers = [year.hands.open('p020', 'twice', 'One'), year.hands.open('p020', 'twice', 'Two')]
  expect(await said('one pull request for one thing')).toEqual([
    `#${numbers[1] ?? 0} and #${numbers[0] ?? 0} come from twice`
  ])
  for (const number of numbers) year.hands.close('p020', number)
})

test('a record that lacks what happened', async () => {
  year.recorded = new Set()
  expect(await said('the record')).toEqual([])
  year.recorded = new Set(['grants/systems/gold/read/p199.yaml'])
  expect(await said('the record')).toEqual([
    'nothing says that grants/systems/gold/read/p199.yaml was revoked'
  ])
})
