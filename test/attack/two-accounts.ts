import type { World } from '../../src/sandbox/world.ts'
import { ACCOUNT, BASE, type Files } from '../support/book.ts'
import { environmentOf } from '../support/repository.ts'
import { worldOf, type ApplyJson, type Scene } from '../support/scene.ts'

/** A second account, reached from the first by a role. */
export const OTHER = '210987654321'

const WRITE = `arn:aws:iam::${OTHER}:role/grantbook-write`

/** Two systems in two accounts; alice is a user in both. `both` is a bundle with something in each. */
export const TWO: Files = {
  ...BASE,
  'grants/people/alice.yaml': (BASE['grants/people/alice.yaml'] ?? '').replace(
    'accounts: {aws-prod: {user: alice}}',
    'accounts: {aws-prod: {user: alice}, aws-west: {user: alice}}'
  ),
  'grants/systems/aws-west/system.yaml': `title: AWS west\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: {account: "${OTHER}", region: eu-central-1, readRole: "${WRITE}", writeRole: "${WRITE}"}\n`,
  'grants/systems/aws-west/mail-read/entitlement.yaml': west(
    'mail-read',
    'target: {statements: [{actions: ["ses:GetAccount"], resources: ["*"]}]}'
  ),
  'grants/systems/aws-west/watchers/entitlement.yaml': west('watchers', 'target: {group: watchers}'),
  'grants/systems/aws-prod/both/entitlement.yaml': west(
    'both',
    'includes: [aws-prod/billing-read, aws-west/mail-read]'
  )
}

/** An entitlement of this name. */
export function west(name: string, more: string): string {
  return `title: ${name}\ndescription: What ${name} allows.\nowner: carol\napprovers: ["@acme/billing"]\nrisk: medium\nsubjects: [person, workload]\n${more}\n`
}

const ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

/** The two accounts. */
export function twoAccounts(): World {
  const first = worldOf()
  const aws = (first.aws ?? []).map((account) => ({
    ...account,
    users: [...(account.users ?? []), { name: 'runner', keys: 1, inline: { all: ALL } }]
  }))
  return {
    ...first,
    aws: [
      ...aws,
      {
        account: OTHER,
        users: [{ name: 'alice', keys: 1 }],
        groups: [{ name: 'watchers' }],
        roles: [
          {
            name: 'grantbook-write',
            trust: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/runner` },
                  Action: 'sts:AssumeRole'
                }
              ]
            },
            inline: { all: ALL }
          }
        ]
      }
    ]
  }
}

/** Runs apply as somebody who may work in both accounts. */
export function applyBoth(
  scene: Scene,
  ...args: readonly string[]
): Promise<ApplyJson & { readonly status: number; readonly err: string }> {
  const keys = scene.sandbox.aws.accounts[0]?.users['runner']
  const environment = {
    ...environmentOf(scene.sandbox),
    AWS_ACCESS_KEY_ID: keys?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey ?? ''
  }
  return scene.applyWith({ environment }, ...args)
}
