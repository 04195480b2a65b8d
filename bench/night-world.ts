import { generateCodeowners } from '../src/approval/codeowners/generate.ts'
import { blobId } from '../src/book/grant-key.ts'
import type { Book } from '../src/book/book.ts'
import { effectiveWindow, subjectOf } from '../src/book/effective.ts'
import { load } from '../src/book/load.ts'
import { DEFAULT_LIMITS, kindOf } from '../src/connectors/aws-iam/limits.ts'
import { compile } from '../src/connectors/aws-iam/compile.ts'
import { instanceOf } from '../src/connectors/aws-iam/names.ts'
import { INLINE, place, roomFor } from '../src/connectors/aws-iam/place.ts'
import { documentText } from '../src/connectors/aws-iam/statement.ts'
import type { Holding } from '../src/connectors/connector.ts'
import type { World } from '../src/sandbox/world.ts'

/** How large an organisation is to be. */
export interface NightSize {
  readonly grants: number
  readonly systems: number
  /** Grants of one subject. */
  readonly each: number
  /** In how many systems one subject's grants are. */
  readonly spread: number
}

/** Files of a repository, and AWS accounts in which exactly what they ask for stands already. */
export interface NightWorld {
  readonly files: ReadonlyMap<string, string>
  readonly aws: NonNullable<World['aws']>
  readonly principals: number
}

type Account = NonNullable<World['aws']>[number]

const ENTITLEMENTS_A_SYSTEM = 25
const padded = (n: number, width: number) => String(n).padStart(width, '0')
const systemId = (n: number) => `aws-${padded(n, 3)}`
const account = (n: number) => padded(100_000_000_000 + n, 12)
const header = (up: number, kind: string) =>
  `# yaml-language-server: $schema=${'../'.repeat(up)}schemas/${kind}.schema.json\n`
/** Where a system's own number stands. */
const entitlementId = (n: number) => `role-${padded(n, 4)}`

/** A made-up organisation in which nothing is left to do at the end of November 2026. Deterministic. */
export function nightWorld({ grants, systems, each, spread }: NightSize, signer: string): NightWorld {
  const subjects = Math.ceil(grants / each)
  const workloads = Math.floor(subjects / 5)
  const people = subjects - workloads
  const files = new Map<string, string>([['grants/grantbook.yaml', settings(signer)]])
  for (let n = 0; n < systems; n++) {
    files.set(
      `grants/systems/${systemId(n)}/system.yaml`,
      `${header(3, 'system')}title: AWS account ${n}\nconnector: aws-iam\nowner: person-000000\noutOfBand: report\nsettings:\n  account: "${account(n)}"\n  region: eu-central-1\n  readRole: "${runRole(n)}"\n  writeRole: "${runRole(n)}"\nknown: ["arn:aws:iam::${account(n)}:root"]\n`
    )
    for (let e = 0; e < ENTITLEMENTS_A_SYSTEM; e++)
      files.set(
        `grants/systems/${systemId(n)}/${entitlementId(e)}/entitlement.yaml`,
        `${header(4, 'entitlement')}title: Work with data set ${n}-${e}\ndescription: Read and write the objects of data set ${n}-${e}.\nowner: person-000000\napprovers: ["@acme/data-${n % 40}"]\nrisk: medium\nsubjects: [person, workload]\ntarget: { assumeRole: "${roleArn(n, e)}" }\n`
      )
  }
  for (let s = 0; s < subjects; s++) {
    const isPerson = s < people
    const id = isPerson ? `person-${padded(s, 6)}` : `workload-${padded(s, 6)}`
    const own = Array.from({ length: spread }, (_, i) => (s + i) % systems)
    const accounts = own
      .map((n) => `  ${systemId(n)}: ${isPerson ? `{ user: ${id} }` : `{ role: ci/${id} }`}\n`)
      .join('')
    const folder = `g${padded(Math.floor(s / 1000), 3)}`
    if (isPerson)
      files.set(
        `grants/people/${folder}/${id}.yaml`,
        `${header(3, 'person')}name: Person Number ${s}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${500_000 + s}\n${s > 0 ? 'manager: person-000000\n' : ''}accounts:\n${accounts}`
      )
    else
      files.set(
        `grants/workloads/${folder}/${id}.yaml`,
        `${header(3, 'workload')}title: Job ${s}\nkind: pipeline\nowner: person-${padded(s % people, 6)}\nbackup: person-${padded((s + 1) % people, 6)}\npurpose: Moves the day's records of data set ${s}\nexpires: 2027-05-31\nruns:\n  - { kind: github-actions, ref: "${jobOf(s)}" }\naccounts:\n${accounts}`
      )
    for (let g = 0; g < Math.min(each, grants - s * each); g++) {
      const [system, e] = [
        own[g % spread] ?? 0,
        (Math.floor(s / systems) + Math.floor(g / spread)) % ENTITLEMENTS_A_SYSTEM
      ]
      const day = padded((s % 28) + 1, 2)
      files.set(
        `grants/systems/${systemId(system)}/${entitlementId(e)}/${id}.yaml`,
        `${header(4, 'grant')}reason: Work on data set ${system}-${e} for the quarterly review of orders\nstarts: 2026-11-${day}\nexpires: 2027-02-${day}\nticket: OPS-${1000 + s}\n${isPerson ? '' : `task: https://github.com/acme/job-${s}/issues/${e}\n`}`
      )
    }
  }
  const book = bookOf(files)
  files.set('.github/CODEOWNERS', generateCodeowners(book) ?? '')
  const documents = documentsOf(book)
  const aws = Array.from({ length: systems }, (_, n) =>
    accountOf(n, book, documents.get(systemId(n)) ?? new Map())
  )
  const principals = [...documents.values()].reduce((sum, { size }) => sum + size, 0)
  return { files, aws: [RUNNER, ...aws], principals }
}

