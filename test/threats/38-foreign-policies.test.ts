import { expect, test } from 'vitest'
import { foreign } from '../crash/invariants.ts'
import {
  ACCOUNT,
  entitlementRole,
  goal,
  holding,
  inSandbox,
  INSTANCE,
  open,
  pieces,
  roleArn,
  world
} from '../connectors/aws-iam/support.ts'

const QUARANTINE =
  '{\n  "Version": "2012-10-17",\n  "Statement": [ { "Sid": "Quarantine", "Effect": "Deny", "Action": "*", "Resource": "*" } ]\n}'
const ODD = '{"Statement":{"Resource":"*","Action":"s3:*","Effect":"Allow"},"Version":"2012-10-17"}'

test('others’ policies, a quarantine among them, stay byte for byte through everything we do', async () => {
  const roles = Array.from({ length: 14 }, (_, n) =>
    entitlementRole(`r${n}`, n === 0 ? { inline: { odd: ODD } } : {})
  )
  const users = [
    {
      name: 'alice',
      inline: { quarantine: QUARANTINE, [`${INSTANCE}-2`]: ODD, 'grantbook-other': ODD },
      attached: ['ReadOnlyAccess', 'theirs'],
      groups: ['staff']
    },
    { name: 'mallory', inline: { odd: ODD } }
  ]
  const more = {
    groups: [{ name: 'staff', inline: { [INSTANCE]: ODD }, attached: ['theirs'] }],
    policies: [{ name: 'theirs', path: `/${INSTANCE}/`, document: ODD }]
  }
  await inSandbox(world(users, roles, more), async (sandbox) => {
    const before = foreign(sandbox.snapshot(ACCOUNT), [])
    const session = await open(sandbox)
    for (const count of [3, 14, 5, 0]) {
      const live = await session.read()
      expect(live.misplaced).toEqual([])
      const outcome = await session.converge(
        goal('user/alice', pieces(...Array.from({ length: count }, (_, n) => holding(`r${n}`)))),
        live
      )
      expect(outcome.error).toBeNull()
      expect(foreign(sandbox.snapshot(ACCOUNT), [])).toBe(before)
    }
    // The quarantine wins over a grant, and no run lifts it.
    await session.converge(goal('user/alice', pieces(holding('r1'))), await session.read())
    expect(
      sandbox.can({
        account: ACCOUNT,
        principal: 'user/alice',
        action: 'sts:AssumeRole',
        resource: roleArn('r1')
      })
    ).toEqual({ allowed: false, why: 'explicit-deny' })
  })
})
