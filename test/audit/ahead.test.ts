import { expect, test } from 'vitest'
import { BASE } from '../support/book.ts'
import { auditHistory, codes, type History } from './history.ts'
import { approvalOf, begun, common, DAY, FIRST, HOUR, landApproved, sealed, T0 } from './story.ts'

// Bob's last day moved ahead of the pull request that brings it. Once that is approved, he can approve nothing any more.

const BOB = 'grants/people/bob.yaml'
const LEFT = `${BASE[BOB] ?? ''}ends: 2026-11-01\n`
const WHEN = T0 + 3 * HOUR

function reduced(): History {
  const history = begun()
  history.land({ [BOB]: LEFT }, WHEN - HOUR)
  const event = { ...common(history, BOB, LEFT, WHEN), event: 'reduced' as const, what: 'Ends.', pull: null }
  history.append({ events: [event], moves: { [BOB]: LEFT }, at: WHEN })
  return history
}

function confirm(history: History): void {
  const base = common(history, BOB, LEFT, WHEN + HOUR)
  const pull = 'acme/access#1'
  const approvals = [approvalOf(history, 'carol', WHEN - 2 * HOUR, 900, '@acme/access-governance')]
  history.append({
    events: [
      { ...base, event: 'requested', pull, requester: 'alice' },
      { ...base, event: 'approved', pull, head: '3'.repeat(40), base: '4'.repeat(40), approvals },
      sealed(history, [1], WHEN + HOUR)
    ],
    at: WHEN + HOUR
  })
}

test('until then his approvals count', () => {
  const history = reduced()
  landApproved(history, { text: FIRST, pull: 2, when: WHEN + DAY })
  expect(codes(auditHistory(history))).toEqual([])
})

test('from then on they don’t', () => {
  const history = reduced()
  confirm(history)
  expect(codes(auditHistory(history))).toEqual([])
  landApproved(history, { text: FIRST, pull: 2, when: WHEN + DAY })
  expect(codes(auditHistory(history))).toEqual(['approver-inactive'])
})
