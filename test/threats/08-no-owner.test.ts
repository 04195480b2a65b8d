import { expect, test } from 'vitest'
import { grant } from '../approval/acme.ts'
import { approve, judge } from '../approval/world.ts'

test.each([
  'grants/systems/aws-prod/Read/alice.yaml',
  'grants/Systems/aws-prod/read/alice.yaml',
  'grants/systems/aws-prod/read/ALICE.yaml',
  'grants/systems/aws-prod/read/alice.yml',
  'grants/systems/aws-prod/read/*.yaml',
  'grants/systems/aws-prod/nothing/alice.yaml',
  'grants/systems/elsewhere/read/alice.yaml',
  'grants/x'
])('%s is nobody’s to approve', (path) => {
  const reviews = ['carol', 'gina', 'greg', 'sam'].map((person) => approve(person))
  expect(judge({ change: { [path]: grant() }, reviews }).state).toBe('refused')
})
