import { describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/start.ts'
import { checkWorld, type World } from '../../src/sandbox/world.ts'
import { ACCOUNT, allow, policy, trust } from './world.ts'

const account = (fields: object): unknown => ({
  now: '2026-11-20T09:00:00Z',
  aws: [{ account: ACCOUNT, ...fields }]
})
const OPEN = trust({ AWS: ACCOUNT })
const big = policy(allow('s3:GetObject', `arn:aws:s3:::${'x'.repeat(2048)}`))

async function begin(world: unknown): Promise<string> {
  try {
    const sandbox = await startSandbox(checkWorld(world))
    await sandbox.close()
    return 'started'
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no error'
  }
}

describe('a world that is wrong is refused, and the place is named', () => {
  test.each<[string, unknown, string]>([
    [
      'an unknown field',
      { now: '2026-11-20T09:00:00Z', repos: [] },
      'UsageError: The world is wrong: Unrecognized key: "repos". Correct the world file.'
    ],
    [
      'a forge of no organization',
      { repositories: [] },
      'UsageError: The world has "repositories" but no "organization". Add it, or take "repositories" away.'
    ],
    [
      'an account number without quotes',
      { aws: [{ account: 123_456_789_012 }] },
      'UsageError: The world is wrong at "aws.0.account": Invalid input: expected string, received number. Correct the world file.'
    ],
    [
      'a moment that is none',
      { now: '2026-02-31' },
      'UsageError: The world\'s "now" is not a real instant: 2026-02-31. Write YYYY-MM-DDTHH:MM:SSZ.'
    ],
    [
      'an account twice',
      { aws: [{ account: ACCOUNT }, { account: ACCOUNT }] },
      `UsageError: Account ${ACCOUNT} is in the world twice. Merge the two.`
    ],
    [
      'a group that is none',
      account({ users: [{ name: 'alice', groups: ['none'] }] }),
      `UsageError: Account ${ACCOUNT}, user alice: IAM refuses this (NoSuchEntity: The group with name none cannot be found.). Correct the world file.`
    ],
    [
      'a policy that is none',
      account({ users: [{ name: 'alice', attached: ['None'] }] }),
      `UsageError: Account ${ACCOUNT}, user alice: IAM refuses this (NoSuchEntity: Policy None does not exist or is not attachable.). Correct the world file.`
    ],
    [
      'a malformed policy',
      account({ groups: [{ name: 'g', inline: { p: policy() } }] }),
      `UsageError: Account ${ACCOUNT}, group g: IAM refuses this (MalformedPolicyDocument: Syntax errors in policy.). Correct the world file.`
    ],
    [
      'a name twice',
      account({ users: [{ name: 'alice' }, { name: 'alice' }] }),
      `UsageError: Account ${ACCOUNT}, users alice: IAM refuses this (EntityAlreadyExists: An entity with name alice already exists.). Correct the world file.`
    ],
    [
      'a trust of nobody',
      account({ roles: [{ name: 'r', trust: trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/none` }) }] }),
      `UsageError: Account ${ACCOUNT}, role r: IAM refuses this (MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::${ACCOUNT}:user/none"). Correct the world file.`
    ]
  ])('%s', async (_, world, message) => {
    expect(await begin(world)).toBe(message)
  })

  test('more inline policy than a user may have', async () => {
    expect(await begin(account({ users: [{ name: 'alice', inline: { big } }] }))).toContain(
      'LimitExceeded: Maximum policy size of 2048 bytes exceeded'
    )
  })
})

describe('a world', () => {
  test('may raise quotas, and counts never stand below what it holds', async () => {
    const policies = Array.from({ length: 11 }, (_, n) => ({
      name: `p${n}`,
      document: policy(allow('s3:GetObject'))
    }))
    const attached = policies.map((one) => one.name)
    expect(await begin(account({ policies, users: [{ name: 'alice', attached }] }))).toContain(
      'Cannot exceed quota'
    )
    expect(
      await begin(account({ policies, users: [{ name: 'alice', attached }], quotas: { attached: 20 } }))
    ).toBe('started')
  })

  test('gives keys with age, status and last use', async () => {
    const world: World = {
      now: '2026-11-20T09:00:00Z',
      aws: [
        {
          account: ACCOUNT,
          users: [
            {
              name: 'alice',
              keys: [
                { status: 'Inactive', created: '2025-01-01' },
                { created: '2026-06-01', lastUsed: '2026-11-01' }
              ],
              password: true,
              mfa: true
            }
          ],
          roles: [{ name: 'r', trust: OPEN, description: 'a & b <c>' }],
          samlProviders: ['okta'],
          oidcProviders: [{ url: 'https://token.actions.githubusercontent.com' }]
        }
      ]
    }
    const sandbox = await startSandbox(world)
    const { oidc, saml, users } = sandbox.snapshot(ACCOUNT)
    expect(users[0]?.keys.map((key) => [key.status, new Date(key.created).toISOString()])).toEqual([
      ['Inactive', '2025-01-01T00:00:00.000Z'],
      ['Active', '2026-06-01T00:00:00.000Z']
    ])
    expect(sandbox.aws.accounts[0]?.users['alice']?.accessKeyId).toBe(users[0]?.keys[1]?.id)
    expect([saml[0]?.arn, oidc[0]?.arn]).toEqual([
      `arn:aws:iam::${ACCOUNT}:saml-provider/okta`,
      `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`
    ])
    await sandbox.close()
  })
})
