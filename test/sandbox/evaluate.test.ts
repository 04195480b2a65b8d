import { describe, expect, test } from 'vitest'
import { readInstant } from '../../src/book/instant.ts'
import { decide, type Actor } from '../../src/sandbox/iam/authorise.ts'
import { readPolicy } from '../../src/sandbox/iam/policy/read.ts'
import type { WorldDocument } from '../../src/sandbox/world.ts'
import { ROLE_OF_SESSION, SESSION, USER, type Case } from './evaluate/case.ts'
import { CASES } from './evaluate/index.ts'
import { ACCOUNT, OTHER } from './world.ts'

const identity = (document: WorldDocument) => readPolicy(JSON.stringify(document), 'identity')

const ACTORS: Readonly<Record<'user' | 'session' | 'stranger', Pick<Actor, 'names' | 'context'>>> = {
  user: {
    names: { account: ACCOUNT, arn: USER, role: null, id: 'AIDAALICE' },
    context: {
      'aws:PrincipalArn': USER,
      'aws:username': 'alice',
      'aws:userid': 'AIDAALICE',
      'aws:PrincipalTag/team': 'billing'
    }
  },
  session: {
    names: { account: ACCOUNT, arn: SESSION, role: ROLE_OF_SESSION, id: 'AROAEXPORTER' },
    context: { 'aws:PrincipalArn': ROLE_OF_SESSION, 'aws:userid': 'AROAEXPORTER:run-1' }
  },
  stranger: {
    names: { account: OTHER, arn: `arn:aws:iam::${OTHER}:user/zoe`, role: null, id: 'AIDAZOE' },
    context: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:user/zoe`, 'aws:username': 'zoe' }
  }
}

function ask(one: Case): string {
  const { context, names } = ACTORS[one.as ?? 'user']
  const actor: Actor = {
    names,
    context,
    policies: {
      identity: one.identity ? [identity(one.identity)] : [],
      boundary: one.boundary ? identity(one.boundary) : null,
      session: one.session ? [identity(one.session)] : null
    }
  }
  return decide(actor, {
    action: one.action ?? 's3:GetObject',
    resource: one.resource ?? 'arn:aws:s3:::billing/2026/invoice.csv',
    at: readInstant(one.at ?? '2026-11-20T09:00:00Z', 'start') ?? Number.NaN,
    context: one.context ?? {},
    trust: one.trust
      ? {
          document: readPolicy(JSON.stringify(one.trust), 'trust'),
          account: ACCOUNT,
          trusted: Object.fromEntries((one.same ?? []).map((arn) => [arn, names.id]))
        }
      : null
  }).why
}

describe('the evaluator', () => {
  test.each(CASES)('$name: $want', (one) => {
    expect(ask(one)).toBe(one.want)
  })

  test('says so of at least eighty cases, no two of one name', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(80)
    expect(new Set(CASES.map((one) => one.name)).size).toBe(CASES.length)
  })
})
