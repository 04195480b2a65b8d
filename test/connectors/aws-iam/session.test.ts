import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  DeleteUserCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand
} from '@aws-sdk/client-iam'
import { describe, expect, test } from 'vitest'
import { awsIam } from '../../../src/connectors/aws-iam/index.ts'
import { renewing } from '../../../src/connectors/aws-iam/io/identity.ts'
import { openSession } from '../../../src/connectors/aws-iam/io/session.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import {
  ACCOUNT,
  at,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  INSTANCE,
  NOW,
  open,
  pieces,
  ports,
  system,
  world
} from './support.ts'

const roles = Array.from({ length: 12 }, (_, index) => entitlementRole(`r${index}`))
const start = world([{ name: 'alice' }, { name: 'bob' }], roles, { groups: [{ name: 'auditors' }] })
const one = (name = 'r0', over = {}) => pieces(holding(name, over))

function root(sandbox: Sandbox): IAMClient {
  const keys = sandbox.aws.accounts[0]?.root
  return new IAMClient({
    endpoint: sandbox.aws.iam,
    region: 'us-east-1',
    credentials: { accessKeyId: keys?.accessKeyId ?? '', secretAccessKey: keys?.secretAccessKey ?? '' }
  })
}

describe('who we are', () => {
  test('credentials of another account read and write nothing', async () => {
    await inSandbox(start, async (sandbox) => {
      const other = system({ account: '210987654321' })
      await expect(openSession(other, ports(sandbox))).rejects.toThrow(
        'The credentials belong to account 123456789012, but the system is account 210987654321. Nothing was read or written. Use credentials of account 210987654321.'
      )
      expect(sandbox.calls().map((call) => call.operation)).toEqual(['GetCallerIdentity'])
    })
  })

  test('the write role is assumed where the base identity may, the read role for reading', async () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }
      ]
    }
    const admin = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
    const tools = ['read', 'write'].map((name) => ({
      name,
      path: '/grantbook/',
      trust,
      inline: { all: admin }
    }))
    const operator = { name: 'operator', keys: 1, inline: { all: admin } }
    await inSandbox(world([{ name: 'alice' }, operator], [...roles, ...tools]), async (sandbox) => {
      const settings = {
        readRole: `arn:aws:iam::${ACCOUNT}:role/grantbook/read`,
        writeRole: `arn:aws:iam::${ACCOUNT}:role/grantbook/write`
      }
      const keys = sandbox.aws.accounts[0]?.users['operator']
      const environment = {
        ...ports(sandbox).environment,
        AWS_ACCESS_KEY_ID: keys?.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey
      }
      const mine = ports(sandbox, { environment })
      const session = await openSession(system(settings), mine)
      const live = await session.read()
      expect((await session.converge(goal('user/alice', one()), live)).state).toBe('done')
      expect(mine.logged).toEqual([])
      expect(
        sandbox
          .calls()
          .slice(0, 2)
          .map((call) => call.operation)
      ).toEqual(['AssumeRole', 'GetCallerIdentity'])
    })
  })

  test('credentials of a role are fetched anew when the SDK asks again', async () => {
    const key = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: 'x' })
    let fetched = 0
    const provider = renewing(key('first'), () => Promise.resolve(key(`later${++fetched}`)))
    expect(
      [await provider(), await provider(), await provider()].map(({ accessKeyId }) => accessKeyId)
    ).toEqual(['first', 'later1', 'later2'])
  })

  test('a role that may not be assumed is told, and the present identity goes on', async () => {
    await inSandbox(start, async (sandbox) => {
      const mine = ports(sandbox)
      const session = await openSession(
        system({ writeRole: `arn:aws:iam::${ACCOUNT}:role/grantbook/write` }),
        mine
      )
      await session.read()
      expect(mine.logged).toEqual([
        'arn:aws:iam::123456789012:role/grantbook/write can’t be assumed (AccessDenied); going on as the present identity.'
      ])
    })
  })

  test('endpoints are those of the environment, null where it would be the real cloud', () => {
    expect(awsIam.endpoints(system(), { AWS_ENDPOINT_URL_IAM: 'http://127.0.0.1:1/iam' })).toEqual([
      'http://127.0.0.1:1/iam',
      null
    ])
    expect(awsIam.endpoints(system(), { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })).toEqual([
      'http://127.0.0.1:1',
      'http://127.0.0.1:1'
    ])
  })

  test('nobody at the endpoint is one line and at once', async () => {
    await inSandbox(start, async (sandbox) => {
      const environment = { ...ports(sandbox).environment, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' }
      await expect(open(sandbox, { environment })).rejects.toThrow(
        /^AWS can’t be used: \w*Error: connect ECONNREFUSED/u
      )
    })
  })
})

