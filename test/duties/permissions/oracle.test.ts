import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileSets, makeAnalyser } from '../../../src/duties/permissions/analyse.ts'
import type { ActionSet, Identity } from '../../../src/duties/permissions/types.ts'
import { IAM_ACTIONS } from '../../../src/generated/iam-actions.js'
import { ABOUT, anyWorld, RESOURCES } from './arbitrary.ts'
import { ALICE, reachable, roleArn } from './build.ts'
import { allows, everybody, like, type Circumstances } from './oracle.ts'

const RUNS = process.env['GRANTBOOK_FULL'] === '1' ? 2000 : 500

const PATHS = [
  ['iam:CreatePolicyVersion'],
  ['iam:PassRole', 'lambda:CreateFunction'],
  ['s3:ListAllMyBuckets'],
  ['iam:PassRole', 's3:ListAllMyBuckets', 'sts:AssumeRole']
]
const SETS: readonly ActionSet[] = [
  {
    id: 'oracle',
    title: 'Oracle',
    paths: PATHS.map((actions, n) => ({ id: String(n), actions, title: '', source: '' }))
  }
]
const compiled = compileSets(SETS, IAM_ACTIONS)
// What a variable stands for is tried at its most and its least generous.
const EVERY_WAY: readonly Circumstances[] = [true, false].flatMap((conditionsHold) =>
  ['a', 'b', 'dev/a', 'zzz', ''].map((variable) => ({ conditionsHold, variable }))
)
// Of other accounts' resources "sure" says nothing; silence does.
const everywhere = (who: Identity, action: string, how: Circumstances) =>
  (ABOUT[action] ?? [])
    .filter((arn) => !arn.includes('999999999999'))
    .every((resource) => allows(who, { action, resource }, how))
const somewhere = (who: Identity, action: string, how: Circumstances) =>
  (ABOUT[action] ?? []).some((resource) => allows(who, { action, resource }, how))

it('what is sure is allowed whatever holds; what is not told is denied whatever holds', () => {
  const seen = { sure: 0, unsure: 0, silent: 0 }
  fc.assert(
    fc.property(anyWorld(false), ({ start, roles }) => {
      const world = reachable(start, roles)
      const { found, unknown } = makeAnalyser(world, compiled).analyse(start)
      const strange = unknown.map(({ identity }) => identity)
      expect(strange.filter((name) => world.role(name) !== null)).toEqual([])
      for (const { id, actions } of SETS[0]?.paths ?? []) {
        const certainty = found.find(({ path }) => path.id === id)?.certainty ?? 'silent'
        seen[certainty]++
        const able = EVERY_WAY.map((how) =>
          certainty === 'sure'
            ? everybody(world, how, false).some((who) => actions.every((each) => everywhere(who, each, how)))
            : actions.every((each) => everybody(world, how, true).some((who) => somewhere(who, each, how)))
        )
        // Sure: in every way. Silent: in none. Unsure claims nothing.
        expect(certainty === 'unsure' ? [] : able.filter((is) => is !== (certainty === 'sure'))).toEqual([])
      }
    }),
    { numRuns: RUNS }
  )
  // All three answers must have been put to the test, and often.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS / 10)
})

it('the oracle itself knows a pattern, a Deny, a boundary and a role', () => {
  expect(like('a*c?', 'abbcd')).toBe(true)
  expect(like('a*c?', 'abbc')).toBe(false)
  const how = { conditionsHold: true, variable: 'a' }
  const action = 'iam:PassRole'
  const resource = roleArn('a')
  const one = (effect: 'Allow' | 'Deny') => ({
    effect,
    actions: ['iam:*'],
    notActions: [],
    resources: ['*'],
    notResources: [],
    conditions: {}
  })
  const who = (...effects: readonly ('Allow' | 'Deny')[]): Identity => ({
    name: ALICE,
    sources: [{ grant: null, what: '', statements: effects.map(one) }],
    boundary: null,
    unread: [],
    assumes: []
  })
  expect(allows(who('Allow'), { action, resource }, how)).toBe(true)
  expect(allows(who('Allow', 'Deny'), { action, resource }, how)).toBe(false)
  expect(allows({ ...who('Allow'), boundary: [] }, { action, resource }, how)).toBe(false)
  expect(RESOURCES).toContain(resource)
})
