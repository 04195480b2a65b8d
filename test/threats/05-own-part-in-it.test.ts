import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge, type World } from '../approval/world.ts'

const change = { [PATHS.alice]: grant() }
const task = 'requester: hugo\ntask: https://github.com/acme/billing/issues/12\n'

const PARTS: readonly (readonly [string, World])[] = [
  ['author', { change, author: 'carol' }],
  ['pusher', { change, pushes: [{ by: 'carol', at: 0, after: 'head' }] }],
  ['committer or co-author', { change, emails: ['alice@acme.example', 'carol@acme.example'] }],
  ['subject', { change: { [PATHS.grant('read', 'carol')]: grant('2026-12-14', 'requester: alice\n') } }],
  ['requester', { change: { [PATHS.alice]: grant('2026-12-14', 'requester: carol\n') } }],
  [
    'owner of the workload',
    {
      change: { [PATHS.grant('read', 'exporter')]: grant('2026-12-14', task) },
      approved: { [PATHS.workload]: workloadOf('carol', 'bob') },
      author: 'hugo'
    }
  ],
  [
    'backup of the workload',
    {
      change: { [PATHS.grant('read', 'exporter')]: grant('2026-12-14', task) },
      approved: { [PATHS.workload]: workloadOf('bob', 'carol') },
      author: 'hugo'
    }
  ]
]

test.each(PARTS)('the %s doesn’t approve; a colleague of the same team does', (_, world) => {
  expect(judge({ ...world, reviews: [approve('carol')] }).state).toBe('missing')
  expect(judge({ ...world, reviews: [approve('dave')] }).state).toBe('approved')
})

function workloadOf(owner: string, backup: string): string {
  return `title: Exports\nkind: pipeline\nowner: ${owner}\nbackup: ${backup}\npurpose: It exports things\nexpires: 2027-05-31\nruns: [{kind: other, ref: cron}]\n`
}
