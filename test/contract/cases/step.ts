/** One call and what must come of it: members of the answer, or an error's code. */
export interface Step {
  /** Method of the SDK's client: `createUser`. */
  readonly call: string
  readonly with: Readonly<Record<string, unknown>>
  readonly gives?: object
  readonly error?: string
}

/** A few calls on an empty account. */
export interface Scenario {
  readonly name: string
  readonly steps: readonly Step[]
  /** Why moto isn't asked: what IAM does and it doesn't. */
  readonly motoGap?: string
}

export const step = (call: string, params: Readonly<Record<string, unknown>>, gives?: object): Step => ({
  call,
  with: params,
  ...(gives ? { gives } : {})
})
export const fails = (call: string, params: Readonly<Record<string, unknown>>, error: string): Step => ({
  call,
  with: params,
  error
})

export const ACCOUNT = '123456789012'
export const document = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })
export const READ = {
  Sid: 'read',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::billing/*'
}
export const DATED = {
  Sid: 'g0123456789abcdefx1',
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`,
  Condition: { DateLessThan: { 'aws:CurrentTime': '2026-12-15T00:00:00Z' } }
}
export const GOOD = document(READ)
export const OTHER = document(DATED)
export const TRUST = document({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: 'sts:AssumeRole'
})
export const arn = (kind: string, name: string): string => `arn:aws:iam::${ACCOUNT}:${kind}/${name}`
export const alice = step('createUser', { UserName: 'alice' })

export const POLICY = arn('policy', 'limits')
export const made = step('createPolicy', { PolicyName: 'limits', PolicyDocument: GOOD })

export const ROLE = { RoleName: 'exporter' }
export const role = step('createRole', {
  ...ROLE,
  Path: '/ci/',
  AssumeRolePolicyDocument: TRUST,
  MaxSessionDuration: 7200
})
export const BOUNDARY = { PermissionsBoundary: POLICY }
export const version = (asDefault: boolean): Step =>
  step('createPolicyVersion', { PolicyArn: POLICY, PolicyDocument: OTHER, SetAsDefault: asDefault })
