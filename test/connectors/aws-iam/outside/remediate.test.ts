import { IAM } from '@aws-sdk/client-iam'
import { describe, expect, test } from 'vitest'
import { openSession } from '../../../../src/connectors/aws-iam/io/session.ts'
import type { Explained, Outside, Removal, SystemContext } from '../../../../src/connectors/connector.ts'
import type { Fault, Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { ACCOUNT, inSandbox, system, world } from '../support.ts'
import {
  arn,
  aws,
  explained,
  foundIn,
  lines,
  opened,
  policy,
  portsWithTrail,
  revoking,
  trusting
} from './support.ts'

const S3 = policy('Allow', 's3:GetObject', 'arn:aws:s3:::x/*')
const NOTHING = explained({})
const MALLORY = {
  name: 'mallory',
  path: '/a/',
  keys: 2,
  password: true,
  groups: ['admins'],
  attached: [aws('AdministratorAccess'), aws('AmazonS3FullAccess')],
  inline: { one: S3, two: policy('Allow', '*') }
}
const start = (...users: object[]) =>
  world(users as never, [], { groups: [{ name: 'admins', inline: { all: policy('Allow', '*') } }] })
const mallory = arn('user/a/mallory')

/** Finds everything and takes it off one principal, or those of it that `choose` wants. */
async function takeOff(
  sandbox: Sandbox,
  principal: string,
  over: {
    readonly explains?: Explained
    readonly choose?: (id: string) => boolean
    readonly saved?: Map<string, unknown>
    readonly found?: Outside
    readonly context?: SystemContext
  } = {}
): Promise<readonly Removal[]> {
  const { explains = NOTHING, choose = () => true, saved = new Map(), context = revoking() } = over
  const { found } = over.found ?? (await foundIn(sandbox, explains, context))
  const items = found.find((each) => each.principal === principal)?.items.filter(({ id }) => choose(id)) ?? []
  const session = await opened(sandbox, 'remediate', context)
  return session.remediate(principal, items, explains, (id, value) => {
    saved.set(id, value)
    return Promise.resolve()
  })
}

const states = (removals: readonly Removal[]) =>
  removals.map(({ id, state }) => `${state} ${id.replace(/AKIA\w+/u, 'AKIA')}`)
const writes = (sandbox: Sandbox) =>
  sandbox
    .calls()
    .filter(({ kind, operation }) => kind === 'write' && operation !== 'AssumeRole')
    .map(({ operation }) => operation)

describe('taking away', () => {
  test('everything on a user, credentials first, then the user; and once is enough', async () => {
    await inSandbox(start(MALLORY), async (sandbox) => {
      const found = await foundIn(sandbox, NOTHING)
      sandbox.clearCalls()
      const removals = await takeOff(sandbox, mallory, { found })
      expect(states(removals)).toEqual([
        `removed attached:${aws('AdministratorAccess')}`,
        `removed attached:${aws('AmazonS3FullAccess')}`,
        'removed inline:one',
        'removed inline:two',
        'removed key:AKIA',
        'removed key:AKIA',
        'removed login',
        'removed member:admins',
        'kept mfa-missing',
        'removed principal'
      ])
      expect(writes(sandbox)).toEqual([
        'UpdateAccessKey',
        'DeleteAccessKey',
        'UpdateAccessKey',
        'DeleteAccessKey',
        'DeleteLoginProfile',
        'RemoveUserFromGroup',
        'DetachUserPolicy',
        'DetachUserPolicy',
        'DeleteUserPolicy',
        'DeleteUserPolicy',
        'DeleteUser'
      ])
      sandbox.clearCalls()
      expect(new Set((await takeOff(sandbox, mallory, { found })).map(({ state }) => state))).toEqual(
        new Set(['removed'])
      )
      expect(writes(sandbox)).toEqual([])
    })
  })

  test('a role and a group lose their policies', async () => {
    const roles = [
      {
        name: 'r',
        trust: trusting({ AWS: arn('root') }),
        attached: [aws('IAMFullAccess')],
        inline: { i: S3 }
      }
    ]
    const groups = [{ name: 'g', attached: [aws('IAMFullAccess')], inline: { i: S3 } }]
    await inSandbox(world([], roles, { groups }), async (sandbox) => {
      expect(states(await takeOff(sandbox, arn('role/r')))).toEqual([
        `removed attached:${aws('IAMFullAccess')}`,
        'removed inline:i',
        'kept principal',
        `kept trust:${arn('root')}`
      ])
      expect(states(await takeOff(sandbox, arn('group/g')))).toEqual([
        `removed attached:${aws('IAMFullAccess')}`,
        'removed inline:i'
      ])
      expect((await foundIn(sandbox, NOTHING)).found.map(({ principal }) => principal)).toEqual([
        arn('role/r')
      ])
    })
  })

  test('what is not asked for stays, and the user with it', async () => {
    await inSandbox(start(MALLORY), async (sandbox) => {
      const removals = await takeOff(sandbox, mallory, {
        choose: (id) => id === 'principal' || id === 'inline:one'
      })
      expect(states(removals)).toEqual(['removed inline:one', 'kept principal'])
      expect(writes(sandbox)).toEqual(['DeleteUserPolicy'])
    })
  })
})

describe('what is left alone', () => {
  const quarantined = {
    name: 'mallory',
    inline: { jail: policy('Deny', '*'), one: S3 },
    attached: [aws('AWSDenyAll')],
    groups: ['jail']
  }
  const jail = { groups: [{ name: 'jail', inline: { no: policy('Deny', 's3:*') } }] }

  test('anything with a Deny in it, and the user that bears it', async () => {
    await inSandbox(world([quarantined], [], jail), async (sandbox) => {
      expect(states(await takeOff(sandbox, arn('user/mallory')))).toEqual([
        `kept attached:${aws('AWSDenyAll')}`,
        'kept inline:jail',
        'removed inline:one',
        'kept member:jail',
        'kept principal'
      ])
      expect(writes(sandbox)).toEqual(['DeleteUserPolicy'])
    })
  })

  test('what has changed since it was found, even to a Deny', async () => {
    await inSandbox(start({ name: 'alice', inline: { a: S3, b: S3 } }), async (sandbox) => {
      const found = await foundIn(sandbox, NOTHING)
      const document = JSON.stringify(policy('Deny', '*'))
      await administrator(sandbox).putUserPolicy({
        UserName: 'alice',
        PolicyName: 'a',
        PolicyDocument: document
      })
      const removals = await takeOff(sandbox, arn('user/alice'), {
        found,
        choose: (id) => id.startsWith('inline')
      })
      expect(removals).toMatchObject([
        { id: 'inline:a', state: 'kept', why: expect.stringContaining('It has changed'), saved: null },
        { id: 'inline:b', state: 'removed' }
      ])
    })
  })

  test('what something explains by now', async () => {
    await inSandbox(start({ name: 'alice', groups: ['admins'] }), async (sandbox) => {
      const found = await foundIn(sandbox, NOTHING)
      const explains = explained({ people: ['alice'], owned: { 'user/alice': ['group/admins'] } })
      const session = await opened(sandbox, 'remediate')
      const items = found.found.find(({ kind }) => kind === 'user')?.items ?? []
      expect(
        states(await session.remediate(arn('user/alice'), items, explains, () => Promise.resolve()))
      ).toEqual(['kept member:admins', 'kept principal'])
      const known = await opened(sandbox, 'remediate', revoking(['user/alice']))
      expect(
        states(await known.remediate(arn('user/alice'), items, NOTHING, () => Promise.resolve()))
      ).toEqual(['kept member:admins', 'kept principal'])
      expect(writes(sandbox)).toEqual([])
    })
  })

  test('everything of a system that only reports', async () => {
    await inSandbox(start(MALLORY), async (sandbox) => {
      const removals = await takeOff(sandbox, mallory, { context: system() })
      expect(new Set(removals.map(({ state }) => state))).toEqual(new Set(['kept']))
      expect(writes(sandbox)).toEqual([])
    })
  })

  test('a user with an MFA device, the root user and providers', async () => {
    await inSandbox(
      world([{ name: 'mallory', mfa: true }], [], { samlProviders: ['x'] }),
      async (sandbox) => {
        expect(await takeOff(sandbox, arn('user/mallory'))).toMatchObject([
          { id: 'principal', state: 'kept', why: 'It has an MFA device: take that off by hand.' }
        ])
        expect(states(await takeOff(sandbox, arn('saml-provider/x')))).toEqual([
          'kept provider:saml-provider/x'
        ])
        const session = await opened(sandbox, 'remediate', revoking([], {}))
        const key = [{ id: 'key:root-1', digest: '' }]
        expect(states(await session.remediate(arn('root'), key, NOTHING, () => Promise.resolve()))).toEqual([
          'kept key:root-1'
        ])
        expect(writes(sandbox)).toEqual([])
      }
    )
  })

  test('all of it, while it can’t be saved or the session is for something else', async () => {
    await inSandbox(start(MALLORY), async (sandbox) => {
      const { found } = await foundIn(sandbox, NOTHING)
      const items = found.find(({ principal }) => principal === mallory)?.items ?? []
      const session = await opened(sandbox, 'remediate')
      const removals = await session.remediate(mallory, items, NOTHING, () =>
        Promise.reject(new Error('disk full'))
      )
      expect(
        states(removals)
          .filter((each) => !each.startsWith('kept'))
          .every((each) => each.startsWith('failed'))
      ).toBe(true)
      for (const purpose of ['read', 'write', 'restore'] as const) {
        const other = await opened(sandbox, purpose)
        await expect(other.remediate(mallory, items, NOTHING, () => Promise.resolve())).rejects.toThrow(
          'was asked to remediate'
        )
      }
      expect(writes(sandbox)).toEqual([])
    })
  })
})

describe('when the system fails', () => {
  const faulty = (faults: readonly Fault[]) =>
    inSandbox(
      start({ name: 'alice', attached: [aws('IAMFullAccess')], inline: { one: S3 }, keys: 1 }),
      async (sandbox) => {
        const explains = explained({ people: ['alice'] })
        const found = await foundIn(sandbox, explains)
        sandbox.setFaults(faults)
        const removals = await takeOff(sandbox, arn('user/alice'), { explains, found })
        sandbox.setFaults([])
        const left = lines(await foundIn(sandbox, explains)).filter((each) => each.startsWith('user/'))
        return { removals: states(removals), left: left.length }
      }
    )
  const all = [`attached:${aws('IAMFullAccess')}`, 'inline:one', 'key:AKIA']

  test.each<[string, Fault]>([
    ['an answer is lost', { service: 'iam', operation: 'DeleteAccessKey', kind: 'drop-after' }],
    [
      'the effect comes with an error',
      { service: 'iam', operation: 'DetachUserPolicy', kind: 'error-after' }
    ],
    ['it is throttled', { service: 'iam', operation: 'DeleteUserPolicy', kind: 'throttle', times: 3 }],
    ['reads are stale for a while', { service: 'iam', kind: 'stale', times: 25 }]
  ])('%s: it is gone all the same', async (_what, fault) => {
    expect(await faulty([fault])).toEqual({ removals: all.map((id) => `removed ${id}`), left: 0 })
  })

  test('one refusal stops nothing else', async () => {
    const fault: Fault = { service: 'iam', operation: 'DetachUserPolicy', kind: 'denied', times: 99 }
    expect(await faulty([fault])).toEqual({
      removals: [`failed ${all[0]}`, `removed ${all[1]}`, `removed ${all[2]}`],
      left: 1
    })
  })

  test('what IAM lets nobody change is kept', async () => {
    const fault: Fault = {
      service: 'iam',
      operation: 'DetachUserPolicy',
      kind: 'error-before',
      code: 'UnmodifiableEntity',
      times: 99
    }
    expect((await faulty([fault])).removals).toContain(`kept ${all[0]}`)
  })

  test('unreadable is untouched', async () => {
    const fault: Fault = { service: 'iam', operation: 'GetUser', kind: 'denied', times: 99 }
    expect(await faulty([fault])).toEqual({ removals: all.map((id) => `failed ${id}`), left: 3 })
  })

  test('a policy whose document can’t be read now is untouched', async () => {
    const fault: Fault = { service: 'iam', operation: 'GetPolicyVersion', kind: 'denied', times: 99 }
    expect((await faulty([fault])).removals).toContain(`kept ${all[0]}`)
  })
})

describe('stopped', () => {
  test('before any write, the next run finishes', async () => {
    for (let stop = 0; stop < 11; stop++) {
      await inSandbox(start(MALLORY), async (sandbox) => {
        const { found } = await foundIn(sandbox, NOTHING)
        const items = found.find(({ principal }) => principal === mallory)?.items ?? []
        const killer = new AbortController()
        let seen = 0
        sandbox.observe((phase, { operation }) => {
          const isWrite = /^(?:Update|Delete|Remove|Detach)/u.test(operation)
          if (phase === 'after' && isWrite && ++seen > stop) killer.abort()
        })
        const session = await openSession(
          revoking(),
          portsWithTrail(sandbox, { purpose: 'remediate', signal: killer.signal })
        )
        await session.remediate(mallory, items, NOTHING, () => Promise.resolve())
        sandbox.observe(null)
        const again = states(await takeOff(sandbox, mallory)).filter((each) => !each.includes('mfa-missing'))
        expect([stop, again.every((each) => each.startsWith('removed'))]).toEqual([stop, true])
        expect((await foundIn(sandbox, NOTHING)).found.map(({ name }) => name)).toEqual(['group/admins'])
      })
    }
  })

  test('the key that the run itself works with is never taken', async () => {
    const operator = { name: 'operator', keys: 1, attached: [aws('AdministratorAccess')] }
    await inSandbox(start(operator), async (sandbox) => {
      const { found } = await foundIn(sandbox, explained({ people: ['operator'] }))
      const items =
        found.find(({ kind }) => kind === 'user')?.items.filter(({ id }) => id.startsWith('key:')) ?? []
      const keys = sandbox.aws.accounts[0]?.users['operator']
      const environment = {
        AWS_ACCESS_KEY_ID: keys?.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey
      }
      const session = await openSession(
        revoking(),
        portsWithTrail(sandbox, { purpose: 'remediate', environment })
      )
      expect(
        await session.remediate(arn('user/operator'), items, explained({ people: ['operator'] }), () =>
          Promise.resolve()
        )
      ).toMatchObject([{ state: 'kept', why: expect.stringContaining('This run works with it') }])
    })
  })
})

describe('putting back', () => {
  const policies = [{ name: 'own', path: '/team/', document: S3 }]
  const more = {
    policies,
    groups: [{ name: 'admins', attached: ['own', aws('IAMFullAccess')], inline: { '+=,.@-_': S3 } }]
  }
  const roles = [{ name: 'r', trust: trusting({ AWS: arn('root') }), attached: ['own'], inline: { i: S3 } }]
  const user = {
    name: 'alice',
    path: '/a,b/',
    groups: ['admins'],
    attached: ['own', aws('IAMFullAccess')],
    inline: { i: S3 }
  }
  const isPolicy = (id: string): boolean => /^(?:attached|inline|member):/u.test(id)

  test('what was saved gives the same digests again', async () => {
    await inSandbox(world([user], roles, more), async (sandbox) => {
      const before = await foundIn(sandbox, NOTHING)
      const kept: [string, unknown][] = []
      for (const principal of [arn('user/a,b/alice'), arn('role/r'), arn('group/admins')]) {
        const saved = new Map<string, unknown>()
        const removals = await takeOff(sandbox, principal, { choose: isPolicy, saved })
        expect(removals.every(({ state, saved: value }) => state === 'removed' && value !== null)).toBe(true)
        kept.push(
          ...[...saved.values()].map((value): [string, unknown] => [
            principal,
            JSON.parse(JSON.stringify(value))
          ])
        )
      }
      expect(kept.length).toBe(9)
      expect(
        lines(await foundIn(sandbox, NOTHING)).some((each) => /: (?:attached|inline|member):/u.test(each))
      ).toBe(false)
      const session = await opened(sandbox, 'restore')
      // The group first: a membership comes back only where it would give what it gave.
      for (const [principal, value] of kept.toReversed()) {
        expect(await session.restore(principal, value)).toMatchObject({ state: 'restored', why: null })
        expect(await session.restore(principal, value)).toMatchObject({
          state: 'restored',
          why: 'It was there already.'
        })
      }
      const digests = ({ found }: Outside) =>
        found.map(({ principal, items }) => [principal, items.map(({ id, digest }) => [id, digest])])
      expect(digests(await foundIn(sandbox, NOTHING))).toEqual(digests(before))
    })
  })

  test('what a group had comes back only for those who were in it', async () => {
    await inSandbox(world([user, { name: 'bob' }], [], more), async (sandbox) => {
      const saved = new Map<string, unknown>()
      await takeOff(sandbox, arn('group/admins'), { choose: isPolicy, saved })
      const iam = administrator(sandbox)
      const session = await opened(sandbox, 'restore')
      const back = () => session.restore(arn('group/admins'), saved.get('inline:+=,.@-_'))
      await iam.addUserToGroup({ UserName: 'bob', GroupName: 'admins' })
      expect(await back()).toMatchObject({ state: 'kept', why: expect.stringContaining('just what it gave') })
      await iam.removeUserFromGroup({ UserName: 'bob', GroupName: 'admins' })
      expect(await back()).toMatchObject({ state: 'restored', why: null })
    })
  })

  test('nothing is handed to a newcomer, overwritten, or made to say more', async () => {
    await inSandbox(world([user], [], more), async (sandbox) => {
      const saved = new Map<string, unknown>()
      await takeOff(sandbox, arn('user/a,b/alice'), { choose: isPolicy, saved })
      const iam = administrator(sandbox)
      const wide = JSON.stringify(policy('Allow', '*'))
      await iam.putUserPolicy({ UserName: 'alice', PolicyName: 'i', PolicyDocument: wide })
      await iam.createPolicyVersion({
        PolicyArn: arn('policy/team/own'),
        PolicyDocument: wide,
        SetAsDefault: true
      })
      const session = await opened(sandbox, 'restore')
      const back = (id: string) => session.restore(arn('user/a,b/alice'), saved.get(id))
      const changed = { state: 'kept', why: 'It would not say what it said when it was taken away.' }
      expect(await back('inline:i')).toMatchObject(changed)
      expect(await back(`attached:${arn('policy/team/own')}`)).toMatchObject(changed)
      // The same group by its name, and more than it was.
      expect(await back('member:admins')).toMatchObject({
        state: 'kept',
        why: 'It would not give just what it gave when it was taken away, or nobody can tell.'
      })
      await iam.deleteUserPolicy({ UserName: 'alice', PolicyName: 'i' })
      await iam.deleteUser({ UserName: 'alice' })
      expect(await back('inline:i')).toMatchObject({
        state: 'kept',
        why: expect.stringContaining('doesn’t exist')
      })
      await iam.createUser({ UserName: 'alice', Path: '/a,b/' })
      expect(await back('inline:i')).toMatchObject({
        state: 'kept',
        why: expect.stringContaining('not the one')
      })
      for (const nonsense of [null, {}, 'x', { form: 'aws-iam/2' }])
        await expect(session.restore(arn('user/a,b/alice'), nonsense)).rejects.toThrow(
          'nothing that was saved'
        )
      const other = await opened(sandbox, 'remediate')
      await expect(other.restore(arn('user/a,b/alice'), saved.get('inline:i'))).rejects.toThrow(
        'was asked to restore'
      )
    })
  })
})

function administrator(sandbox: Sandbox): IAM {
  const credentials = sandbox.aws.accounts.find(({ account }) => account === ACCOUNT)?.root
  if (!credentials) throw new Error('no such account')
  return new IAM({ endpoint: sandbox.aws.iam, region: 'us-east-1', credentials })
}
