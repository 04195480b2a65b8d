import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountDetail, PrincipalDetail } from '../../../../src/connectors/aws-iam/account.ts'
import { matches } from '../../../../src/connectors/aws-iam/glob.ts'
import { findOutside } from '../../../../src/connectors/aws-iam/outside/find.ts'
import { fitting } from '../../../../src/connectors/aws-iam/outside/fits.ts'
import type { House, View } from '../../../../src/connectors/aws-iam/outside/view.ts'
import type { WorldRole } from '../../../../src/sandbox/world.ts'
import { ACCOUNT, entitlementRole, goal, holding, inSandbox, INSTANCE, pieces, world } from '../support.ts'
import { arn, aws, explained, foundIn, github, lines, opened, policy, trusting } from './support.ts'

const HOST = 'token.actions.githubusercontent.com'
const ROLES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']

const holder = fc.record({
  grants: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: ROLES.length }),
  joins: fc.boolean()
})

test('an account exactly as grants made it has no finding', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(holder, { minLength: 1, maxLength: 3 }),
      fc.array(holder, { maxLength: 3 }),
      async (people, workloads) => {
        const users = people.map((_, n) => ({ name: `p${n}` }))
        const ref = (n: number): string => `repo:acme/w${n}:environment:prod`
        const roles = workloads.map((_, n): WorldRole => ({
          name: `w${n}`,
          path: '/ci/',
          trust: github(ref(n))
        }))
        const more = {
          groups: [{ name: 'auditors', attached: [aws('SecurityAudit')] }],
          oidcProviders: workloads.length > 0 ? [{ url: `https://${HOST}` }] : []
        }
        const start = world(users, [...roles, ...ROLES.map((name) => entitlementRole(name))], more)
        await inSandbox(start, async (sandbox) => {
          const session = await opened(sandbox, 'write')
          const live = await session.read()
          const group = holding('auditors', { target: { group: 'auditors' } })
          for (const [n, { grants, joins }] of people.entries())
            expect(
              await session.converge(
                goal(`user/p${n}`, pieces(...grants.map((name) => holding(name)), ...(joins ? [group] : []))),
                live
              )
            ).toMatchObject({ error: null })
          for (const [n, { grants }] of workloads.entries())
            await session.converge(
              goal(`role/ci/w${n}`, pieces(...grants.map((name) => holding(name)))),
              live
            )
          const explains = explained({
            people: users.map(({ name }) => name),
            workloads: Object.fromEntries(
              workloads.map((_, n) => [`ci/w${n}`, [{ kind: 'github-actions', ref: ref(n) }]])
            ),
            roles: ROLES,
            groups: ['auditors'],
            owned: Object.fromEntries(users.map(({ name }) => [`user/${name}`, ['group/auditors']]))
          })
          const outside = await foundIn(sandbox, explains)
          expect(lines(outside)).toEqual([])
          expect(outside.unread).toEqual([])
        })
      }
    ),
    { numRuns: 8 }
  )
})

const document = fc
  .array(
    fc.record({
      effect: fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Allow', 'Allow', 'Deny'),
      action: fc.constantFrom('*', 's3:*', 'iam:PutUserPolicy', 'sts:AssumeRole')
    }),
    { minLength: 1, maxLength: 3 }
  )
  .map((statements) => ({
    Version: '2012-10-17',
    Statement: statements.map(({ effect, action }) => policy(effect, action).Statement[0])
  }))
const policies = fc.dictionary(fc.stringMatching(/^[a-z+=,.@_-]{1,8}$/u), document, { maxKeys: 3 })

