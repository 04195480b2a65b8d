import { ALICE, allow, deny, user } from '../build.ts'
import { CREATE, mfa, POLICIES, UNREAD, NOT_READ, VERSION, type Case } from './case.ts'

/** Documents that were not read. */
export const unread: readonly Case[] = [
  { name: 'nothing known at all', start: [user([], UNREAD)], told: [`unknown ${ALICE}: ${NOT_READ}`] },
  {
    name: 'known and sure beside what is unread',
    start: [user([allow(CREATE)], UNREAD)],
    told: [...VERSION, `unknown ${ALICE}: ${NOT_READ}`]
  },
  {
    name: 'half known, half unread',
    start: [user([allow('iam:PassRole')], UNREAD)],
    told: [`function unsure: ${NOT_READ}`, `unknown ${ALICE}: ${NOT_READ}`]
  },
  { name: 'unread, but all of it denied', start: [user([deny('*')], UNREAD)], told: [] },
  {
    name: 'unread, but bounded to other things',
    start: [user([], { ...UNREAD, boundary: [allow('dynamodb:*')] })],
    told: []
  },
  {
    name: 'unread, denied in part',
    start: [user([deny('*', `${POLICIES}x`), deny(['*:A*', '*:P*', '*:L*', '*:S*'])], UNREAD)],
    told: [`unknown ${ALICE}: ${NOT_READ}`]
  },
  {
    name: 'unread, denied under a condition',
    start: [user([deny('*', '*', mfa)], UNREAD)],
    told: [`unknown ${ALICE}: ${NOT_READ}`]
  },
  {
    name: 'unread and denied beside somebody who has it',
    start: [user([deny('*')], UNREAD), user([allow(CREATE)], { name: 'user/b' })],
    told: VERSION
  },
  {
    name: 'two of whom each may have one half',
    start: [
      user([], { ...UNREAD, boundary: [allow('lambda:*')] }),
      user([], { ...UNREAD, boundary: [allow('iam:PassRole')], name: 'user/b' })
    ],
    told: [`unknown ${ALICE}: ${NOT_READ}`, 'unknown user/b: documents of user/b were not read: policy q']
  },
  {
    name: 'bounded to one half, the other half elsewhere',
    start: [
      user([], { ...UNREAD, boundary: [allow('lambda:*')] }),
      user([allow('iam:PassRole')], { name: 'user/b' })
    ],
    told: [`unknown ${ALICE}: ${NOT_READ}`]
  }
]
