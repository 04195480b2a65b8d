import type { Book, Entry } from '../../src/book/book.ts'
import type { Person } from '../../src/book/kinds/person.ts'
import type { Workload } from '../../src/book/kinds/workload.ts'
import type { World, WorldAccount, WorldRole, WorldUser } from '../../src/sandbox/world.ts'
import { careless, PROVIDERS, workloadTrust } from './workload-trust.ts'

/** Name of the user whose keys the demo's runs hold; it may assume Grantbook's own roles in both accounts and nothing else. */
export const RUNNER = 'grantbook-runner'
const RUNNER_ACCOUNT = '123456789012'

/**
 * Two AWS accounts as Grantbook would find them: the users, roles and group that the book names, the roles that
 * Grantbook works with, and a good deal that is none of its business and must come out of the demo as it went in.
 */
export function acmeWorld(book: Book, now: string): World {
  const accounts = [...book.systems.values()].map(({ id, data }) =>
    accountOf(book, id, String(data.settings['account']))
  )
  return { now, aws: accounts }
}

function accountOf(book: Book, system: string, account: string): WorldAccount {
  const users = namesIn(book.people, system, 'user').map(({ name }) => userOf(name))
  const holders = namesIn(book.workloads, system, 'role')
  const workloads = holders.map(({ name }) => name)
  const entitlements = [...book.entitlements.values()].flatMap(({ system: at, data }) =>
    at === system && typeof data.target?.['assumeRole'] === 'string' ? [data.target['assumeRole']] : []
  )
  return {
    account,
    alias: `acme-${system.slice('aws-'.length)}`,
    users: [...users, ...(account === RUNNER_ACCOUNT ? [runner()] : []), ...foreignUsers()],
    roles: [
      ...holders.map(({ name, data }) => workloadRole(account, name, data)),
      ...entitlements.map((arn) => entitlementRole(account, arn, workloads)),
      ownRole('read', READS),
      ownRole('write', [...READS, ...WRITES]),
      ownRole('remediate', [...READS, ...TAKES_AWAY]),
      terraform(account)
    ],
    groups: [{ name: 'auditors', attached: ['arn:aws:iam::aws:policy/SecurityAudit'] }],
    policies: [{ name: 'eu-only', path: '/guardrails/', document: EU_ONLY }],
    oidcProviders: PROVIDERS
  }
}

/** Those with an account of that kind in a system, by its name. */
function namesIn<T extends Person | Workload>(
  holders: ReadonlyMap<string, Entry<T>>,
  system: string,
  kind: 'user' | 'role'
): readonly { readonly name: string; readonly data: T }[] {
  return [...holders.values()].flatMap(({ data }) => {
    const name = data.accounts?.[system]?.[kind]
    return typeof name === 'string' ? [{ name, data }] : []
  })
}

// Written by hand years ago, spaces and all: Grantbook must not change a byte of it.
const OWN_KEYS =
  '{ "Version":"2012-10-17",\n   "Statement": { "Effect":"Allow","Action": ["iam:ChangePassword" ,"iam:*AccessKey*"],\n   "Resource":"arn:aws:iam::*:user/${aws:username}" } }\n'

const EU_ONLY =
  '{"Version":"2012-10-17","Statement":[{"Sid":"EuOnly","Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-central-1","us-east-1"]}}}]}'

const READS = ['iam:Get*', 'iam:List*', 'iam:GenerateCredentialReport', 'cloudtrail:LookupEvents']
const TAKES_AWAY = ['Detach', 'Delete']
  .flatMap((verb) => ['User', 'Role', 'Group'].map((kind) => `iam:${verb}${kind}Policy`))
  .concat('iam:UpdateAccessKey', 'iam:DeleteAccessKey', 'iam:DeleteLoginProfile', 'iam:DeleteUser')
const WRITES = ['Put', 'Delete', 'Attach', 'Detach']
  .flatMap((verb) => ['User', 'Role'].map((kind) => `iam:${verb}${kind}Policy`))
  .concat('iam:CreatePolicy*', 'iam:DeletePolicy*', 'iam:AddUserToGroup', 'iam:RemoveUserFromGroup')

function userOf(name: string): WorldUser {
  return { name, keys: 1, attached: ['eu-only'], inline: { 'own-keys': OWN_KEYS } }
}

function foreignUsers(): readonly WorldUser[] {
  const quarantine = allow('Deny', ['*'], '*')
  return [
    { name: 'mallory', keys: 1, attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    {
      name: 'old-build-server',
      path: '/machines/',
      inline: { quarantine },
      attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
    }
  ]
}

function runner(): WorldUser {
  const assume = allow('Allow', ['sts:AssumeRole'], 'arn:aws:iam::*:role/grantbook/*')
  return { name: RUNNER, keys: 1, inline: { assume } }
}

/** One of them was given a trust that is too wide. */
function workloadRole(account: string, pathAndName: string, { runs }: Workload): WorldRole {
  const trusted =
    pathAndName === 'ci/deploy-shop' ? careless(account, 'acme/shop') : workloadTrust(account, runs)
  return { ...split(pathAndName), trust: trusted }
}

/** Lets in whoever of the account's users and workloads has a policy for it, and no entitlement role: no chains. */
function entitlementRole(account: string, arn: string, workloads: readonly string[]): WorldRole {
  const folders = new Set(workloads.map((name) => `arn:aws:iam::${account}:role/${name.split('/')[0]}/*`))
  const condition = { ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${account}:user/*`, ...folders] } }
  const name = arn.slice(arn.indexOf('role/') + 'role/'.length)
  return {
    ...split(name),
    maxSessionDuration: 3600,
    trust: trust({ AWS: `arn:aws:iam::${account}:root` }, 'sts:AssumeRole', condition),
    inline: { work: allow('Allow', ['s3:GetObject'], `arn:aws:s3:::acme-${name.split('/').at(-1)}/*`) }
  }
}

function ownRole(name: string, actions: readonly string[]): WorldRole {
  return {
    name,
    path: '/grantbook/',
    trust: trust({ AWS: `arn:aws:iam::${RUNNER_ACCOUNT}:user/${RUNNER}` }, 'sts:AssumeRole'),
    inline: { own: allow('Allow', actions, '*') }
  }
}

function terraform(account: string): WorldRole {
  return {
    name: 'terraform',
    trust: trust({ AWS: `arn:aws:iam::${account}:root` }, 'sts:AssumeRole'),
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess']
  }
}

function split(pathAndName: string): { readonly name: string; readonly path: string } {
  const at = pathAndName.lastIndexOf('/')
  return { name: pathAndName.slice(at + 1), path: `/${pathAndName.slice(0, at + 1)}` }
}

function allow(
  effect: 'Allow' | 'Deny',
  actions: readonly string[],
  resource: string
): Record<string, unknown> {
  return { Version: '2012-10-17', Statement: [{ Effect: effect, Action: actions, Resource: resource }] }
}

function trust(principal: object, action: string, condition?: object): Record<string, unknown> {
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition })
  }
  return { Version: '2012-10-17', Statement: [statement] }
}
