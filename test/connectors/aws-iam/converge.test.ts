import { expect, test } from 'vitest'
import { entitlementRole, goal, holding, inSandbox, open, pieces, world } from './support.ts'

const users = [
  {
    name: 'alice',
    inline: {
      mine: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }
    }
  }
]

test('a first grant is one write, shows, and the second run writes nothing', async () => {
  await inSandbox(world(users, [entitlementRole('billing-read')]), async (sandbox) => {
    const session = await open(sandbox)
    const live = await session.read()
    const wanted = goal('user/alice', pieces(holding('billing-read')))
    expect(await session.judge(live, [wanted])).toEqual([])
    const first = await session.converge(wanted, live)
    expect({ state: first.state, error: first.error, writes: first.writes }).toEqual({
      state: 'done',
      error: null,
      writes: 1
    })
    const second = await session.converge(wanted, await session.read())
    expect({ state: second.state, writes: second.writes }).toEqual({ state: 'unchanged', writes: 0 })
  })
})
