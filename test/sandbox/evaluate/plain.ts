import { BUCKET, KEY, deny, no, statement, yes, type Case } from './case.ts'
import { allow, policy } from '../world.ts'

export const plain: readonly Case[] = [
  { name: 'nothing allows nothing', want: no },
  { name: 'an exact action and resource', identity: policy(allow('s3:GetObject', KEY)), want: yes },
  {
    name: 'actions are compared without regard to case',
    identity: policy(allow('S3:getobject', KEY)),
    want: yes
  },
  { name: 'another action', identity: policy(allow('s3:PutObject', KEY)), want: no },
  { name: 'another resource', identity: policy(allow('s3:GetObject', `${KEY}x`)), want: no },
  {
    name: 'resources are compared with regard to case',
    identity: policy(allow('s3:GetObject', KEY.replace('invoice', 'INVOICE'))),
    want: no
  },
  { name: 'a star for the action', identity: policy(allow('*', KEY)), want: yes },
  { name: 'a star after the service', identity: policy(allow('s3:*', KEY)), want: yes },
  { name: 'a star within the action', identity: policy(allow('s3:Get*', KEY)), want: yes },
  { name: 'a star of another service', identity: policy(allow('ec2:*', KEY)), want: no },
  {
    name: 'a question mark is exactly one character',
    identity: policy(allow('s3:GetObjec?', KEY)),
    want: yes
  },
  { name: 'a question mark is not none', identity: policy(allow('s3:GetObject?', KEY)), want: no },
  {
    name: 'a star in the middle of a resource',
    identity: policy(allow('s3:GetObject', `${BUCKET}/*/invoice.csv`)),
    want: yes
  },
  { name: 'a star may stand for nothing', identity: policy(allow('s3:GetObject', `${KEY}*`)), want: yes },
  {
    name: 'one of several actions',
    identity: policy(allow(['s3:PutObject', 's3:GetObject'], KEY)),
    want: yes
  },
  { name: 'one of several resources', identity: policy(allow('s3:GetObject', [BUCKET, KEY])), want: yes },
  {
    name: 'NotAction allows every other action',
    identity: statement({ NotAction: 's3:PutObject', Resource: KEY }),
    want: yes
  },
  {
    name: 'NotAction allows not what it names',
    identity: statement({ NotAction: ['s3:Get*'], Resource: KEY }),
    want: no
  },
  {
    name: 'NotResource allows every other resource',
    identity: statement({ Action: 's3:GetObject', NotResource: BUCKET }),
    want: yes
  },
  {
    name: 'NotResource allows not what it names',
    identity: statement({ Action: 's3:GetObject', NotResource: `${BUCKET}/*` }),
    want: no
  },
  {
    name: 'a deny wins over an allow',
    identity: policy(allow('s3:*'), deny('s3:GetObject', KEY)),
    want: 'explicit-deny'
  },
  {
    name: 'a deny of something else is none',
    identity: policy(allow('s3:*'), deny('s3:PutObject')),
    want: yes
  },
  {
    name: 'a deny whose condition fails is none',
    identity: policy(allow('s3:*'), deny('s3:*', '*', { Bool: { 'aws:SecureTransport': 'false' } })),
    want: yes
  },
  {
    name: 'Deny NotAction strikes what it does not name',
    identity: policy(allow('*'), { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }),
    want: 'explicit-deny'
  }
]
