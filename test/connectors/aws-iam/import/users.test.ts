import { describe, expect, test } from 'vitest'
import type { WorldUser } from '../../../../src/sandbox/world.ts'
import { guessed, inShort, world } from './support.ts'

const KEYS = 'other wherever the keys of this IAM user are kept'

/** One user each, and whom it seems to be. */
const CASES: readonly (readonly [user: WorldUser, want: string])[] = [
  [{ name: 'alice', password: true }, 'person medium'],
  [{ name: 'bob', password: true, mfa: true }, 'person high'],
  [{ name: 'carol.example', password: true }, 'person high'],
  [{ name: 'dave@acme.example' }, 'person medium dave@acme.example'],
  [{ name: 'erin', password: true, tags: { Email: 'Erin@acme.example' } }, 'person high erin@acme.example'],
  // A tag that contradicts the name is no address at all.
  [{ name: 'f@acme.example', tags: { mail: 'other@acme.example' }, password: true }, 'person medium'],
  [{ name: 'g', tags: { email: 'not an address' }, password: true }, 'person medium'],
  [{ name: 'work1', keys: 1 }, `workload medium ${KEYS}`],
  [{ name: 'svc-billing', keys: 1 }, `workload high ${KEYS}`],
  [{ name: 'x', path: '/machines/', keys: 1 }, `workload high ${KEYS}`],
  [{ name: 'ci-bot' }, `workload medium ${KEYS}`],
  // Signs against each other, and no sign at all: nothing is made of it.
  [{ name: 'deploy', password: true }, 'person low'],
  [{ name: 'henry.example', keys: 1 }, 'person low'],
  [{ name: 'mallory', keys: [{ status: 'Inactive' }] }, `workload low ${KEYS}`],
  [{ name: 'nobody' }, `workload low ${KEYS}`]
]

describe('a user is guessed at by how it signs in and what it is called', () => {
  test('all of them in one account', async () => {
    const { subjects } = await guessed(world({ users: CASES.map(([user]) => user) }))
    const byName = new Map(subjects.map((subject) => [subject.name, subject]))
    const found = CASES.map(([{ name }]) => {
      const subject = byName.get(name)
      return `${name}: ${subject ? inShort(subject) : 'not found'}`
    })
    expect(found).toEqual(CASES.map(([{ name }, want]) => `${name}: ${want}`))
  })

  test('why is told in words, and the account is what a file would say', async () => {
    const { subjects } = await guessed(
      world({ users: [{ name: 'bob', path: '/team/', password: true, mfa: true }] })
    )
    expect(subjects).toMatchObject([
      {
        principal: 'user/team/bob',
        account: { user: 'team/bob' },
        why: ['may sign in to the console with a password', 'has an MFA device']
      }
    ])
  })

  test('one whose path no file can write is never made anything of', async () => {
    const users = [{ name: 'bob', path: '/a(b)/', password: true, mfa: true }]
    const { subjects } = await guessed(world({ users }))
    expect(subjects).toMatchObject([{ principal: 'user/a(b)/bob', confidence: 'low', account: null }])
  })

  test('an address that would make a careless pattern back-track for ever is none, at once', async () => {
    const name = `${'a'.repeat(20)}@${'a'.repeat(42)}`
    const { subjects } = await guessed(
      world({ users: [{ name, password: true, tags: { email: `a@${'a-'.repeat(100)}!` } }] })
    )
    expect(subjects.map(({ email }) => email)).toEqual([null])
  })
})
