import { writeInstant } from '../../src/book/instant.ts'
import type { World, WorldAccount } from '../../src/sandbox/world.ts'
import { NOW, type Files } from '../support/book.ts'
import { settingsSignedBy, testSigner } from '../support/keys.ts'

/** The three accounts, by the name of their system. `gold` takes away what was found outside in time, the others tell. */
export const ACCOUNTS = { gold: '111111111111', iron: '222222222222', zinc: '333333333333' } as const
export type SystemId = keyof typeof ACCOUNTS
export const SYSTEMS: readonly SystemId[] = ['gold', 'iron', 'zinc']
export const RUNNER = 'grantbook-runner'
export const APP = 'grantbook-acme'
export const REPOSITORY = 'acme/access'

const COUNT = { people: 200, workloads: 60 }

/** Something that can be held in each system. */
export interface Item {
  readonly id: string
  readonly risk: 'medium' | 'high'
  readonly target: (account: string) => string
  readonly emergency: boolean
}

const role = (id: string) => (account: string) => `{assumeRole: "${roleArn(account, id)}"}`

export const ITEMS: readonly Item[] = [
  { id: 'read', risk: 'medium', target: role('read'), emergency: false },
  { id: 'write', risk: 'medium', target: role('write'), emergency: false },
  { id: 'admin', risk: 'high', target: role('admin'), emergency: true },
  {
    id: 'logs',
    risk: 'medium',
    target: () => '{statements: [{actions: ["logs:GetLogEvents"], resources: ["*"]}]}',
    emergency: false
  },
  { id: 'auditors', risk: 'medium', target: () => '{group: auditors}', emergency: false }
]

export function roleArn(account: string, id: string): string {
  return `arn:aws:iam::${account}:role/entitlements/${id}`
}

export interface Person {
  readonly id: string
  readonly login: string
  readonly number: number
  readonly systems: readonly SystemId[]
}

export interface Workload {
  readonly id: string
  readonly system: SystemId
  readonly owner: string
  readonly backup: string | null
}

const pad = (n: number): string => String(n).padStart(3, '0')

export const PEOPLE: readonly Person[] = Array.from({ length: COUNT.people }, (_, n) => ({
  id: `p${pad(n)}`,
  login: `p${pad(n)}-acme`,
  number: 1000 + n,
  systems: SYSTEMS.filter((_one, at) => at === n % 3 || (n % 4 === 0 && at === (n + 1) % 3))
}))

export const WORKLOADS: readonly Workload[] = Array.from({ length: COUNT.workloads }, (_, n) => ({
  id: `w${pad(n)}`,
  system: SYSTEMS[n % 3] ?? 'gold',
  owner: `p${pad(20 + n * 3)}`,
  backup: n % 2 === 0 ? `p${pad(21 + n * 3)}` : null
}))

const idsOf = (from: number, to: number): readonly string[] => PEOPLE.slice(from, to).map(({ id }) => id)

/** Who is in which team; nobody is in two. Those who approve never leave and never ask for anything. */
export const TEAMS: Readonly<Record<string, readonly string[]>> = {
  'access-governance': idsOf(0, 4),
  security: idsOf(4, 7),
  'on-call': idsOf(7, 10),
  'owners-gold': idsOf(10, 13),
  'owners-iron': idsOf(13, 16),
  'owners-zinc': idsOf(16, 19)
}

export function personFile({ id, login, number, systems }: Person, ends: string | null = null): string {
  const accounts = systems.map((system) => `${system}: {user: ${id}}`).join(', ')
  return `name: ${id}\nemail: ${id}@acme.example\ngithub: ${login}\ngithubId: ${number}\naccounts: {${accounts}}\n${ends === null ? '' : `ends: ${ends}\n`}`
}

function workloadFile({ id, system, owner, backup }: Workload): string {
  return `title: ${id}\nkind: pipeline\nowner: ${owner}\n${backup === null ? '' : `backup: ${backup}\n`}purpose: It exports things\nexpires: 2028-12-31\nruns: [{kind: github-actions, ref: "repo:acme/${id}:environment:prod"}]\naccounts: {${system}: {role: ci/${id}}}\n`
}

