import { STS } from '@aws-sdk/client-sts'
import { IAM } from '@aws-sdk/client-iam'
import { describe, expect, test } from 'vitest'
import { readTrace } from '../../../src/connectors/aws-iam/activity.ts'
import { MOST_ACTS, MOST_REQUESTS } from '../../../src/connectors/aws-iam/io/activity.ts'
import { openSession } from '../../../src/connectors/aws-iam/io/session.ts'
import type { Activity } from '../../../src/connectors/activity.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { at, inSandbox, NOW, roleArn, world } from './support.ts'
import { arn, policy, portsWithTrail, revoking, trusting } from './outside/support.ts'

const MAY_ASSUME = { inline: { may: policy('Allow', 'sts:AssumeRole') } }
const START = world(
  [
    { name: 'alice', keys: 1, ...MAY_ASSUME },
    { name: 'mallory', keys: 1, ...MAY_ASSUME }
  ],
  ['admin', 'other'].map((name) => ({
    name,
    path: '/entitlements/',
    trust: trusting({ AWS: arn('root') }),
    inline: { work: policy('Allow', 'iam:*') }
  }))
)
const ASKED = {
  principal: 'user/alice',
  targets: [{ assumeRole: roleArn('admin') }],
  from: NOW,
  until: NOW + 3_600_000
}

/** IAM in a session of a role, opened by a user under a name of his choice. */
async function inRole(sandbox: Sandbox, user: string, role: string, name: string): Promise<IAM> {
  const { accessKeyId = '', secretAccessKey = '' } = sandbox.aws.accounts[0]?.users[user] ?? {}
  const common = { region: 'us-east-1', maxAttempts: 1 }
  const sts = new STS({ ...common, endpoint: sandbox.aws.sts, credentials: { accessKeyId, secretAccessKey } })
  const { Credentials: own } = await sts.assumeRole({ RoleArn: roleArn(role), RoleSessionName: name })
  const credentials = {
    accessKeyId: own?.AccessKeyId ?? '',
    secretAccessKey: own?.SecretAccessKey ?? '',
    sessionToken: own?.SessionToken ?? ''
  }
  return new IAM({ ...common, endpoint: sandbox.aws.iam, credentials })
}

async function activity(sandbox: Sandbox, over: Partial<typeof ASKED> = {}): Promise<Activity> {
  const session = await openSession(revoking(), portsWithTrail(sandbox, { purpose: 'read' }))
  const told = await session.activity?.({ ...ASKED, ...over })
  if (!told) throw new Error('no activity')
  return told
}

const whats = (acts: Activity['changes']) => acts.map(({ what, on }) => `${what} ${on}`)

describe('what somebody did with what he held', () => {
  test('is told by keys, not by names: another’s session of that name isn’t his, his own of any name is', async () => {
    await inSandbox(START, async (sandbox) => {
      const forged = await inRole(sandbox, 'mallory', 'admin', 'alice')
      await forged.createGroup({ GroupName: 'mallorys' })
      const own = await inRole(sandbox, 'alice', 'admin', 'mallory')
      await own.createGroup({ GroupName: 'alices' })
      await own.listUsers({})
      const beside = await inRole(sandbox, 'alice', 'other', 'alice')
      await beside.createGroup({ GroupName: 'elsewhere' })
      sandbox.clock.set(ASKED.until + 3_599_000)
      await own.createGroup({ GroupName: 'late' }).catch(() => null)
      sandbox.clock.set(ASKED.until + 7_200_000)
      const { uses, changes, cut, unread, lastUsed } = await activity(sandbox)
      expect(whats(uses)).toEqual([`sts.amazonaws.com AssumeRole ${roleArn('admin')}`])
      expect(whats(changes)).toEqual(['iam.amazonaws.com CreateGroup alices'])
      expect([cut, unread]).toEqual([false, []])
      expect(lastUsed).toEqual([{ what: roleArn('admin'), at: NOW }])
      expect(JSON.stringify(changes)).not.toContain('HIDDEN')
    })
  })

  test.each([
    ['denied', 'AccessDenied'],
    ['throttle', 'Throttling']
  ] as const)('%s, that is said in words, and nothing is called done or undone', async (kind, code) => {
    await inSandbox(START, async (sandbox) => {
      await inRole(sandbox, 'alice', 'admin', 'xx')
      sandbox.setFaults([{ service: 'cloudtrail', kind, times: 999 }])
      const { uses, changes, unread } = await activity(sandbox)
      expect([uses, changes]).toEqual([[], []])
      expect(unread.map((why) => why.replace(/: [^:]*$/u, ''))).toEqual(
        ['us-east-1', 'eu-central-1'].map((region) =>
          expect.stringMatching(`^CloudTrail in ${region}: ${code}`)
        )
      )
    })
  })

  test('in very much of it, the newest is told, and that there was more', async () => {
    await inSandbox(START, async (sandbox) => {
      const own = await inRole(sandbox, 'alice', 'admin', 'xx')
      for (let n = 0; n < MOST_ACTS + 5; n++) await own.createGroup({ GroupName: `g${n}` })
      sandbox.clearCalls()
      const { changes, cut } = await activity(sandbox)
      expect([changes.length, changes[0]?.on, changes.at(-1)?.on, cut]).toEqual([
        MOST_ACTS,
        'g5',
        `g${MOST_ACTS + 4}`,
        true
      ])
      const asked = sandbox.calls().filter(({ operation }) => operation === 'LookupEvents')
      expect([asked.length, MOST_REQUESTS * 500]).toEqual([4, 20_000])
    })
  })
})

describe('an event', () => {
  const event = (over: object): string =>
    JSON.stringify({
      eventID: 'e',
      eventName: 'X',
      eventSource: 's',
      eventTime: '2026-11-20T09:00:00Z',
      ...over
    })

  test('of hostile texts is one short line each, and never holds a token', () => {
    const userAgent = `a\u001b[31m\n::error::\u202e${'x'.repeat(500)}`
    const credentials = { accessKeyId: 'ASIAX', sessionToken: 'SECRET', secretAccessKey: 'SECRET' }
    const trace = readTrace(
      event({
        eventName: 'AssumeRole',
        userAgent,
        responseElements: { credentials },
        errorMessage: 'SECRET'
      }),
      ['r\n1', 'r2', 'r3', 'r4']
    )
    expect(trace?.act.agent).toMatch(/^a\?\[31m\?::error::\?x+…$/u)
    expect([trace?.act.agent.length, trace?.act.on, trace?.session]).toEqual([
      200,
      'r?1, r2, r3 and 1 more',
      'ASIAX'
    ])
    expect(JSON.stringify(trace)).not.toContain('SECRET')
  })

  test.each(['', '[]', '{"eventName": 7}', event({ eventTime: 'never' }), event({ eventID: null })])(
    'that can’t be read is none: %s',
    (text) => {
      expect(readTrace(text, [])).toBeNull()
    }
  )

  test('that is read is as it is', () => {
    expect(readTrace(event({ errorCode: { a: 1 }, userIdentity: { arn: 7 } }), [])).toEqual({
      id: 'e',
      act: { at: at('2026-11-20T09:00:00Z'), what: 's X', on: '', from: '', agent: '', error: 'refused' },
      readOnly: false,
      by: '',
      issuer: null,
      assumed: null,
      session: null
    })
  })
})
