import { expect, test } from 'vitest'
import type { Event } from '../../src/evidence/events.ts'
import { lastProved, type Proved } from '../../src/evidence/proved.ts'

const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string]
const PULL = 'acme/access#12'

function common(blob: string | null) {
  return {
    at: '2026-11-20T09:00:00Z',
    grant: 'grants/people/alice.yaml',
    blob,
    commit: null,
    by: 'grantbook apply',
    run: null
  }
}

const approved = (blob: string | null): Event => ({
  ...common(blob),
  event: 'approved',
  pull: PULL,
  head: FIRST,
  base: FIRST,
  approvals: []
})
const reduced = (blob: string | null, pull: string | null = null): Event => ({
  ...common(blob),
  event: 'reduced',
  what: 'less',
  pull
})

const TABLE: readonly (readonly [string, readonly Event[], Proved])[] = [
  ['nothing since genesis', [], { state: 'proved' }],
  ['approved', [approved(FIRST)], { state: 'proved' }],
  ['reduced since genesis', [reduced(FIRST)], { state: 'adopted' }],
  ['approved, then reduced', [approved(FIRST), reduced(SECOND)], { state: 'reduced', blob: FIRST }],
  ['reduced twice', [approved(FIRST), reduced(SECOND), reduced(THIRD)], { state: 'reduced', blob: FIRST }],
  ['reduced, then approved', [reduced(FIRST), approved(SECOND)], { state: 'proved' }],
  [
    'a deletion that was approved, then added',
    [approved(null), reduced(FIRST)],
    { state: 'reduced', blob: null }
  ],
  // Whoever names a pull request in a reduction doesn't make it one that anybody approved.
  [
    'reduced by what names a pull request',
    [approved(FIRST), reduced(SECOND, PULL)],
    { state: 'reduced', blob: FIRST }
  ],
  ['reduced so since genesis', [reduced(FIRST, PULL)], { state: 'adopted' }]
]

test.each(TABLE)('%s', (_, events, proved) => {
  expect(lastProved(events)).toEqual(proved)
})
