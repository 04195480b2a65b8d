import { deny, no, yes, type Case } from './case.ts'
import { allow, policy } from '../world.ts'

export const limits: readonly Case[] = [
  { name: 'a boundary alone allows nothing', boundary: policy(allow('*')), want: no },
  {
    name: 'a boundary that allows the action',
    identity: policy(allow('*')),
    boundary: policy(allow('s3:*')),
    want: yes
  },
  {
    name: 'a boundary that does not',
    identity: policy(allow('*')),
    boundary: policy(allow('sts:*')),
    want: 'boundary'
  },
  {
    name: 'a boundary that denies',
    identity: policy(allow('*')),
    boundary: policy(allow('*'), deny('s3:*')),
    want: 'explicit-deny'
  },
  { name: 'a session policy alone allows nothing', as: 'session', session: policy(allow('*')), want: no },
  {
    name: 'a session policy that allows',
    as: 'session',
    identity: policy(allow('*')),
    session: policy(allow('s3:*')),
    want: yes
  },
  {
    name: 'a session policy that does not',
    as: 'session',
    identity: policy(allow('*')),
    session: policy(allow('sts:*')),
    want: 'session-policy'
  },
  {
    name: 'a session policy that denies',
    as: 'session',
    identity: policy(allow('*')),
    session: policy(allow('*'), deny('s3:*')),
    want: 'explicit-deny'
  }
]
