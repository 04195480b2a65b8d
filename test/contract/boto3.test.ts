import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, allow, keysOf, policy, trust, type Fields } from '../sandbox/world.ts'
import { INSTALL, pythonHas } from './python.ts'

const run = promisify(execFile)
const ROLE = `arn:aws:iam::${ACCOUNT}:role/entitlements/read`
const SCRIPT = fileURLToPath(new URL('list_and_assume.py', import.meta.url))

const dated: Fields = policy(
  allow('sts:AssumeRole', ROLE, { DateLessThan: { 'aws:CurrentTime': '2026-12-15T00:00:00Z' } })
)
const reading: Fields = policy(allow(['iam:Get*', 'iam:List*', 'cloudtrail:LookupEvents']))
const open: Fields = trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` })

describe.skipIf(!pythonHas('boto3'))(`boto3 on the local IAM (needs: ${INSTALL})`, () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startSandbox({
      now: '2026-11-20T09:00:00Z',
      aws: [
        {
          account: ACCOUNT,
          groups: [{ name: 'auditors' }],
          users: [
            {
              name: 'alice',
              keys: 1,
              groups: ['auditors'],
              inline: { 'grantbook-1a2b3c4d': dated, reading }
            },
            { name: 'bob' }
          ],
          roles: [{ name: 'read', path: '/entitlements/', trust: open, inline: { reading } }],
          policies: [{ name: 'limits', path: '/gb/', document: reading }]
        }
      ]
    })
  })
  afterAll(() => sandbox.close())

  test('lists, decodes, pages, assumes a role and is refused what the role may not', async () => {
    const { accessKeyId, secretAccessKey } = keysOf(sandbox, ACCOUNT, 'alice')
    const { cloudtrail, iam, sts } = sandbox.aws
    const { stdout } = await run('python3', [SCRIPT, iam, sts, cloudtrail, ROLE], {
      env: { ...process.env, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
    })
    expect(JSON.parse(stdout)).toEqual({
      details: {
        users: [
          { name: 'alice', groups: ['auditors'], inline: { 'grantbook-1a2b3c4d': dated, reading } },
          { name: 'bob', groups: [], inline: {} }
        ],
        roles: [{ name: 'read', trust: open }],
        policies: [{ name: 'limits', document: reading }]
      },
      identity: `arn:aws:sts::${ACCOUNT}:assumed-role/read/boto3`,
      expires: '2026-11-20T09:15:00+00:00',
      users: ['alice', 'bob'],
      created: '2026-11-20T09:00:00+00:00',
      refused: 'AccessDenied',
      assumed: [['alice', ROLE]]
    })
  })
})
