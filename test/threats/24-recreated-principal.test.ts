import { CreateUserCommand, DeleteUserCommand, DeleteUserPolicyCommand, IAMClient } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import {
  ACCOUNT,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  INSTANCE,
  open,
  pieces,
  ports,
  world
} from '../connectors/aws-iam/support.ts'

test('a user made again under an old name inherits neither inline statements nor managed policies', async () => {
  const roles = Array.from({ length: 9 }, (_, n) => entitlementRole(`r${n}`))
  await inSandbox(world([{ name: 'alice' }], roles), async (sandbox) => {
    const session = await open(sandbox)
    const wanted = pieces(...Array.from({ length: 9 }, (_, n) => holding(`r${n}`)))
    const issued = await session.converge(goal('user/alice', wanted), await session.read())
    expect(issued.state).toBe('done')

    const { environment } = ports(sandbox)
    const credentials = {
      accessKeyId: String(environment['AWS_ACCESS_KEY_ID']),
      secretAccessKey: String(environment['AWS_SECRET_ACCESS_KEY'])
    }
    const iam = new IAMClient({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials })
    const [shard] = sandbox.snapshot(ACCOUNT).policies
    await (await open(sandbox)).converge(goal('user/alice', []), await session.read())
    await iam.send(new DeleteUserPolicyCommand({ UserName: 'alice', PolicyName: INSTANCE })).catch(() => null)
    await iam.send(new DeleteUserCommand({ UserName: 'alice' }))
    await iam.send(new CreateUserCommand({ UserName: 'alice' }))
    iam.destroy()
    // As if nobody had cleaned up: the forerunner's managed policy still exists.
    const now = sandbox.snapshot(ACCOUNT)
    sandbox.restore(ACCOUNT, { ...now, policies: shard ? [shard] : [] })

    const again = await open(sandbox)
    const live = await again.read()
    const remembered = goal('user/alice', wanted, { principalId: issued.principalId })
    const codes = new Set((await again.judge(live, [remembered])).map(({ code }) => code))
    expect(codes).toEqual(new Set(['principal-recreated']))
    const outcome = await again.converge(remembered, live)
    expect({ state: outcome.state, code: outcome.error?.code, pieces: outcome.pieces }).toEqual({
      state: 'failed',
      code: 'principal-recreated',
      pieces: []
    })
    expect(await again.clean(live)).toEqual([shard?.arn])
    expect(sandbox.snapshot(ACCOUNT).policies).toEqual([])
    expect(
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/alice',
        action: 'sts:AssumeRole',
        resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/r0`
      }).allowed
    ).toBe(false)
  })
})
