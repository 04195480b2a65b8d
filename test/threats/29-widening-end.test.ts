import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeDocument } from '../../src/connectors/aws-iam/decode.ts'
import { documentText } from '../../src/connectors/aws-iam/statement.ts'
import {
  ACCOUNT,
  at,
  entitlementRole,
  holding,
  INSTANCE,
  inSandbox,
  pieces,
  roleArn,
  world
} from '../connectors/aws-iam/support.ts'

const START = at('2026-11-20T00:00:00Z')
const DAY = 86_400_000

test('as time passes, access through our policies only ever ends: nothing that ends opens anything else', async () => {
  const roles = Array.from({ length: 4 }, (_, n) => entitlementRole(`r${n}`))
  await inSandbox(world([{ name: 'alice' }], roles), async (sandbox) => {
    const state = sandbox.snapshot(ACCOUNT)
    const [alice] = state.users
    if (!alice) throw new Error('no alice')
    fc.assert(
      fc.property(
        fc.array(fc.record({ role: fc.nat({ max: 3 }), days: fc.integer({ min: 1, max: 9 }) }), {
          minLength: 1,
          maxLength: 6
        }),
        (list) => {
          const document = documentText(
            pieces(
              ...list.map(({ role, days }, n) =>
                holding(`r${role}`, { grant: `grants/${n}.yaml`, from: null, until: START + days * DAY })
              )
            )
          )
          sandbox.restore(ACCOUNT, {
            ...state,
            users: [{ ...alice, inline: [{ name: INSTANCE, document }] }]
          })
          for (let role = 0; role < 4; role++) {
            const days = [...Array(11).keys()].map(
              (day) =>
                sandbox.can({
                  account: ACCOUNT,
                  principal: 'user/alice',
                  action: 'sts:AssumeRole',
                  resource: roleArn(`r${role}`),
                  at: START + day * DAY
                }).allowed
            )
            const last = Math.max(0, ...list.filter((each) => each.role === role).map((each) => each.days))
            expect(days).toEqual([...Array(11).keys()].map((day) => day < last))
          }
        }
      ),
      { numRuns: 50 }
    )
  })
})

test('a list of dates, which would mean the latest of them, and a dated Deny are no statements of ours', () => {
  const written = documentText(pieces(holding('r0')))
  const list = written.replace(
    '"DateLessThan":{"aws:CurrentTime":"2026-12-01T00:00:00Z"}',
    '"DateLessThan":{"aws:CurrentTime":["2026-12-01T00:00:00Z","2999-01-01T00:00:00Z"]}'
  )
  expect(list).not.toBe(written)
  expect(decodeDocument(list).pieces).toEqual([])
  expect(decodeDocument(written.replace('"Allow"', '"Deny"')).pieces).toEqual([])
})