describe('reading', () => {
  test('the system’s own clock is its Date header', async () => {
    await inSandbox(start, async (sandbox) => {
      expect((await (await open(sandbox)).read()).serverTime).toBe(NOW)
    })
  })

  test('a session for reading can’t write', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox, { purpose: 'read' })
      const live = await session.read()
      await expect(session.converge(goal('user/alice', one()), live)).rejects.toThrow('opened for reading')
      await expect(session.clean(live)).rejects.toThrow('opened for reading')
      expect(session.calls().write).toBe(0)
    })
  })

  test('what isn’t ours is counted, and ours is told piece by piece', async () => {
    const foreign = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
    await inSandbox(
      world(
        [
          {
            name: 'alice',
            inline: { a: foreign, b: foreign },
            attached: ['ReadOnlyAccess'],
            groups: ['auditors']
          }
        ],
        roles,
        { groups: [{ name: 'auditors' }] }
      ),
      async (sandbox) => {
        const session = await open(sandbox)
        await session.converge(goal('user/alice', one()), await session.read())
        const live = await session.read()
        expect(live.foreign).toEqual({ principals: 1, policies: 3 })
        const [piece] = one()
        const id = sandbox.snapshot(ACCOUNT).users[0]?.id
        expect(live.principals.get('user/alice')).toEqual({
          principal: 'user/alice',
          name: `arn:aws:iam::${ACCOUNT}:user/alice`,
          principalId: id,
          pieces: [
            { id: piece?.id, key: piece?.key, body: piece?.body, enforcement: 'target', owned: true },
            { id: 'group/auditors', key: '', body: '{"group":"auditors"}', enforcement: 'job', owned: null }
          ],
          alien: []
        })
      }
    )
  })
})

