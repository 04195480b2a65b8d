import { BUCKET, no, statement, when, yes, type Case } from './case.ts'
import { ACCOUNT, allow, policy } from '../world.ts'

export const variables: readonly Case[] = [
  {
    name: 'a variable in a resource',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:username}/*`)),
    resource: `${BUCKET}/alice/x`,
    want: yes
  },
  {
    name: 'a variable of somebody else',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:username}/*`)),
    resource: `${BUCKET}/bob/x`,
    want: no
  },
  {
    name: 'a variable in a string condition',
    identity: when({ StringEquals: { 'aws:userid': 'AIDAALICE', 'aws:username': '${aws:username}' } }),
    want: yes
  },
  {
    name: 'a variable without a value matches nothing',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:SourceIdentity}*`)),
    resource: `${BUCKET}/x`,
    want: no
  },
  {
    name: 'a default for a variable',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:SourceIdentity, 'guest'}/*`)),
    resource: `${BUCKET}/guest/x`,
    want: yes
  },
  {
    name: 'a star in a variable is a star, not a wildcard',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${aws:PrincipalTag/odd}/x`)),
    resource: `${BUCKET}/bob/x`,
    context: { 'aws:PrincipalTag/odd': '*' },
    want: no
  },
  {
    name: 'nor in an ARN condition',
    identity: when({
      ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/\${aws:PrincipalTag/odd}` }
    }),
    context: { 'aws:PrincipalTag/odd': '*' },
    want: no
  },
  {
    name: '${*} is a star',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${*}`)),
    resource: `${BUCKET}/*`,
    want: yes
  },
  {
    name: '${*} is nothing else',
    identity: policy(allow('s3:GetObject', `${BUCKET}/\${*}`)),
    resource: `${BUCKET}/x`,
    want: no
  },
  {
    name: 'a variable without a value does not make NotResource name everything',
    identity: statement({ Action: 's3:GetObject', NotResource: `${BUCKET}/\${aws:SourceIdentity}/*` }),
    want: no
  }
]
