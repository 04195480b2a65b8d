import { describe, expect, it } from 'vitest'
import type { Case } from './case.ts'
import { APPROVERS } from './cases/approvers.ts'
import { EMERGENCY_AND_TRANSFER } from './cases/emergency-and-transfer.ts'
import { ENOUGH } from './cases/enough.ts'
import { OBJECTIONS } from './cases/objections.ts'
import { REDUCTIONS } from './cases/reductions.ts'
import { REVIEWS } from './cases/reviews.ts'
import { WHOLE } from './cases/whole.ts'
import { judge, judgeNamed, tell } from './world.ts'

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'which reviews count': REVIEWS,
  'who may approve': APPROVERS,
  'how many, and of whom': ENOUGH,
  objections: OBJECTIONS,
  'break-glass access and transfers': EMERGENCY_AND_TRANSFER,
  'what needs no approval': REDUCTIONS,
  'the pull request as a whole': WHOLE
}

describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { world, state, verdict, named }) => {
    const judged = named ? judgeNamed(world) : judge(world)
    expect(tell(judged)).toEqual(verdict)
    expect(judged.state).toBe(state)
  })
})

it('has at least 150 cases, each with a name of its own', () => {
  const names = Object.values(GROUPS).flatMap((cases) => cases.map(({ name }) => name))
  expect(names.length).toBeGreaterThanOrEqual(150)
  expect(Object.values(GROUPS).flatMap((cases) => [...new Set(cases.map(({ name }) => name))])).toEqual(names)
})
