import { describe, expect, it } from 'vitest'
import { compileSets, makeAnalyser } from '../../../src/duties/permissions/analyse.ts'
import { IAM_ACTIONS } from '../../../src/generated/iam-actions.js'
import { lines, reachable, SETS } from './build.ts'
import { CASES } from './cases.ts'

const compiled = compileSets(SETS, IAM_ACTIONS)

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('$name', ({ start, roles, told }) => {
    expect(lines(makeAnalyser(reachable(start, roles), compiled).analyse(start))).toEqual(told)
  })
})

it('there are more than eighty', () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThanOrEqual(80)
})
