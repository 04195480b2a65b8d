import { expect, test } from 'vitest'
import type { Event } from '../../src/evidence/events.ts'
import { grantPath, NOW } from '../support/book.ts'
import { common, TestRecord } from '../io/git/evidence-scene.ts'

const [ALICE, BOB] = [grantPath('billing-read', 'alice'), grantPath('billing-read', 'bob')]

function held(grant: string): Event {
  return {
    ...common(grant, null),
    event: 'held',
    system: 'aws-prod',
    code: 'role-missing',
    why: 'x',
    pull: null
  }
}

test('moved between the reading and the writing of the branch, nobody’s record is overwritten', async () => {
  const record = new TestRecord()
  try {
    await record.genesis()
    const [left, right] = [record.store(), record.store()]
    const [seen, other] = [await left.read(), await right.read()]
    const entry = (subject: string, grant: string) => ({ subject, events: [held(grant)], moves: [] })
    expect((await right.append(other.head, [entry('First', ALICE)], NOW)).state).toBe('done')
    expect(await left.append(seen.head, [entry('Second', BOB)], NOW)).toEqual({ state: 'raced' })
    const again = await left.read()
    expect(again.ledger.refused.size).toBe(1)
    expect((await left.append(again.head, [entry('Second', BOB)], NOW)).state).toBe('done')
    expect(record.git('log', '--format=%s', 'evidence').trim().split('\n')).toEqual([
      'Second',
      'First',
      'Begin'
    ])
    expect([ALICE, BOB].map((path) => record.repository.events(path).length)).toEqual([1, 1])
  } finally {
    record.remove()
  }
})
