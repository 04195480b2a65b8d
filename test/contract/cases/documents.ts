import { ACCOUNT, DATED, READ, alice, document, fails, step, type Scenario } from './step.ts'

const S3 = 'arn:aws:s3:::billing/*'
const bad = (name: string, text: string, motoGap?: string): Scenario => ({
  name: `a policy is refused: ${name}`,
  ...(motoGap === undefined ? {} : { motoGap }),
  steps: [
    alice,
    fails(
      'putUserPolicy',
      { UserName: 'alice', PolicyName: 'p', PolicyDocument: text },
      'MalformedPolicyDocumentException'
    ),
    fails('createPolicy', { PolicyName: 'p', PolicyDocument: text }, 'MalformedPolicyDocumentException')
  ]
})
const good = (name: string, text: string): Scenario => ({
  name: `a policy is taken: ${name}`,
  steps: [
    alice,
    step('putUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument: text }),
    step(
      'getUserPolicy',
      { UserName: 'alice', PolicyName: 'p' },
      { PolicyDocument: encodeURIComponent(text) }
    )
  ]
})
export const documents: readonly Scenario[] = [
  bad('no JSON', '{'),
  bad('a list', '[]'),
  bad('no statement', '{"Version":"2012-10-17"}'),
  bad('an empty statement list', '{"Version":"2012-10-17","Statement":[]}'),
  bad('an old version', JSON.stringify({ Version: '2008-10-17', Statement: [READ] })),
  bad('an unknown version', JSON.stringify({ Version: '2012-10-18', Statement: [READ] })),
  bad('no version', JSON.stringify({ Statement: [READ] })),
  bad('an unknown field', JSON.stringify({ Version: '2012-10-17', Statement: [READ], Extra: 1 })),
  bad('an unknown field of a statement', document({ ...READ, Extra: 1 })),
  bad('a doubled Sid', document(READ, READ)),
  bad('a Sid with a dash', document({ ...READ, Sid: 'a-b' }), 'Sids are not looked at'),
  bad('an effect in lower case', document({ ...READ, Effect: 'allow' })),
  bad('no effect', document({ Action: 's3:*', Resource: S3 })),
  bad('no action', document({ Effect: 'Allow', Resource: S3 })),
  bad('action and NotAction', document({ ...READ, NotAction: 's3:*' })),
  bad('an action without a service', document({ ...READ, Action: 'GetObject' })),
  bad('an action with two colons', document({ ...READ, Action: 's3:Get:Object' })),
  bad('an action of a bad service', document({ ...READ, Action: 's*3:GetObject' })),
  bad('no resource', document({ Effect: 'Allow', Action: 's3:*' })),
  bad('resource and NotResource', document({ ...READ, NotResource: S3 })),
  bad('a resource that is no ARN', document({ ...READ, Resource: 'billing' })),
  bad('a resource of an unknown partition', document({ ...READ, Resource: 'arn:oops:s3:::billing/*' })),
  bad(
    'an IAM resource with a region',
    document({ ...READ, Resource: `arn:aws:iam:eu-central-1:${ACCOUNT}:role/x` })
  ),
  bad(
    'an IAM resource of an unknown kind',
    document({ ...READ, Resource: `arn:aws:iam::${ACCOUNT}:rolle/x` })
  ),
  bad('a principal', document({ ...READ, Principal: '*' }), 'principals are not looked at'),
  bad(
    'an unknown operator',
    document({ ...READ, Condition: { DateBefore: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } })
  ),
  bad('a condition that is a text', document({ ...READ, Condition: 'x' })),
  bad(
    'a date that is none',
    document({ ...READ, Condition: { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } } })
  ),
  good('a dated statement', document(DATED)),
  good('a single statement outside a list', JSON.stringify({ Version: '2012-10-17', Statement: READ })),
  good('no Sid', document({ Effect: 'Allow', Action: 's3:GetObject', Resource: S3 })),
  good('an Id', JSON.stringify({ Version: '2012-10-17', Id: 'x', Statement: [READ] })),
  good(
    'an IfExists operator',
    document({ ...READ, Condition: { StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-central-1' } } })
  ),
  good(
    'blanks and line ends, kept',
    '{\n  "Version": "2012-10-17",\n\t"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]\r\n}'
  )
]
