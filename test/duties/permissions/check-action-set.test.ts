import { expect, it } from 'vitest'
import { checkActionSet } from '../../../src/duties/permissions/check-action-set.ts'
import { BUILT_IN_SETS } from '../../../src/duties/permissions/sets/index.ts'
import { IAM_ACTIONS } from '../../../src/generated/iam-actions.js'

const told = (...paths: readonly (readonly string[])[]) =>
  checkActionSet(
    paths.map((actions) => ({ actions })),
    IAM_ACTIONS
  ).map(({ path, action, message, fix }) => `${path}.${action} ${message} ${fix}`)

it('finds nothing wrong with the built-in sets, whatever the case, nor with wildcards that match', () => {
  expect(BUILT_IN_SETS.flatMap(({ paths }) => checkActionSet(paths, IAM_ACTIONS))).toEqual([])
  expect(told(['IAM:passrole', 'iam:Create*', 's?s:*', '*'])).toEqual([])
})

it('tells actions that AWS doesn’t have, with the nearest', () => {
  expect(told(['iam:PassRole'], ['iam:PasRole', 'lamda:CreateFunction', 'kms:Banana', 'PassRole'])).toEqual([
    '1.0 AWS has no action "iam:PasRole". Did you mean "iam:PassRole"?',
    '1.1 AWS has no action "lamda:CreateFunction". Did you mean "lambda:CreateFunction"?',
    '1.2 AWS has no action "kms:Banana". Write it as "service:Action", as in AWS’s policies.',
    '1.3 AWS has no action "PassRole". Write it as "service:Action", as in AWS’s policies.'
  ])
})

it('tells wildcards that match nothing and paths without actions', () => {
  expect(told([], ['iam:Pess*', 'nosuch:*'])).toEqual([
    '0.null A path without actions can’t be held. Name the actions that are toxic together, or remove the path.',
    '1.0 "iam:Pess*" matches no action of AWS. Correct it, or name the actions one by one.',
    '1.1 "nosuch:*" matches no action of AWS. Correct it, or name the actions one by one.'
  ])
})

it('stands hostile names', () => {
  expect(told(['__proto__', '__proto__:x', ':', '', '\ud800:*', 'x'.repeat(10_000)])).toHaveLength(6)
})
