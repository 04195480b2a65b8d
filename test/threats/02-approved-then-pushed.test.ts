import { expect, test } from 'vitest'
import { grant, PATHS } from '../approval/acme.ts'
import { approve, judge, type Patch } from '../approval/world.ts'

const seen = { [PATHS.alice]: grant('2026-11-30') }

const LATER: readonly (readonly [string, Patch])[] = [
  ['a later end', { [PATHS.alice]: grant('2026-12-31') }],
  ['another file', { ...seen, [PATHS.grant('admin', 'alice')]: grant() }],
  ['another mode', { [PATHS.alice]: { text: grant('2026-11-30'), mode: '100755' } }],
  ['one blank', { [PATHS.alice]: `${grant('2026-11-30')} ` }]
]

test.each(LATER)('what is pushed after the approval voids it: %s', (_, change) => {
  const verdict = judge({
    change,
    commits: { seen },
    pushes: [
      { by: 'alice', at: 0, after: 'seen' },
      { by: 'alice', at: 20, after: 'head' }
    ],
    reviews: [approve('carol', 'seen')]
  })
  expect(verdict.state).toBe('missing')
  expect(verdict.discounted).toEqual([
    {
      review: 1,
      login: 'carol-acme',
      why: 'The approval was given to commit seen, which changes other files or changes them otherwise.'
    }
  ])
})
