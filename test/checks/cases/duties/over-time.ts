import type { Patch } from '../../acme.ts'
import type { Case } from '../case.ts'
import { entitlement, holds, rule } from './book.ts'

/** Five shares of a key, of which nobody may hold more than two. */
const KEYS: Patch = {
  ...rule('keys', 'hold: ["aws-prod/key-*"]', 'atMost: 2'),
  ...['a', 'b', 'c', 'd', 'e'].reduce((all, key) => ({ ...all, ...entitlement(`key-${key}`) }), {})
}

/** Several of many, over time. */
export const overTime: readonly Case[] = [
  {
    code: 'duties-conflict',
    what: 'four of five shares, one after the other, never three at once',
    patch: {
      ...KEYS,
      ...holds('alice', 'key-a', ['2026-11-01', '2026-11-30']),
      ...holds('alice', 'key-b', ['2026-11-15', '2026-12-15']),
      ...holds('alice', 'key-c', ['2026-12-01', '2026-12-31']),
      ...holds('alice', 'key-d', ['2026-12-16', '2027-01-31'])
    },
    found: []
  },
  {
    code: 'duties-conflict',
    what: 'the same with a day more: three at once in two stretches',
    patch: {
      ...KEYS,
      ...holds('alice', 'key-a', ['2026-11-01', '2026-12-01']),
      ...holds('alice', 'key-b', ['2026-11-15', '2026-12-16']),
      ...holds('alice', 'key-c', ['2026-12-01', '2026-12-31']),
      ...holds('alice', 'key-d', ['2026-12-16', '2027-01-31'])
    },
    found: [
      'systems/aws-prod/key-d/alice.yaml:1:1 error duties-conflict "alice" would hold 3 where the rule "keys" allows 2 at a time (Rule of keys): aws-prod/key-a, aws-prod/key-b, aws-prod/key-c, aws-prod/key-d; from 2026-12-01T00:00:00Z until 2026-12-02T00:00:00Z, from 2026-12-16T00:00:00Z until 2026-12-17T00:00:00Z.'
    ]
  },
  {
    code: 'duties-conflict',
    what: 'three at once, but only in the past',
    patch: {
      ...KEYS,
      ...holds('alice', 'key-a', ['2026-11-01', '2026-11-19']),
      ...holds('alice', 'key-b', ['2026-11-01', '2026-12-15']),
      ...holds('alice', 'key-c', ['2026-11-01', '2026-12-31'])
    },
    found: [
      'systems/aws-prod/key-a/alice.yaml:3:10 warning grant-expired The grant ended at 2026-11-20T00:00:00Z.'
    ]
  }
]
