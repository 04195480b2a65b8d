import { ACCOUNT, ROLE, document, fails, role, type Scenario } from './step.ts'

const trustRefused = (name: string, statement: object, motoGap?: string): Scenario => ({
  name: `a trust is refused: ${name}`,
  ...(motoGap === undefined ? {} : { motoGap }),
  steps: [
    role,
    fails(
      'updateAssumeRolePolicy',
      { ...ROLE, PolicyDocument: document(statement) },
      'MalformedPolicyDocumentException'
    )
  ]
})
const OPEN = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }
export const trusts: readonly Scenario[] = [
  trustRefused('a resource', { ...OPEN, Resource: '*' }),
  trustRefused('an action outside STS', { ...OPEN, Action: 's3:GetObject' }),
  trustRefused('no principal', { Effect: 'Allow', Action: 'sts:AssumeRole' }, 'principals are not looked at'),
  trustRefused(
    'a principal with a wildcard',
    { ...OPEN, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/*` } },
    'principals are not looked at'
  )
]
