import { expect, test } from 'vitest'
import type { HeldEvent } from '../../src/evidence/events.ts'
import { foldTexts } from '../../src/evidence/fold.ts'
import { eventsPath, writeLine } from '../../src/evidence/lines.ts'
import { isNews } from '../../src/evidence/news.ts'
import type { Ledger } from '../../src/plan/ledger.ts'

const GRANT = 'grants/systems/aws-prod/auditors/bob.yaml'

function issued(...groups: readonly string[]): HeldEvent {
  return {
    at: '2026-11-20T09:00:00Z',
    grant: GRANT,
    blob: 'a'.repeat(40),
    commit: null,
    by: 'grantbook apply',
    run: null,
    event: 'issued',
    system: 'aws-prod',
    principal: 'user/bob',
    principalId: 'AIDA1',
    account: '123456789012',
    entitlement: 'aws-prod/auditors',
    policy: {},
    statements: groups.map((id) => ({ id, body: id, enforcement: 'job' as const })),
    from: null,
    until: '2026-12-15T00:00:00Z',
    enforcement: 'job',
    observed: false
  }
}

const after = (...events: readonly HeldEvent[]): Ledger =>
  foldTexts(new Map([[eventsPath(GRANT), events.map(writeLine).join('')]])).ledger

test('what another run recorded meanwhile is not disowned by one that found it there', () => {
  expect(isNews(issued(), after(), after(issued('group/auditors')))).toBe(false)
})

test('what was found there first is owned by the run that added it', () => {
  expect(isNews(issued('group/auditors'), after(), after(issued()))).toBe(true)
})

test('a grant that gives less than when the run was planned is news', () => {
  const planned = after(issued('group/auditors', 'group/readers'))
  const current = after(issued('group/auditors', 'group/readers'))
  expect(isNews(issued('group/auditors'), planned, current)).toBe(true)
})

test('the same, recorded meanwhile, is none', () => {
  expect(isNews(issued('group/auditors'), after(), after(issued('group/auditors')))).toBe(false)
})
