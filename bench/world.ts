import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How large a made-up repository is to be. The rest follows from the number of grants. */
export interface Size {
  readonly grants: number
  /** Grants of one subject; five if absent. */
  readonly each?: number
  /** AWS accounts; one for every 25 entitlements if absent. */
  readonly systems?: number
}

/** What one was made of. */
export interface Made {
  readonly people: number
  readonly workloads: number
  readonly systems: number
  readonly entitlements: number
  readonly grants: number
  readonly files: number
}

const SAMPLE = fileURLToPath(new URL('../grants', import.meta.url))
const GRANTS_AN_ENTITLEMENT = 200
const ENTITLEMENTS_A_SYSTEM = 25

const padded = (n: number, width: number) => String(n).padStart(width, '0')
const accountOf = (system: number) => padded(100_000_000_000 + system, 12)
const header = (up: number, kind: string) =>
  `# yaml-language-server: $schema=${'../'.repeat(up)}schemas/${kind}.schema.json\n`

/**
 * Writes a valid repository with so many grants below `dir` and commits it: files shaped and worded like the sample's,
 * four fifths of the subjects people, two hundred grants an entitlement. Deterministic.
 */
export function makeRepository(dir: string, { grants, each = 5, systems: systemCount }: Size): Made {
  const subjects = Math.ceil(grants / each)
  const workloads = Math.floor(subjects / 5)
  const people = subjects - workloads
  const entitlements = Math.max(each, Math.ceil(grants / GRANTS_AN_ENTITLEMENT))
  const systems = systemCount ?? Math.max(1, Math.ceil(entitlements / ENTITLEMENTS_A_SYSTEM))
  let files = 0
  const folders = new Set<string>()
  const write = (path: string, text: string) => {
    const file = join(dir, path)
    const folder = dirname(file)
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true })
      folders.add(folder)
    }
    writeFileSync(file, text)
    files++
  }
  mkdirSync(join(dir, 'grants'), { recursive: true })
  cpSync(join(SAMPLE, 'grantbook.yaml'), join(dir, 'grants/grantbook.yaml'))
  files++

  const systemOf = (entitlement: number) => `aws-${padded(entitlement % systems, 3)}`
  for (let n = 0; n < systems; n++) {
    const account = accountOf(n)
    write(
      `grants/systems/aws-${padded(n, 3)}/system.yaml`,
      `${header(3, 'system')}title: AWS account ${n}\nconnector: aws-iam\nowner: person-000000\noutOfBand: report\nsettings:\n` +
        `  account: "${account}"\n  region: eu-central-1\n`
    )
  }
  for (let n = 0; n < entitlements; n++) {
    const account = accountOf(n % systems)
    write(
      `grants/systems/${systemOf(n)}/role-${padded(n, 4)}/entitlement.yaml`,
      `${header(4, 'entitlement')}title: Work with data set ${n}\ndescription: Read and write the objects of data set ${n}.\n` +
        `owner: person-000000\napprovers: ["@acme/data-${n % 40}"]\nrisk: medium\nsubjects: [person, workload]\n` +
        `target: { assumeRole: "arn:aws:iam::${account}:role/entitlements/role-${padded(n, 4)}" }\n`
    )
  }
  const holdings = (subject: number) =>
    Array.from({ length: each }, (_, i) => subject * each + i)
      .filter((index) => index < grants)
      .map((index) => index % entitlements)
  for (let n = 0; n < subjects; n++) {
    const isPerson = n < people
    const id = isPerson ? `person-${padded(n, 6)}` : `workload-${padded(n, 6)}`
    const held = holdings(n)
    const accounts = [...new Set(held.map(systemOf))].map(
      (s) => `  ${s}: ${isPerson ? `{ user: ${id} }` : `{ role: ci/${id} }`}\n`
    )
    const folder = `g${padded(Math.floor(n / 1000), 3)}`
    if (isPerson) {
      write(
        `grants/people/${folder}/${id}.yaml`,
        `${header(3, 'person')}name: Person Number ${n}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${500_000 + n}\n` +
          (n > 0 ? 'manager: person-000000\n' : '') +
          `accounts:\n${accounts.join('')}`
      )
    } else {
      write(
        `grants/workloads/${folder}/${id}.yaml`,
        `${header(3, 'workload')}title: Job ${n}\nkind: pipeline\nowner: person-${padded(n % people, 6)}\nbackup: person-${padded((n + 1) % people, 6)}\n` +
          `purpose: Moves the day's records of data set ${n}\nexpires: 2027-05-31\nruns:\n  - { kind: github-actions, ref: "repo:acme/job-${n}:environment:prod" }\n` +
          `accounts:\n${accounts.join('')}`
      )
    }
    for (const entitlement of held) {
      const day = padded((n % 28) + 1, 2)
      write(
        `grants/systems/${systemOf(entitlement)}/role-${padded(entitlement, 4)}/${id}.yaml`,
        `${header(4, 'grant')}reason: Work on data set ${entitlement} for the quarterly review of orders\nstarts: 2026-11-${day}\nexpires: 2027-02-${day}\nticket: OPS-${1000 + n}\n` +
          (isPerson ? '' : `task: https://github.com/acme/job-${n}/issues/${entitlement}\n`)
      )
    }
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dir, '-c', 'gc.auto=0', ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  git('init', '-q', '-b', 'main')
  // Whoever measures in it doesn't want git to tidy up meanwhile.
  git('config', 'gc.auto', '0')
  git('config', 'maintenance.auto', 'false')
  git('add', '-A')
  git('-c', 'user.name=Acme', '-c', 'user.email=acme@acme.example', 'commit', '-qm', 'A made-up repository')
  return { people, workloads, systems, entitlements, grants, files }
}
