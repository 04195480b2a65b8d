import { expect, test } from 'vitest'
import { entitlement, exception, grant, PATHS, person, rule, SETTINGS } from '../approval/acme.ts'
import { approve, judge, type Patch } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }

test.each([
  'src/approval/decide.ts',
  '.github/workflows/apply.yml',
  'schemas/grant.schema.json',
  'dist/action.js',
  'action.yml',
  'package.json',
  'package-lock.json'
])('a grant together with %s is refused, whoever approved both', (path) => {
  const verdict = judge({ change, reviews: [approve('carol'), approve('gina')], facts: { others: [path] } })
  expect(verdict.state).toBe('refused')
  expect(verdict.reasons.map(({ rule: name }) => name)).toEqual(['tool-and-grants'])
})

const PROFITS: readonly (readonly [string, Patch])[] = [
  [
    'settings that make the friend governance',
    { [PATHS.settings]: SETTINGS.replace('@acme/access-governance', '@acme/on-call') }
  ],
  [
    'an entitlement that makes the friend its approver',
    { [PATHS.entitlement('read')]: entitlement('read', { approvers: '["@acme/on-call"]' }) }
  ],
  [
    'a person’s file that gives an approver’s name to the friend’s account',
    { [PATHS.person('carol')]: person('carol', 'manager: mona\n', 1009) }
  ],
  ['a rule that no longer holds', { [PATHS.rule]: rule({ atMost: 5 }) }],
  ['an exception', { [PATHS.exception]: exception('alice') }]
]

test.each(PROFITS)('a grant together with %s: the friend’s approval counts for nothing', (_, profit) => {
  const verdict = judge({ change: { ...change, ...profit }, reviews: [approve('olga')] })
  expect(verdict.state).toBe('missing')
  expect(verdict.paths.flatMap(({ approvals }) => approvals)).toEqual([])
})

test('CODEOWNERS of the head is nobody’s owner: a pull request that rewrites it needs the same people', () => {
  const verdict = judge({ change, reviews: [approve('olga')], facts: { others: ['.github/CODEOWNERS'] } })
  expect(verdict.paths[0]?.missing).toMatchObject([{ from: ['@acme/billing'], count: 1 }])
})
