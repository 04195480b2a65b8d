import { expect, test } from 'vitest'
import { openSession } from '../../src/connectors/aws-iam/io/session.ts'
import { effective } from '../crash/invariants.ts'
import {
  ACCOUNT,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  open,
  pieces,
  ports,
  roleArn,
  system,
  world
} from '../connectors/aws-iam/support.ts'

const roles = Array.from({ length: 14 }, (_, n) => entitlementRole(`r${n}`))
const many = (from: number, to: number) =>
  pieces(...Array.from({ length: to - from }, (_, n) => holding(`r${from + n}`)))

test('two repositories that are pointed at one account own nothing of each other', async () => {
  await inSandbox(world([{ name: 'alice' }], roles), async (sandbox) => {
    const settings = { instance: undefined }
    const acme = await openSession(system(settings), ports(sandbox))
    const other = await openSession({ ...system(settings), repository: 'other/access' }, ports(sandbox))
    await acme.converge(goal('user/alice', many(0, 6)), await acme.read())
    await other.converge(goal('user/alice', many(6, 12)), await other.read())
    expect((await acme.read()).principals.get('user/alice')?.pieces.length).toBe(6)
    expect((await other.read()).principals.get('user/alice')?.pieces.length).toBe(6)
    await other.converge(goal('user/alice', []), await other.read())
    const live = await acme.read()
    expect({ pieces: live.principals.get('user/alice')?.pieces.length, misplaced: live.misplaced }).toEqual({
      pieces: 6,
      misplaced: []
    })
    expect((await acme.converge(goal('user/alice', many(0, 6)), live)).state).toBe('unchanged')
  })
})

test('two applies of one repository at once: nothing undated, nothing doubled, and the next run finds nothing to do', async () => {
  await inSandbox(world([{ name: 'alice' }, { name: 'bob' }], roles), async (sandbox) => {
    const both = await Promise.all([open(sandbox), open(sandbox)])
    const goals = [goal('user/alice', many(0, 12)), goal('user/bob', many(3, 9))]
    await Promise.all(
      both.map(async (session) => {
        const live = await session.read()
        for (const each of goals) await session.converge(each, live)
      })
    )
    const session = await open(sandbox)
    for (const each of goals) await session.converge(each, await session.read())
    const after = await session.read()
    for (const each of goals) {
      const outcome = await session.converge(each, after)
      expect({ state: outcome.state, writes: outcome.writes }).toEqual({ state: 'unchanged', writes: 0 })
    }
    expect(
      [...effective(sandbox.snapshot(ACCOUNT))]
        .filter(([, held]) => held.size > 0)
        .map(([name, held]) => [name, held.size])
    ).toEqual([
      ['user/alice', 12],
      ['user/bob', 6]
    ])
    expect(
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/bob',
        action: 'sts:AssumeRole',
        resource: roleArn('r0')
      }).allowed
    ).toBe(false)
  })
})