function bookOf(files: ReadonlyMap<string, string>): Book {
  const contents = new Map([...files].map(([path, text]) => [path, Buffer.from(text)]))
  const entries = [...contents].map(
    ([path, bytes]) => [path, { path, mode: '100644', blob: blobId(bytes), size: bytes.length }] as const
  )
  const { book, problems } = load({ entries: new Map(entries) }, contents)
  const [problem] = problems
  if (problem) throw new Error(`${problem.file}: ${problem.message}`)
  return book
}

/** The account from which every other one is reached, by a role there. */
const RUNNER: Account = {
  account: '999999999999',
  users: [
    {
      name: 'runner',
      keys: 1,
      inline: { all: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }
    }
  ]
}
const runRole = (system: number) => `arn:aws:iam::${account(system)}:role/grantbook/run`

const roleArn = (system: number, e: number) =>
  `arn:aws:iam::${account(system)}:role/entitlements/${entitlementId(e)}`
const jobOf = (subject: number) => `repo:acme/job-${subject}:environment:prod`

/** Inline policies by system and principal. */
function documentsOf(book: Book): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const held = new Map<string, Map<string, Holding[]>>()
  for (const grant of book.grants.values()) {
    const { window } = effectiveWindow(book, grant)
    const target = book.entitlements.get(grant.name)?.data.target
    const subject = subjectOf(book, grant.subject)
    if (!window || !subject) throw new Error(`${grant.path} has no window`)
    const principal = subject.kind === 'person' ? `user/${grant.subject}` : `role/ci/${grant.subject}`
    const system = held.get(grant.system) ?? new Map<string, Holding[]>()
    const list = system.get(principal) ?? []
    list.push({ grant: grant.path, entitlement: grant.name, target, ...window })
    held.set(grant.system, system.set(principal, list))
  }
  return new Map(
    [...held].map(([system, principals]) => [
      system,
      new Map([...principals].map(([principal, holdings]) => [principal, documentOf(principal, holdings)]))
    ])
  )
}

function documentOf(principal: string, holdings: readonly Holding[]): string {
  const room = roomFor(DEFAULT_LIMITS[kindOf(principal)], { inline: 0, attachments: 0 })
  const { layout, unplaced } = place(new Map(), compile(holdings), room)
  if (unplaced.length > 0 || layout.size > 1) throw new Error(`${principal} doesn’t fit into one policy`)
  return documentText(layout.get(INLINE) ?? [])
}

function accountOf(n: number, book: Book, documents: ReadonlyMap<string, string>): Account {
  const entry = book.systems.get(systemId(n))
  if (!entry) throw new Error('no such system')
  const instance = instanceOf({ id: entry.id, entry, repository: 'acme/access' })
  const number = account(n)
  const inline = (principal: string) => ({ [instance]: documents.get(principal) ?? '' })
  const names = [...documents.keys()].toSorted()
  return {
    account: number,
    users: names
      .filter((name) => name.startsWith('user/'))
      .map((name) => ({ name: name.slice('user/'.length), inline: inline(name) })),
    roles: [
      ...names
        .filter((name) => name.startsWith('role/'))
        .map((name) => ({
          name: name.slice('role/ci/'.length),
          path: '/ci/',
          trust: jobTrust(number, Number(name.slice(-6))),
          inline: inline(name)
        })),
      {
        name: 'run',
        path: '/grantbook/',
        trust: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::999999999999:user/runner' },
              Action: 'sts:AssumeRole'
            }
          ]
        },
        inline: {
          all: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }] }
        }
      },
      ...Array.from({ length: ENTITLEMENTS_A_SYSTEM }, (_, e) => ({
        name: entitlementId(e),
        path: '/entitlements/',
        trust: entitlementTrust(number)
      }))
    ],
    oidcProviders: [{ url: 'https://token.actions.githubusercontent.com', clients: ['sts.amazonaws.com'] }],
    quotas: { users: 10_000, roles: 10_000 }
  }
}

function jobTrust(number: string, subject: number) {
  const host = 'token.actions.githubusercontent.com'
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${number}:oidc-provider/${host}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: jobOf(subject) } }
      }
    ]
  }
}

function entitlementTrust(number: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${number}:root` },
        Action: 'sts:AssumeRole',
        Condition: {
          ArnLike: {
            'aws:PrincipalArn': [`arn:aws:iam::${number}:user/*`, `arn:aws:iam::${number}:role/ci/*`]
          }
        }
      }
    ]
  }
}

function settings(signer: string): string {
  const tiers = ['low', 'medium', 'high', 'critical']
    .map((tier) => `  ${tier}: {maxDuration: 180d, approvals: 1, ticket: optional}\n`)
    .join('')
  return `organization: acme\nrepository: acme/access\ngovernance: "@acme/access-governance"\nsecurity: "@acme/security"\napp: grantbook-acme\nevidence: {signers: ["${signer} bench"]}\nticket: {pattern: "OPS-[0-9]+", url: "https://tickets.acme.example/{ticket}"}\nrisk:\n${tiers}approvals: {maxAge: 14d}\nemergency: {maxDuration: 4h, renewals: 1, reviewWithin: 3d}\noutOfBand: {expiresAfter: 7d, tolerateFor: 180d}\nguard: {share: 0.1, floor: 5}\nnotice: 7d\nkeys: {maxAge: 90d}\norphans: {grace: 7d}\nheartbeat: {staleAfter: 26h}\n`
}
