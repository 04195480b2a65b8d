import { describe, expect, test } from 'vitest'
import * as approvals from '../approval/acme.ts'
import { approve, judge as judgeApproval } from '../approval/world.ts'
import { patched } from '../checks/acme.ts'
import { entitlement, holds, PAYMENTS } from '../checks/cases/duties/book.ts'
import { judge } from '../checks/judge.ts'

describe('a bundle takes in somebody else’s entitlement', () => {
  const desk = 'grants/systems/aws-prod/desk/entitlement.yaml'
  const before = {
    ...PAYMENTS,
    ...entitlement('desk', 'includes: [aws-prod/logs-read, aws-prod/create]'),
    ...holds('alice', 'desk'),
    ...holds('bob', 'desk'),
    ...holds('bob', 'approve')
  }
  const lines = (found: readonly string[]) =>
    found.map((line) => line.split(' ').slice(0, 4).join(' ').replace(/:1:1/u, ''))

  test('whoever holds the bundle holds it too, and the rule counts it', () => {
    expect(lines(judge(patched(before)))).toEqual([
      'systems/aws-prod/desk/bob.yaml error duties-conflict "bob"'
    ])
  })

  test('without any grant changing, the change that takes it in is told of all who come into conflict by it', () => {
    const after = {
      ...before,
      ...entitlement('desk', 'includes: [aws-prod/logs-read, aws-prod/create, aws-prod/approve]')
    }
    const found = judge(patched(after), { changed: [desk] })
    expect(lines(found)).toEqual([
      'systems/aws-prod/desk/alice.yaml error duties-conflict "alice"',
      'systems/aws-prod/desk/bob.yaml error duties-conflict "bob"'
    ])
    expect(found.map((line) => line.endsWith(`This change brings "${desk}".`))).toEqual([true, true])
  })

  test('hidden in a bundle within it, likewise', () => {
    const after = {
      ...before,
      ...entitlement('desk', 'includes: [aws-prod/create, aws-prod/office]'),
      ...entitlement('office', 'includes: [aws-prod/approve, aws-prod/logs-read]')
    }
    expect(lines(judge(patched(after), { changed: [desk] }))).toEqual([
      'systems/aws-prod/desk/alice.yaml error duties-conflict "alice"',
      'systems/aws-prod/desk/bob.yaml error duties-conflict "bob"'
    ])
  })
})

describe('an entitlement’s duties are dropped under standing grants', () => {
  const both = { ...PAYMENTS, ...holds('alice', 'create'), ...holds('alice', 'approve') }

  test('the last that had a duty leaves a rule about nothing: an error, however quiet the conflict is now', () => {
    expect(judge(patched({ ...both, ...entitlement('create', 'duties: [books.keep]') }))).toEqual([
      'rules/payments.yaml:2:8 error rule-hold-unknown No entitlement has the duty "payments.create".',
      'rules/payments.yaml:3:9 error rule-never-broken It allows 1 at a time, and there is only 1 of them.'
    ])
  })

  test('where another one still has it, no rule is wrong: then it is governance that must see it', () => {
    const more = entitlement('clerk', 'duties: [payments.create]')
    expect(judge(patched({ ...both, ...more, ...entitlement('create') }))).toEqual([])
    const path = approvals.PATHS.entitlement('pay')
    const drop = { change: { [path]: approvals.entitlement('pay') } }
    expect(judgeApproval({ ...drop, reviews: [approve('carol'), approve('dave')] }).state).toBe('missing')
    expect(judgeApproval({ ...drop, reviews: [approve('gina')] }).state).toBe('approved')
  })
})
