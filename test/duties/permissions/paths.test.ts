import { describe, expect, it } from 'vitest'
import { compileSets, makeAnalyser } from '../../../src/duties/permissions/analyse.ts'
import { catalogueOf } from '../../../src/duties/permissions/catalogue.ts'
import { BUILT_IN_SETS } from '../../../src/duties/permissions/sets/index.ts'
import {
  ESCALATION_SOURCE,
  PRIVILEGE_ESCALATION
} from '../../../src/duties/permissions/sets/privilege-escalation.ts'
import type { PolicyStatement } from '../../../src/duties/permissions/types.ts'
import { IAM_ACTIONS } from '../../../src/generated/iam-actions.js'
import { allow, deny, reachable, statement, user } from './build.ts'

const { analyse } = makeAnalyser(reachable([]), compileSets(BUILT_IN_SETS, IAM_ACTIONS))
const catalogue = catalogueOf(IAM_ACTIONS)
const everyAction = catalogue.list().map(({ name }) => name)

/** Ways to allow exactly these actions and no other one of AWS. */
const FORMS: Readonly<Record<string, (actions: readonly string[]) => readonly PolicyStatement[]>> = {
  'one statement': (actions) => [allow(actions)],
  'a statement each, in lower case': (actions) => actions.map((action) => allow(action.toLowerCase())),
  'question marks': (actions) => actions.map((action) => allow(`${action.slice(0, -1)}?`)),
  'stars in their midst': (actions) =>
    actions.map((action) => allow(action.replace(/^([^:]+:...)./u, '$1*'))),
  NotAction: (actions) => [
    statement('Allow', { notActions: everyAction.filter((one) => !actions.includes(one)), resources: '*' })
  ],
  'everything, but others denied': (actions) => [
    allow('*'),
    statement('Deny', { notActions: actions, resources: '*' })
  ],
  'each service, and denied': (actions) =>
    [...new Set(actions.map((action) => `${action.split(':')[0]}:*`))].flatMap((service) => [
      allow(service, 'arn:*'),
      allow(service),
      deny(everyAction.filter((one) => one.startsWith(service.slice(0, -1)) && !actions.includes(one)))
    ]),
  NotResource: (actions) => [statement('Allow', { actions, notResources: 'arn:aws:nothing:::*' })]
}

/** The answer for one path of all sets. */
function answer(id: string, statements: readonly PolicyStatement[]): string {
  const found = analyse([user(statements)]).found.filter(({ path }) => path.id === id)
  return found.map(({ certainty }) => certainty).join() || 'nothing'
}

describe.each(BUILT_IN_SETS)('$id', ({ id: set, paths }) => {
  const forms = Object.entries(FORMS)
  it.each(paths.map((path, n) => ({ ...path, n })))('$id', ({ id, actions, n }) => {
    // Each path in three of the forms, so that every form meets many paths.
    for (const [form, write] of forms.filter((_, at) => (at + n) % 3 === 0)) {
      const whole = id === 'role-assume' ? 'unsure' : 'sure'
      expect(answer(id, write(actions)), `${set} ${form}`).toBe(whole)
      for (const left of actions) {
        const rest = actions.filter((action) => action !== left)
        expect(answer(id, rest.length > 0 ? write(rest) : []), `${form} without ${left}`).toBe('nothing')
      }
    }
  })
})

describe('the lists', () => {
  it('have as many published paths as their source', () => {
    expect(PRIVILEGE_ESCALATION.paths).toHaveLength(ESCALATION_SOURCE.count)
    expect(new Set(PRIVILEGE_ESCALATION.paths.map(({ source }) => source)).size).toBe(65)
    for (const { source } of PRIVILEGE_ESCALATION.paths) {
      expect(source).toMatch(/^https:\/\/pathfinding\.cloud\/paths\/[a-z0-9]+-\d{3}$/u)
    }
  })

  it('name nothing twice, and only actions that AWS has, spelt as AWS does', () => {
    const ids = BUILT_IN_SETS.flatMap(({ paths }) => paths.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { paths } of BUILT_IN_SETS) {
      for (const { actions, title, source } of paths) {
        expect(actions.map((action) => catalogue.find(action)?.name)).toEqual([...actions])
        expect(new Set(actions).size).toBe(actions.length)
        expect(title).toMatch(/^[a-z].*[^.]$/u)
        expect(source).toMatch(/^https:\/\/[a-z.-]+\//u)
      }
    }
  })
})

it('the data has AWS’s actions with what they are about', () => {
  expect(everyAction.length).toBeGreaterThan(20_000)
  expect(catalogue.find('IAM:passrole')).toEqual({ name: 'iam:PassRole', formats: ['iam::$:role/*'] })
  expect(catalogue.find('s3:ListAllMyBuckets')).toEqual({ name: 's3:ListAllMyBuckets', formats: [] })
  expect(catalogue.find('iam:Nothing')).toBeNull()
  expect(catalogue.find('__proto__:toString')).toBeNull()
  expect(JSON.stringify(IAM_ACTIONS).length).toBeLessThan(600_000)
})
