import { expect, test } from 'vitest'
import {
  ACCOUNT,
  at,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  open,
  pieces,
  roleArn,
  world
} from '../connectors/aws-iam/support.ts'

test('an ordinary and an emergency grant of one role: the end of either leaves the other', async () => {
  await inSandbox(world([{ name: 'alice' }], [entitlementRole('r0')]), async (sandbox) => {
    const session = await open(sandbox)
    const ordinary = holding('r0')
    const emergency = holding('r0', {
      grant: 'grants/emergency/aws-prod/r0/alice.yaml',
      until: at('2026-11-20T13:00:00Z')
    })
    const can = (time: string): boolean =>
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/alice',
        action: 'sts:AssumeRole',
        resource: roleArn('r0'),
        at: at(time)
      }).allowed
    await session.converge(goal('user/alice', pieces(ordinary, emergency)), await session.read())
    await session.converge(goal('user/alice', pieces(ordinary)), await session.read())
    expect([can('2026-11-20T12:00:00Z'), can('2026-11-30T00:00:00Z')]).toEqual([true, true])
    await session.converge(goal('user/alice', pieces(ordinary, emergency)), await session.read())
    await session.converge(goal('user/alice', pieces(emergency)), await session.read())
    expect([can('2026-11-20T12:00:00Z'), can('2026-11-20T13:00:00Z')]).toEqual([true, false])
  })
})

test('two grants of one group are one membership, which goes with the last of them', async () => {
  await inSandbox(world([{ name: 'alice' }], [], { groups: [{ name: 'auditors' }] }), async (sandbox) => {
    const session = await open(sandbox)
    const direct = holding('auditors', { target: { group: 'auditors' } })
    const bundle = holding('finance', { target: { group: 'auditors' } })
    const owned = new Set(['group/auditors'])
    const [shared, ...rest] = pieces(direct, bundle)
    expect({ grants: shared?.grants, rest }).toEqual({ grants: [direct.grant, bundle.grant], rest: [] })
    const groups = (): readonly string[] => sandbox.snapshot(ACCOUNT).users[0]?.groups ?? []
    await session.converge(goal('user/alice', pieces(direct, bundle)), await session.read())
    expect(groups()).toEqual(['auditors'])
    await session.converge(goal('user/alice', pieces(bundle), { owned }), await session.read())
    expect(groups()).toEqual(['auditors'])
    await session.converge(goal('user/alice', [], { owned }), await session.read())
    expect(groups()).toEqual([])
  })
})
