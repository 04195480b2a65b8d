import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awsIam } from '../../src/connectors/aws-iam/index.ts'
import { grownAccount } from '../../bench/grown-account.ts'
import { system, NOW } from '../connectors/aws-iam/support.ts'
import { explained } from '../connectors/aws-iam/outside/support.ts'
import { inShort, KEY_AGE } from '../connectors/aws-iam/import/support.ts'
import { INSTALL, pythonHas, startMoto, type Moto } from './python.ts'

const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' }
const { groups = [], users = [], roles = [] } = grownAccount({ people: 3, programs: 2, roles: 2, groups: 2 })

describe.skipIf(!pythonHas('moto.server'))(
  `moto’s account is guessed at as ours is (needs: ${INSTALL})`,
  () => {
    let moto: Moto
    beforeAll(async () => {
      moto = await startMoto()
      await fill(new IAM({ endpoint: moto.url, region: 'us-east-1', credentials, maxAttempts: 1 }))
    })
    afterAll(() => moto.stop())

    test('people, programs, services and what they hold', async () => {
      const session = await awsIam.open(system(), {
        purpose: 'read',
        environment: {
          AWS_ENDPOINT_URL: moto.url,
          AWS_ENDPOINT_URL_IAM: moto.url,
          AWS_ENDPOINT_URL_STS: moto.url,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey
        },
        sleep: () => Promise.resolve(),
        random: () => 0.5,
        signal: new AbortController().signal,
        log: () => {}
      })
      const guess = await session.guess?.(await session.read(), explained({}), { now: NOW, keyAge: KEY_AGE })
      expect(guess?.subjects.map((one) => `${one.name}: ${inShort(one)}`)).toEqual([
        'job-0000: workload high other lambda.amazonaws.com',
        'job-0001: workload high github-actions repo:acme/app1:environment:prod',
        'person0000.example: person medium',
        'person0001.example: person medium',
        'person0002.example: person medium',
        'svc-0000: workload high other wherever the keys of this IAM user are kept',
        'svc-0001: workload high other wherever the keys of this IAM user are kept'
      ])
      expect(guess?.entitlements.map(({ name, risk }) => `${name} ${risk}`)).toEqual([
        'job-0000-work medium',
        'job-0001-work medium',
        'svc-0000-work medium',
        'svc-0001-work medium',
        'team-0000 medium',
        'team-0001 medium'
      ])
      expect(guess?.holdings.length).toBe(3 * 2 + 2 + 2)
      expect(session.calls().write).toBe(0)
    })
  }
)

async function fill(iam: IAM): Promise<void> {
  for (const { name, inline = {} } of groups) {
    await iam.createGroup({ GroupName: name })
    for (const [PolicyName, document] of Object.entries(inline))
      await iam.putGroupPolicy({ GroupName: name, PolicyName, PolicyDocument: JSON.stringify(document) })
  }
  for (const { name, inline = {}, groups: member = [], password = false, keys = 0 } of users) {
    await iam.createUser({ UserName: name })
    for (const GroupName of member) await iam.addUserToGroup({ UserName: name, GroupName })
    for (const [PolicyName, document] of Object.entries(inline))
      await iam.putUserPolicy({ UserName: name, PolicyName, PolicyDocument: JSON.stringify(document) })
    if (password) await iam.createLoginProfile({ UserName: name, Password: 'A-long-word-1' })
    if (keys !== 0) await iam.createAccessKey({ UserName: name })
  }
  for (const { name, trust, inline = {} } of roles) {
    await iam.createRole({ RoleName: name, AssumeRolePolicyDocument: JSON.stringify(trust) })
    for (const [PolicyName, document] of Object.entries(inline))
      await iam.putRolePolicy({ RoleName: name, PolicyName, PolicyDocument: JSON.stringify(document) })
  }
}
