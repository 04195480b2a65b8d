import type { Case } from './case.ts'

const entitlement = (statements: string): string =>
  `title: Danger\ndescription: What it allows\nowner: carol\napprovers: ["@acme/billing"]\nrisk: low\nsubjects: [person, workload]\ntarget:\n  statements:\n${statements}`
const statement = (actions: string, more = ''): string =>
  `    - actions: [${actions}]\n      resources: ["*"]\n${more}`
const DANGER = 'grants/systems/aws-prod/danger/entitlement.yaml'
const HELD = 'grants/systems/aws-prod/danger/alice.yaml'
const OTHER = 'grants/systems/aws-prod/other/entitlement.yaml'
const OTHER_HELD = 'grants/systems/aws-prod/other/alice.yaml'
const RULE = 'grants/rules/escalation.yaml'
const grant = (starts = '2026-11-15', expires = '2026-11-30'): string =>
  `reason: Looks into failed payments\nstarts: ${starts}\nexpires: ${expires}\n`
const rule = (more: string): string => `title: Nobody holds a path to administrator\n${more}`
const ESCALATION = rule('permissions: [privilege-escalation]\n')
const OWN = rule(
  'permissions: [copy-out]\nsets:\n  copy-out: [["s3:GetObject", "s3:PutBucketPolicy"], ["ses:SendRawEmail"]]\n'
)
const FOUND =
  'systems/aws-prod/danger/alice.yaml:1:1 error permissions-conflict "alice" can do together what the rule "escalation" forbids (Nobody holds a path to administrator; privilege-escalation): function-code (lambda:UpdateFunctionCode).'

/** Alice holds one or two entitlements with direct statements, under a rule. */
function world(rules: string, first: string, second: string | null = null): Case['patch'] {
  return {
    [RULE]: rules,
    [DANGER]: entitlement(first),
    [HELD]: grant(),
    ...(second === null ? {} : { [OTHER]: entitlement(second), [OTHER_HELD]: grant() })
  }
}

export const permissions: readonly Case[] = [
  {
    code: 'permissions-conflict',
    what: 'one grant that is a way to administrator',
    patch: world(ESCALATION, statement('"lambda:UpdateFunctionCode"')),
    found: [FOUND]
  },
  {
    code: 'permissions-conflict',
    what: 'an action beside the one that would do',
    patch: world(ESCALATION, statement('"lambda:UpdateFunctionConfiguration", "lambda:GetFunction"')),
    found: []
  },
  {
    code: 'permissions-conflict',
    what: 'two grants that are fine by themselves complete a way together',
    patch: world(OWN, statement('"s3:GetObject"'), statement('"s3:PutBucketPolicy"')),
    found: [
      'systems/aws-prod/other/alice.yaml:1:1 error permissions-conflict "alice" can do together what the rule "escalation" forbids (Nobody holds a path to administrator; escalation/copy-out): copy-out-1 (s3:GetObject, s3:PutBucketPolicy).'
    ]
  },
  {
    code: 'permissions-conflict',
    what: 'the same two in turns are never held together',
    patch: {
      ...world(OWN, statement('"s3:GetObject"'), statement('"s3:PutBucketPolicy"')),
      [OTHER_HELD]: grant('2026-12-01', '2026-12-10')
    },
    found: []
  },
  {
    code: 'permissions-conflict',
    what: 'a half of it through a workload that she owns',
    patch: {
      ...world(OWN, statement('"s3:GetObject"')),
      [OTHER]: entitlement(statement('"s3:PutBucketPolicy"')),
      'grants/systems/aws-prod/other/exporter.yaml': `${grant()}task: https://acme.example/1\n`
    },
    found: [
      'systems/aws-prod/other/exporter.yaml:1:1 warning permissions-unsure "alice" may be able to do together (this is unsure) what the rule "escalation" forbids (Nobody holds a path to administrator; escalation/copy-out): copy-out-1 (s3:GetObject, s3:PutBucketPolicy). Unsure because its actions are allowed to different identities (arn:aws:iam::123456789012:role/ci/exporter, arn:aws:iam::123456789012:user/alice), and some services ask whether the caller itself may do all of it.'
    ]
  },
  {
    code: 'permissions-warning',
    what: 'a rule that only warns',
    patch: world(`${ESCALATION}severity: warning\n`, statement('"lambda:Update*"')),
    found: [FOUND.replace('error permissions-conflict', 'warning permissions-warning')]
  },
  {
    code: 'permissions-warning',
    what: 'a rule of another system',
    patch: {
      ...world(`${ESCALATION}severity: warning\nsystems: [aws-test]\n`, statement('"lambda:Update*"')),
      'grants/systems/aws-test/system.yaml':
        'title: AWS test\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: { account: "123456789013", region: eu-central-1 }\n'
    },
    found: []
  },
  {
    code: 'permissions-unsure',
    what: 'under a condition',
    patch: world(
      ESCALATION,
      statement(
        '"lambda:UpdateFunctionCode"',
        '      conditions: { Bool: { "aws:MultiFactorAuthPresent": "true" } }\n'
      )
    ),
    found: [
      'systems/aws-prod/danger/alice.yaml:1:1 warning permissions-unsure "alice" may be able to do together (this is unsure) what the rule "escalation" forbids (Nobody holds a path to administrator; privilege-escalation): function-code (lambda:UpdateFunctionCode). Unsure because aws-prod/danger allows lambda:UpdateFunctionCode under conditions on aws:MultiFactorAuthPresent.'
    ]
  },
  {
    code: 'permissions-unsure',
    what: 'a resource that the action is never about',
    patch: world(
      ESCALATION,
      '    - actions: ["lambda:UpdateFunctionCode"]\n      resources: ["arn:aws:s3:::billing/*"]\n'
    ),
    found: []
  },
  {
    code: 'rule-set-invalid',
    what: 'a set that nobody wrote, an action that AWS doesn’t have, a built-in set written anew',
    patch: {
      [RULE]: rule(
        'permissions: [privilege-escalations, mine]\nsets:\n  mine: [["s3:GetObjekt"], ["s3:Nothing*"]]\n  log-tampering: [["s3:GetObject"]]\n'
      )
    },
    found: [
      'rules/escalation.yaml:2:15 error rule-set-invalid There is no action set "privilege-escalations".',
      'rules/escalation.yaml:4:11 error rule-set-invalid AWS has no action "s3:GetObjekt".',
      'rules/escalation.yaml:4:29 error rule-set-invalid "s3:Nothing*" matches no action of AWS.',
      'rules/escalation.yaml:5:3 error rule-set-invalid "log-tampering" is a built-in set and can’t be written anew.'
    ]
  },
  {
    code: 'rule-set-invalid',
    what: 'an own set beside a built-in one',
    patch: {
      [RULE]: rule('permissions: [key-takeover, mine]\nsets:\n  mine: [["s3:Get*", "kms:Decrypt"]]\n')
    },
    found: []
  }
]
