import { expect, test } from 'vitest'
import { inSandbox, world } from '../connectors/aws-iam/support.ts'
import { arn, explained, foundIn, opened, policy } from '../connectors/aws-iam/outside/support.ts'

const DENY = policy('Deny', '*')
const MIXED = {
  Version: '2012-10-17',
  Statement: [...policy('Allow', 's3:*').Statement, ...DENY.Statement]
}

test('whatever was decided: nothing that holds a Deny goes, no boundary, and nothing that a file explains', async () => {
  const users = [
    {
      name: 'frozen',
      inline: { quarantine: DENY, mixed: MIXED, plain: policy('Allow', 's3:*') },
      attached: ['wall', 'guard'],
      groups: ['locked'],
      boundary: 'wall'
    }
  ]
  const more = {
    policies: [
      { name: 'wall', document: policy('Allow', 's3:*') },
      { name: 'guard', document: DENY }
    ],
    groups: [{ name: 'locked', inline: { no: DENY } }]
  }
  await inSandbox(world(users as never, [], more as never), async (sandbox) => {
    const nothing = explained({})
    const { found } = await foundIn(sandbox, nothing)
    const items = found.find(({ name }) => name === 'user/frozen')?.items ?? []
    const session = await opened(sandbox, 'remediate')
    const saved: string[] = []
    const removals = await session.remediate(arn('user/frozen'), items, nothing, (id) => {
      saved.push(id)
      return Promise.resolve()
    })
    expect(removals.filter(({ state }) => state === 'removed').map(({ id }) => id)).toEqual(['inline:plain'])
    expect(saved).toEqual(['inline:plain'])
    expect(removals.filter(({ state }) => state === 'kept').map(({ id }) => id)).toEqual([
      `attached:${arn('policy/guard')}`,
      `attached:${arn('policy/wall')}`,
      'inline:mixed',
      'inline:quarantine',
      'member:locked',
      'principal'
    ])
  })
})
