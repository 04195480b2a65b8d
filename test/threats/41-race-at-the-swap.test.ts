import { expect, test } from 'vitest'
import type { Event } from '../../src/evidence/events.ts'
import { appendEvidence } from '../../src/io/git/evidence-write.ts'
import { BASE, grantPath, NOW } from '../support/book.ts'
import { Repository } from '../support/repository.ts'

const [ALICE, BOB] = [grantPath('billing-read', 'alice'), grantPath('billing-read', 'bob')]

function held(grant: string): Event {
  const common = { at: '2026-11-20T09:00:00Z', blob: null, commit: null, by: 'grantbook apply', run: null }
  return { ...common, grant, event: 'held', system: 'aws-prod', code: 'role-missing', why: 'x', pull: null }
}

test('moved between the reading and the writing of the branch, nobody’s record is overwritten', async () => {
  const repository = new Repository()
  try {
    repository.commit(BASE)
    await appendEvidence(repository.root, 'First', NOW, () => [held(ALICE)])
    let seen = 0
    await appendEvidence(repository.root, 'Second', NOW, ({ ledger }) => {
      seen++
      if (seen === 1) {
        const tree = repository.git('rev-parse', 'evidence^{tree}').trim()
        const other = repository.git('commit-tree', tree, '-p', 'evidence', '-m', 'Somebody else').trim()
        repository.git('update-ref', 'refs/heads/evidence', other)
      }
      expect(ledger.refused.size).toBe(1)
      return [held(BOB)]
    })
    expect(seen).toBe(2)
    expect(repository.git('log', '--format=%s', 'evidence').trim().split('\n')).toEqual([
      'Second',
      'Somebody else',
      'First'
    ])
    expect([ALICE, BOB].map((path) => repository.events(path).length)).toEqual([1, 1])
  } finally {
    repository.remove()
  }
})