test('taking away all that may be taken away, twice, writes once; and no Deny is ever gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      policies,
      policies,
      fc.nat({ max: 2 }),
      fc.boolean(),
      async (own, shared, keys, password) => {
        const user = { name: 'mallory', inline: own, keys, password, groups: ['g'] }
        const roles = [{ name: 'r', trust: trusting({ AWS: arn('root') }), inline: own }]
        await inSandbox(
          world([user], roles, { groups: [{ name: 'g', inline: shared }] }),
          async (sandbox) => {
            const denies = (): number => JSON.stringify(sandbox.snapshot(ACCOUNT)).split('\\"Deny\\"').length
            const before = denies()
            const round = async (): Promise<void> => {
              const { found } = await foundIn(sandbox, explained({}))
              const session = await opened(sandbox, 'remediate')
              for (const { principal, items } of found) {
                const removals = await session.remediate(principal, items, explained({}), () =>
                  Promise.resolve()
                )
                expect(removals.filter(({ state }) => state === 'failed')).toEqual([])
                // Whatever was said to be removable is gone, unless its user still bears something that isn't.
                const kept = removals.filter(({ id, state }) => state === 'kept' && id !== 'principal')
                expect(
                  kept.every(({ id }) => items.find((item) => item.id === id)?.removable === false)
                ).toBe(true)
              }
            }
            const writes = (): number =>
              sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam').length
            await round()
            await round()
            const settled = writes()
            await round()
            expect(writes()).toBe(settled)
            expect(denies()).toBe(before)
          }
        )
      }
    ),
    { numRuns: 12 }
  )
})

const house: House = { number: ACCOUNT, instance: INSTANCE, own: new Set(), known: new Set() }

/** An account of which only users and their inline policies are known. */
function accountOf(
  users: readonly (readonly [name: string, inline: Readonly<Record<string, string>>])[]
): View {
  const principals = users.map(([name, inline]): [string, PrincipalDetail] => [
    `user/${name}`,
    {
      principal: `user/${name}`,
      arn: arn(`user/${name}`),
      id: `AIDA${name}`,
      inline: Object.entries(inline).map(([policyName, text]) => ({ name: policyName, document: text })),
      attached: [],
      groups: [],
      boundary: null,
      trust: null,
      maxSession: null
    }
  ])
  const account: AccountDetail = {
    serverTime: 0,
    principals: new Map(principals),
    groups: new Map(),
    policies: new Map(),
    summary: {}
  }
  return { account, managed: new Map(), credentials: null, providers: null }
}

test('the same things are found again, in whatever order they are read and however they are written', () => {
  const users = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Za-z0-9]{1,6}$/u), policies), {
    selector: ([name]) => name,
    maxLength: 5
  })
  fc.assert(
    fc.property(users, (all) => {
      const written = (space: number) =>
        all.map(
          ([name, inline]) =>
            [
              name,
              Object.fromEntries(
                Object.entries(inline).map(([key, value]) => [key, JSON.stringify(value, null, space)])
              )
            ] as const
        )
      const once = findOutside(accountOf(written(0)), house, explained({}))
      expect(findOutside(accountOf(written(2).toReversed()), house, explained({}))).toEqual(once)
      for (const { items } of once) expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    })
  )
})

test('documents of the largest size, all different, are weighed without walking all of them', () => {
  const wild = (n: number) => `arn:aws:s3:::${'*a'.repeat(40)}${n}/*`
  const users = Array.from({ length: 300 }, (_, n) => {
    const resources = [...Array.from({ length: 60 }, (__, k) => wild(n * 60 + k)), `${'*a'.repeat(300)}*`]
    const text = JSON.stringify({
      Statement: { Effect: 'Allow', Action: ['s3:*', 'sts:*'], Resource: resources }
    })
    return [`u${n}`, { big: text }] as const
  })
  const roles = Array.from({ length: 200 }, (_, n) => `r${n}`)
  expect(findOutside(accountOf(users), house, explained({ roles })).length).toBe(300)
})

test('the quick match says what the slow one says', () => {
  const pattern = fc.stringMatching(/^[ab*?]{0,8}$/u)
  const text = fc.stringMatching(/^[ab]{0,8}$/u)
  fc.assert(
    fc.property(pattern, text, (a, b) => {
      expect(fitting(a)(b)).toBe(matches(a, b))
    }),
    { numRuns: 2000 }
  )
})