describe('converging', () => {
  test('a principal made again under the old name gets nothing, and what is there of ours goes', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      const live = await session.read()
      const first = await session.converge(goal('user/bob', one()), live)
      const iam = root(sandbox)
      sandbox.restore(ACCOUNT, {
        ...sandbox.snapshot(ACCOUNT),
        users: sandbox.snapshot(ACCOUNT).users.filter((user) => user.name !== 'bob')
      })
      await iam.send(new CreateUserCommand({ UserName: 'bob' }))
      const again = await session.read()
      const wanted = goal('user/bob', one(), { principalId: first.principalId })
      expect(await session.judge(again, [wanted])).toEqual([
        {
          grant: 'grants/systems/aws-prod/r0/alice.yaml',
          code: 'principal-recreated',
          why: `user/bob was deleted and made again: its unique id is ${again.principals.get('user/bob')?.principalId}, grants were issued to ${first.principalId}. Nothing is handed over. Remove the grants and request them anew.`
        }
      ])
      const outcome = await session.converge(wanted, again)
      expect({
        state: outcome.state,
        code: outcome.error?.code,
        writes: outcome.writes,
        pieces: outcome.pieces
      }).toEqual({
        state: 'failed',
        code: 'principal-recreated',
        writes: 0,
        pieces: []
      })
      iam.destroy()
    })
  })

  test('made again between the bulk read and the write is noticed too', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      const live = await session.read()
      const iam = root(sandbox)
      await iam.send(new DeleteUserCommand({ UserName: 'bob' }))
      await iam.send(new CreateUserCommand({ UserName: 'bob' }))
      iam.destroy()
      const outcome = await session.converge(goal('user/bob', one()), live)
      expect({ code: outcome.error?.code, writes: outcome.writes }).toEqual({
        code: 'principal-recreated',
        writes: 0
      })
    })
  })

  test('a principal that doesn’t exist fails with the repair; nothing wanted of it is no failure', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      const live = await session.read()
      expect((await session.converge(goal('user/nobody', one()), live)).error).toEqual({
        code: 'principal-missing',
        message:
          'user/nobody doesn’t exist in the account. Create it, correct the account in the file of its person or workload, or remove the grants.'
      })
      expect((await session.converge(goal('user/nobody', []), live)).state).toBe('unchanged')
      // Same name, another path: not the one that was meant.
      expect((await session.converge(goal('user/staff/alice', one()), live)).error?.code).toBe(
        'principal-missing'
      )
    })
  })

  test('what doesn’t fit is told by its grant, and the rest stands', async () => {
    const crowd = (text: string) => ({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${text}` }]
    })
    const full = world([{ name: 'alice', inline: { theirs: crowd('z'.repeat(1300)) } }], roles, {
      quotas: { attached: 0 }
    })
    await inSandbox(full, async (sandbox) => {
      const session = await open(sandbox)
      const live = await session.read()
      const both = goal('user/alice', pieces(holding('r0'), holding('r1')))
      const refused = await session.judge(live, [both])
      expect(refused.map(({ grant, code }) => [grant, code])).toEqual([
        ['grants/systems/aws-prod/r0/alice.yaml', 'quota-exceeded']
      ])
      const outcome = await session.converge(both, live)
      expect(outcome.pieces?.length).toBe(1)
      expect(outcome.error).toEqual({
        code: 'quota-exceeded',
        message:
          'user/alice has no room for grants/systems/aws-prod/r0/alice.yaml. End other grants of this principal, or bundle what it needs into one role to assume.'
      })
    })
  })

  test('a group that doesn’t exist is refused before, and fails alone', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      const live = await session.read()
      const wanted = goal('user/alice', pieces(holding('g', { target: { group: 'ghosts' } }), holding('r0')))
      expect(await session.judge(live, [wanted])).toEqual([
        {
          grant: 'grants/systems/aws-prod/g/alice.yaml',
          code: 'group-missing',
          why: 'Group "ghosts" doesn’t exist in account 123456789012. Create it, or correct the entitlement’s target.'
        }
      ])
      const outcome = await session.converge(wanted, live)
      expect({ state: outcome.state, code: outcome.error?.code, pieces: outcome.pieces?.length }).toEqual({
        state: 'failed',
        code: 'NoSuchEntity',
        pieces: 1
      })
    })
  })

  test('a membership that isn’t ours by evidence is never taken away', async () => {
    await inSandbox(
      world([{ name: 'alice', groups: ['auditors'] }], roles, { groups: [{ name: 'auditors' }] }),
      async (sandbox) => {
        const session = await open(sandbox)
        const outcome = await session.converge(goal('user/alice', []), await session.read())
        expect({ state: outcome.state, writes: outcome.writes }).toEqual({ state: 'unchanged', writes: 0 })
        expect(sandbox.snapshot(ACCOUNT).users[0]?.groups).toEqual(['auditors'])
      }
    )
  })

  test('places name the policy of every piece', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      const wanted = pieces(
        ...Array.from({ length: 9 }, (_, n) => holding(`r${n}`)),
        holding('g', { target: { group: 'auditors' } })
      )
      const { places } = await session.converge(goal('user/alice', wanted), await session.read())
      const id = sandbox.snapshot(ACCOUNT).users[0]?.id
      const count = (name: string): number => [...places.values()].filter((place) => place === name).length
      expect([count(INSTANCE), count(`${INSTANCE}-${id}-1`), count('auditors')]).toEqual([6, 3, 1])
    })
  })
})

describe('errors', () => {
  const outcomeOf = async (
    sandbox: Sandbox,
    faults: Parameters<Sandbox['setFaults']>[0],
    wanted = goal('user/alice', one())
  ) => {
    const mine = ports(sandbox)
    const session = await openSession(system(), mine)
    const live = await session.read()
    sandbox.clearCalls()
    sandbox.setFaults(faults)
    const outcome = await session.converge(wanted, live)
    return { outcome, mine, operations: sandbox.calls().map((call) => call.operation) }
  }

  test('throttled nine times, the tenth try succeeds, after waits that grow to twenty seconds', async () => {
    await inSandbox(start, async (sandbox) => {
      const { outcome, mine } = await outcomeOf(sandbox, [
        { service: 'iam', operation: 'PutUserPolicy', kind: 'throttle', times: 9 }
      ])
      expect(outcome.state).toBe('done')
      expect(mine.slept).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000, 10_000])
    })
  })

  test('throttled ten times is a failure that names it, with what stands', async () => {
    await inSandbox(start, async (sandbox) => {
      const { outcome } = await outcomeOf(sandbox, [
        { service: 'iam', operation: 'PutUserPolicy', kind: 'throttle', times: 10 }
      ])
      expect({
        state: outcome.state,
        code: outcome.error?.code,
        pieces: outcome.pieces,
        writes: outcome.writes
      }).toEqual({ state: 'failed', code: 'Throttling', pieces: [], writes: 0 })
    })
  })

  test('a lost answer to CreatePolicy is settled by reading: one policy, one write counted twice never', async () => {
    await inSandbox(start, async (sandbox) => {
      const many = pieces(...Array.from({ length: 9 }, (_, n) => holding(`r${n}`)))
      const { outcome, operations } = await outcomeOf(
        sandbox,
        [{ service: 'iam', operation: 'CreatePolicy', kind: 'error-after' }],
        goal('user/alice', many)
      )
      expect(outcome.state).toBe('done')
      expect(operations.filter((name) => name === 'CreatePolicy' || name === 'AttachUserPolicy')).toEqual([
        'CreatePolicy',
        'CreatePolicy',
        'AttachUserPolicy'
      ])
      expect(sandbox.snapshot(ACCOUNT).policies.length).toBe(1)
    })
  })

  test('a denied write fails at once and tells nothing secret', async () => {
    await inSandbox(start, async (sandbox) => {
      const { outcome, mine } = await outcomeOf(sandbox, [
        { service: 'iam', operation: 'PutUserPolicy', kind: 'denied' }
      ])
      expect(outcome.error?.code).toBe('AccessDenied')
      expect(mine.slept).toEqual([])
      expect(JSON.stringify(outcome)).not.toContain(mine.environment['AWS_SECRET_ACCESS_KEY'])
    })
  })

  test('stale reads are waited out and nothing is written twice', async () => {
    await inSandbox(start, async (sandbox) => {
      const { outcome, mine, operations } = await outcomeOf(sandbox, [
        { service: 'iam', operation: 'GetUserPolicy', kind: 'stale', times: 2 },
        { service: 'iam', operation: 'ListUserPolicies', kind: 'stale', times: 3 }
      ])
      expect(outcome.state).toBe('done')
      expect(operations.filter((name) => name === 'PutUserPolicy').length).toBe(1)
      expect(mine.slept.length).toBeGreaterThan(0)
    })
  })

  test('what never shows counts as failed', async () => {
    await inSandbox(start, async (sandbox) => {
      const { outcome, mine } = await outcomeOf(sandbox, [
        { service: 'iam', operation: 'ListUserPolicies', kind: 'stale', times: 1000 }
      ])
      expect({ state: outcome.state, error: outcome.error }).toEqual({
        state: 'failed',
        error: {
          code: 'not-shown',
          message: 'user/alice still doesn’t show what was written. The next run looks again.'
        }
      })
      expect(mine.slept.reduce((sum, ms) => sum + ms, 0)).toBe(109_500)
    })
  })

  test('a refused removal adds nothing, and other principals go on', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      await session.converge(goal('user/alice', one('r0')), await session.read())
      const live = await session.read()
      sandbox.setFaults([
        { service: 'iam', operation: 'PutUserPolicy', kind: 'denied' },
        { service: 'iam', operation: 'DeleteUserPolicy', kind: 'denied' }
      ])
      const swap = await session.converge(goal('user/alice', one('r1')), live)
      expect({ state: swap.state, code: swap.error?.code }).toEqual({ state: 'failed', code: 'AccessDenied' })
      expect(swap.pieces?.map((piece) => piece.id)).toEqual(one('r0').map((piece) => piece.id))
      expect((await session.converge(goal('user/bob', one('r1')), live)).state).toBe('done')
    })
  })

  test('a new statement that IAM refuses doesn’t keep an old one alive', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      await session.converge(goal('user/alice', [...one('r0'), ...one('r1')]), await session.read())
      sandbox.setFaults([{ service: 'iam', operation: 'PutUserPolicy', kind: 'denied', times: 1 }])
      const outcome = await session.converge(
        goal('user/alice', [...one('r1'), ...one('r2')]),
        await session.read()
      )
      expect(outcome.error?.code).toBe('AccessDenied')
      expect(outcome.pieces?.map((piece) => piece.id)).toEqual(one('r1').map((piece) => piece.id))
    })
  })

  test('stopped between two writes, it says so', async () => {
    await inSandbox(start, async (sandbox) => {
      const controller = new AbortController()
      const session = await open(sandbox, { signal: controller.signal })
      const live = await session.read()
      controller.abort()
      const outcome = await session.converge(goal('user/alice', one()), live)
      expect({ state: outcome.state, code: outcome.error?.code, writes: outcome.writes }).toEqual({
        state: 'failed',
        code: 'AbortError',
        writes: 0
      })
    })
  })
})

describe('cleaning', () => {
  test('a policy of ours for somebody who is gone is deleted; one of another name is left alone', async () => {
    await inSandbox(start, async (sandbox) => {
      const session = await open(sandbox)
      const iam = root(sandbox)
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }]
      })
      const id = 'AIDAGONEGONEGONEGONE1'
      await iam.send(
        new CreatePolicyCommand({
          Path: `/${INSTANCE}/${id}/`,
          PolicyName: `${INSTANCE}-${id}-1`,
          PolicyDocument
        })
      )
      const foreign = await iam.send(
        new CreatePolicyCommand({ Path: `/${INSTANCE}/`, PolicyName: 'theirs', PolicyDocument })
      )
      await iam.send(new AttachUserPolicyCommand({ UserName: 'bob', PolicyArn: foreign.Policy?.Arn }))
      const live = await session.read()
      const arn = `arn:aws:iam::${ACCOUNT}:policy/${INSTANCE}/${id}/${INSTANCE}-${id}-1`
      expect(live.misplaced).toEqual([
        { id: arn, what: `${INSTANCE}-${id}-1 belongs to ${id}, who doesn’t exist any more`, principal: '' }
      ])
      expect(await session.clean(live)).toEqual([arn])
      expect(sandbox.snapshot(ACCOUNT).policies.map((policy) => policy.name)).toEqual(['theirs'])
      iam.destroy()
    })
  })
})

test('two of ours with the same window: the end of one leaves the other', async () => {
  await inSandbox(start, async (sandbox) => {
    const session = await open(sandbox)
    const twin = holding('r0', { grant: 'grants/emergency/aws-prod/r0/alice.yaml' })
    await session.converge(goal('user/alice', pieces(holding('r0'), twin)), await session.read())
    const iam = root(sandbox)
    await iam.send(
      new PutUserPolicyCommand({
        UserName: 'bob',
        PolicyName: 'x',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }]
        })
      })
    )
    iam.destroy()
    const outcome = await session.converge(goal('user/alice', pieces(twin)), await session.read())
    expect(outcome.pieces?.map((piece) => piece.id)).toEqual(pieces(twin).map((piece) => piece.id))
    expect(
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/alice',
        action: 'sts:AssumeRole',
        resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/r0`,
        at: at('2026-11-30T00:00:00Z')
      }).allowed
    ).toBe(true)
  })
})