function systemFile(system: SystemId): string {
  const account = ACCOUNTS[system]
  const own = (purpose: string): string =>
    `${purpose}Role: "arn:aws:iam::${account}:role/grantbook/own-${purpose}"`
  return `title: ${system}\nconnector: aws-iam\nowner: ${TEAMS[`owners-${system}`]?.[0] ?? ''}\noutOfBand: ${system === 'gold' ? 'revoke' : 'report'}\nknown: [root, user/${RUNNER}]\nsettings: {account: "${account}", region: eu-central-1, ${['read', 'write', 'remediate'].map(own).join(', ')}}\n`
}

function entitlementFile(system: SystemId, { id, risk, target, emergency }: Item): string {
  return `title: ${id}\ndescription: What ${id} allows.\nowner: ${TEAMS[`owners-${system}`]?.[0] ?? ''}\napprovers: ["@acme/owners-${system}"]\nrisk: ${risk}\nsubjects: [person, workload]\ntarget: ${target(ACCOUNTS[system])}\n${emergency ? 'emergency: {approvers: ["@acme/on-call"], maxDuration: 4h}\n' : ''}`
}

/** The book with which the year begins: nobody holds anything yet. */
export function yearBook(): Files {
  return {
    'grants/grantbook.yaml': settingsSignedBy(testSigner(1)),
    ...Object.fromEntries(PEOPLE.map((one) => [`grants/people/${one.id}.yaml`, personFile(one)])),
    ...Object.fromEntries(WORKLOADS.map((one) => [`grants/workloads/${one.id}.yaml`, workloadFile(one)])),
    ...Object.fromEntries(
      SYSTEMS.flatMap((system) => [
        [`grants/systems/${system}/system.yaml`, systemFile(system)],
        ...ITEMS.map((item) => [
          `grants/systems/${system}/${item.id}/entitlement.yaml`,
          entitlementFile(system, item)
        ])
      ])
    )
  }
}

const ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

function trusting(principal: object, action: string, condition?: object): Record<string, unknown> {
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition })
  }
  return { Version: '2012-10-17', Statement: [statement] }
}

function accountOf(system: SystemId): WorldAccount {
  const account = ACCOUNTS[system]
  const holders = {
    ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${account}:user/*`, `arn:aws:iam::${account}:role/ci/*`] }
  }
  const root = { AWS: `arn:aws:iam::${account}:root` }
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`
  return {
    account,
    users: [
      ...PEOPLE.filter(({ systems }) => systems.includes(system)).map(({ id }) => ({ name: id })),
      ...(system === 'gold' ? [{ name: RUNNER, keys: 1, inline: { all: ALL } }] : [])
    ],
    roles: [
      ...['read', 'write', 'admin'].map((name) => ({
        name,
        path: '/entitlements/',
        trust: trusting(root, 'sts:AssumeRole', holders)
      })),
      ...['read', 'write', 'remediate'].map((name) => ({
        name: `own-${name}`,
        path: '/grantbook/',
        trust: trusting({ AWS: `arn:aws:iam::${ACCOUNTS.gold}:user/${RUNNER}` }, 'sts:AssumeRole'),
        inline: { all: ALL }
      })),
      ...WORKLOADS.filter((one) => one.system === system).map(({ id }) => ({
        name: id,
        path: '/ci/',
        trust: trusting({ Federated: provider }, 'sts:AssumeRoleWithWebIdentity', {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': `repo:acme/${id}:environment:prod`
          }
        })
      }))
    ],
    groups: [{ name: 'auditors' }],
    oidcProviders: [{ url: 'https://token.actions.githubusercontent.com', clients: ['sts.amazonaws.com'] }]
  }
}

/** GitHub and AWS on the first day. */
export function yearWorld(): World {
  return {
    now: writeInstant(NOW),
    organization: 'acme',
    users: PEOPLE.map(({ id, login, number }, n) => ({
      login,
      id: number,
      email: `${id}@acme.example`,
      ...(n === 0 ? { role: 'admin' as const } : {})
    })),
    apps: [{ slug: APP }],
    teams: Object.entries(TEAMS).map(([slug, members]) => ({
      slug,
      members: members.map((id) => `${id}-acme`)
    })),
    repositories: [
      {
        name: 'access',
        write: [...Object.keys(TEAMS), ...PEOPLE.map(({ login }) => login)],
        admin: ['p000-acme']
      }
    ],
    aws: SYSTEMS.map(accountOf)
  }
}
