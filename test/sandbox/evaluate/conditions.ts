import { TEAM, no, when, yes, type Case } from './case.ts'
import { ACCOUNT } from '../world.ts'

export const conditions: readonly Case[] = [
  { name: 'StringEquals', identity: when({ StringEquals: { [TEAM]: 'billing' } }), want: yes },
  { name: 'StringEquals is exact', identity: when({ StringEquals: { [TEAM]: 'Billing' } }), want: no },
  { name: 'StringEquals knows no star', identity: when({ StringEquals: { [TEAM]: 'bill*' } }), want: no },
  {
    name: 'StringEquals, one of several',
    identity: when({ StringEquals: { [TEAM]: ['ops', 'billing'] } }),
    want: yes
  },
  {
    name: 'StringNotEquals, none of several',
    identity: when({ StringNotEquals: { [TEAM]: ['ops', 'billing'] } }),
    want: no
  },
  {
    name: 'StringNotEquals holds for a missing key',
    identity: when({ StringNotEquals: { 'aws:PrincipalTag/none': 'x' } }),
    want: yes
  },
  {
    name: 'StringEqualsIgnoreCase',
    identity: when({ StringEqualsIgnoreCase: { [TEAM]: 'BILLING' } }),
    want: yes
  },
  {
    name: 'StringNotEqualsIgnoreCase',
    identity: when({ StringNotEqualsIgnoreCase: { [TEAM]: 'BILLING' } }),
    want: no
  },
  { name: 'StringLike', identity: when({ StringLike: { [TEAM]: 'b?ll*' } }), want: yes },
  { name: 'StringNotLike', identity: when({ StringNotLike: { [TEAM]: 'b*' } }), want: no },
  {
    name: 'two keys must both hold',
    identity: when({ StringEquals: { [TEAM]: 'billing', 'aws:username': 'bob' } }),
    want: no
  },
  {
    name: 'two operators must both hold',
    identity: when({ StringEquals: { [TEAM]: 'billing' }, Bool: { 'aws:SecureTransport': 'false' } }),
    want: no
  },
  { name: 'Bool', identity: when({ Bool: { 'aws:SecureTransport': true } }), want: yes },
  {
    name: 'Null true: the key is missing',
    identity: when({ Null: { 'aws:TokenIssueTime': 'true' } }),
    want: yes
  },
  {
    name: 'Null false: the key is there',
    identity: when({ Null: { 'aws:TokenIssueTime': 'false' } }),
    want: no
  },
  {
    name: 'NumericEquals',
    identity: when({ NumericEquals: { 's3:max-keys': 10 } }),
    context: { 's3:max-keys': '10' },
    want: yes
  },
  {
    name: 'NumericGreaterThanEquals',
    identity: when({ NumericGreaterThanEquals: { 's3:max-keys': '11' } }),
    context: { 's3:max-keys': '10' },
    want: no
  },
  {
    name: 'a number that is none',
    identity: when({ NumericLessThan: { 's3:max-keys': '11' } }),
    context: { 's3:max-keys': 'ten' },
    want: no
  },
  {
    name: 'IpAddress in a block',
    identity: when({ IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }),
    want: yes
  },
  {
    name: 'IpAddress outside',
    identity: when({ IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '127.0.0.2'] } }),
    want: no
  },
  { name: 'NotIpAddress', identity: when({ NotIpAddress: { 'aws:SourceIp': '127.0.0.1/32' } }), want: no },
  {
    name: 'ArnLike',
    identity: when({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/*` } }),
    want: yes
  },
  {
    name: 'ArnLike: a star does not reach over a colon',
    identity: when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:user/alice' } }),
    want: no
  },
  {
    name: 'ArnEquals knows wildcards too',
    identity: when({ ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/alice' } }),
    want: yes
  },
  {
    name: 'ArnNotLike',
    identity: when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/a*' } }),
    want: no
  },
  {
    name: 'ForAllValues holds for every value',
    identity: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }),
    context: { 'aws:TagKeys': ['a', 'b'] },
    want: yes
  },
  {
    name: 'ForAllValues fails for one value',
    identity: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }),
    context: { 'aws:TagKeys': ['a', 'c'] },
    want: no
  },
  {
    name: 'ForAllValues holds for a missing key',
    identity: when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }),
    want: yes
  },
  {
    name: 'ForAnyValue holds for one value',
    identity: when({ 'ForAnyValue:StringLike': { 'aws:TagKeys': 'c*' } }),
    context: { 'aws:TagKeys': ['a', 'c'] },
    want: yes
  },
  {
    name: 'ForAnyValue fails for a missing key',
    identity: when({ 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } }),
    want: no
  },
  {
    name: 'StringEqualsIfExists without the key',
    identity: when({ StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-central-1' } }),
    want: yes
  }
]
