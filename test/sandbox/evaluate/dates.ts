import { KEY, NOW, deny, no, when, yes, type Case } from './case.ts'
import { allow, policy } from '../world.ts'

export const dates: readonly Case[] = [
  {
    name: 'DateLessThan before',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T09:00:01Z' } }),
    want: yes
  },
  {
    name: 'DateLessThan at that second',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: no
  },
  {
    name: 'DateLessThan after',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T08:59:59Z' } }),
    want: no
  },
  {
    name: 'DateLessThanEquals at that second',
    identity: when({ DateLessThanEquals: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: yes
  },
  {
    name: 'DateGreaterThanEquals at that second',
    identity: when({ DateGreaterThanEquals: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: yes
  },
  {
    name: 'DateGreaterThan at that second',
    identity: when({ DateGreaterThan: { [NOW]: '2026-11-20T09:00:00Z' } }),
    want: no
  },
  {
    name: 'a window from start to end holds inside',
    identity: when({
      DateGreaterThanEquals: { [NOW]: '2026-11-20T00:00:00Z' },
      DateLessThan: { [NOW]: '2026-11-21T00:00:00Z' }
    }),
    want: yes
  },
  {
    name: 'a window does not hold before its start',
    identity: when({
      DateGreaterThanEquals: { [NOW]: '2026-11-20T00:00:00Z' },
      DateLessThan: { [NOW]: '2026-11-21T00:00:00Z' }
    }),
    at: '2026-11-19T23:59:59Z',
    want: no
  },
  {
    name: 'a window does not hold at its end',
    identity: when({
      DateGreaterThanEquals: { [NOW]: '2026-11-20T00:00:00Z' },
      DateLessThan: { [NOW]: '2026-11-21T00:00:00Z' }
    }),
    at: '2026-11-21T00:00:00Z',
    want: no
  },
  {
    name: 'an array of dates is an OR: the later one holds',
    identity: when({ DateLessThan: { [NOW]: ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] } }),
    want: yes
  },
  {
    name: 'a plain day is its first second',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20' } }),
    want: no
  },
  {
    name: 'an offset is counted',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T10:30:00+01:00' } }),
    want: yes
  },
  {
    name: 'an offset the other way',
    identity: when({ DateLessThan: { [NOW]: '2026-11-20T09:30:00+01:00' } }),
    want: no
  },
  { name: 'DateEquals', identity: when({ DateEquals: { [NOW]: '2026-11-20T10:00:00+01:00' } }), want: yes },
  { name: 'DateNotEquals', identity: when({ DateNotEquals: { [NOW]: '2026-11-20T09:00:00Z' } }), want: no },
  {
    name: 'seconds since 1970 as a date',
    identity: when({ DateLessThan: { 'aws:EpochTime': '1795165201' } }),
    want: yes
  },
  {
    name: 'EpochTime by a numeric operator',
    identity: when({ NumericLessThan: { 'aws:EpochTime': '1795165200' } }),
    want: no
  },
  {
    name: 'a date key that is missing does not hold',
    identity: when({ DateLessThan: { 'aws:TokenIssueTime': '2099-01-01T00:00:00Z' } }),
    want: no
  },
  {
    name: 'IfExists lets a missing date key through',
    identity: when({ DateLessThanIfExists: { 'aws:TokenIssueTime': '2000-01-01T00:00:00Z' } }),
    want: yes
  },
  {
    name: 'IfExists still judges a date that is there',
    identity: when({ DateLessThanIfExists: { [NOW]: '2026-01-01T00:00:00Z' } }),
    want: no
  },
  {
    name: 'keys are compared without regard to case',
    identity: when({ DateLessThan: { 'AWS:currenttime': '2026-01-01T00:00:00Z' } }),
    want: no
  },
  {
    name: 'an expired allow does not hide a standing one',
    identity: policy(
      allow('s3:GetObject', KEY, { DateLessThan: { [NOW]: '2026-01-01' } }),
      allow('s3:GetObject', KEY, { DateLessThan: { [NOW]: '2027-01-01' } })
    ),
    want: yes
  },
  {
    name: 'a deny that ended strikes no more',
    identity: policy(allow('s3:*'), deny('s3:*', '*', { DateLessThan: { [NOW]: '2026-01-01' } })),
    want: yes
  }
]
