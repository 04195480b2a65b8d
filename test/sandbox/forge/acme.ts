import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Octokit } from '@octokit/rest'
import { onTestFinished } from 'vitest'
import { ROUTES } from '../../../src/sandbox/forge/routes.ts'
import type { Repository } from '../../../src/sandbox/forge/state-repository.ts'
import { findRepository } from '../../../src/sandbox/forge/state.ts'
import type { Sandbox, SandboxForge } from '../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import type { World } from '../../../src/sandbox/world.ts'
import { watch, type Watch } from '../../support/openapi/watch.ts'

/** What the forge serves. The root folder is in GitHub's description as any other. */
export const OPERATIONS = ROUTES.filter(({ path }) => !path.endsWith('/contents')).map(
  ({ method, path }) => `${method} ${path}`
)

/** Where the repository is; spread into calls. */
export const ACCESS = { owner: 'acme', repo: 'access' } as const
export const NOW = Date.UTC(2026, 10, 20, 9)

const CODEOWNERS = `* @acme/governance
/grants/systems/aws-prod/ @acme/billing
/docs/ @frank-acme @acme/readers
/free/
`

/** The forge of Acme, which every answer is held against GitHub's description of. */
export interface Acme {
  readonly sandbox: Sandbox
  readonly forge: SandboxForge
  readonly watch: Watch
  /** The unmodified client with the token of a user or an App; null: without one. */
  readonly as: (name: string | null) => Octokit
  /** The repository as the forge holds it. */
  readonly repository: () => Repository
}

/** One repository with code owners, teams of all sorts, and rules by classic protection; `change` alters the world. */
export function acmeWorld(change: (world: AcmeWorld) => void = () => undefined): World {
  const world: AcmeWorld = {
    now: '2026-11-20T09:00:00Z',
    organization: 'acme',
    organizationSettings: { membersMayCreateTeams: false },
    users: [
      { login: 'olga-acme', id: 10, role: 'admin' },
      { login: 'alice-acme', id: 11, email: 'alice@acme.example', name: 'Alice' },
      { login: 'bob-acme', id: 12 },
      { login: 'carol-acme', id: 13 },
      { login: 'dave-acme', id: 14 },
      { login: 'erin-acme', id: 15 },
      { login: 'frank-acme', id: 16 },
      { login: 'grace-acme', id: 17 },
      { login: 'mallory', id: 18, role: 'outside' }
    ],
    apps: [
      { slug: 'grantbook-acme', id: 501 },
      {
        slug: 'other-ci',
        id: 502,
        permissions: { checks: 'write', contents: 'read', statuses: 'write' } as const
      },
      { slug: 'reader', id: 503, permissions: { contents: 'read' } }
    ],
    teams: [
      { slug: 'everybody', members: ['alice-acme', 'bob-acme'] },
      { slug: 'finance', members: ['grace-acme'] },
      {
        slug: 'billing',
        parent: 'finance',
        members: ['carol-acme'],
        maintainers: ['bob-acme'],
        pending: ['dave-acme']
      },
      { slug: 'governance', members: ['grace-acme'] },
      { slug: 'readers', members: ['erin-acme'] },
      { slug: 'hidden', privacy: 'secret', members: ['frank-acme'] }
    ],
    repositories: [
      {
        name: 'access',
        from: 'book',
        id: 900,
        write: ['everybody', 'billing', 'governance'],
        read: ['readers', 'frank-acme', 'dave-acme'],
        protection: {
          reviews: 1,
          codeOwners: true,
          checks: [{ context: 'grantbook', app: 'grantbook-acme' }],
          dismissal: ['governance']
        },
        environments: [
          {
            name: 'grantbook-apply',
            reviewers: ['governance', 'grace-acme'],
            preventSelfReview: true,
            waitMinutes: 5,
            branches: ['main'],
            secrets: ['APP_KEY']
          },
          { name: 'open' }
        ],
        secrets: ['OLD_KEY'],
        organizationSecrets: ['SHARED'],
        variables: { REGION: 'eu-west-1' },
        labels: ['bug']
      }
    ]
  }
  change(world)
  return world
}

type WorldRepository = NonNullable<World['repositories']>[number]

export type AcmeWorld = World & { repositories: [WorldRepository] }

/** Starts Acme's forge; ended with the test file by {@link Sandbox.close}. */
export async function startAcme(change?: (world: AcmeWorld) => void): Promise<Acme> {
  const base = mkdtempSync(join(tmpdir(), 'acme-forge-'))
  write(base, 'book/.github/CODEOWNERS', CODEOWNERS)
  write(base, 'book/README.md', 'Access of Acme\n')
  write(base, 'book/grants/systems/aws-prod/billing-read/entitlement.yaml', 'title: Billing\n')
  const sandbox = await startSandbox(acmeWorld(change), { base })
  rmSync(base, { recursive: true })
  const { forge, github } = sandbox
  if (!forge || !github) throw new RangeError('The world has an organization')
  const watched = watch(OPERATIONS, new URL(github.api).pathname.replace(/\/$/u, ''))
  return {
    sandbox,
    forge,
    watch: watched,
    as: (name) =>
      new Octokit({
        baseUrl: github.api,
        ...(name === null ? {} : { auth: forge.token(name) }),
        request: { fetch: watched.fetch },
        log: { debug() {}, info() {}, warn() {}, error() {} }
      }),
    repository: () => {
      const found = findRepository(forge.state, ACCESS.owner, ACCESS.repo)
      if (!found) throw new RangeError('The world has a repository')
      return found
    }
  }
}

/** Everything is put back when the test is over. */
export function putBack({ forge, sandbox }: Acme): void {
  const before = forge.snapshot()
  onTestFinished(() => {
    forge.restore(before)
    sandbox.clock.set(NOW)
  })
}

/** The status and the words of a refusal; throws if there is none. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; why: string }> {
  let answer: unknown
  try {
    answer = await call
  } catch (error) {
    const { response, status } = error as { status: number; response?: { data: Body } }
    const { errors = [], message = '' } = response?.data ?? {}
    const words = errors.map((one) => (typeof one === 'string' ? one : `${one.field}: ${one.code}`))
    return { status, why: [message, ...words].join(' | ') }
  }
  throw new RangeError(`It was not refused: ${JSON.stringify(answer).slice(0, 200)}`)
}

interface Body {
  readonly message?: string
  readonly errors?: readonly (string | { readonly field: string; readonly code: string })[]
}

/** Commits one file on a branch of its own and opens a pull request from it. */
export async function openPull(
  client: Octokit,
  branch: string,
  files: Readonly<Record<string, string>>,
  into = 'main'
): Promise<{ number: number; head: string }> {
  const tip = await client.git.getRef({ ...ACCESS, ref: `heads/${into}` })
  await client.git.createRef({ ...ACCESS, ref: `refs/heads/${branch}`, sha: tip.data.object.sha })
  let head = ''
  for (const [path, text] of Object.entries(files)) head = await commitFile(client, branch, path, text)
  const { data } = await client.pulls.create({
    ...ACCESS,
    head: branch,
    base: into,
    title: `Change ${branch}`
  })
  return { number: data.number, head }
}

/** Commits a file on a branch, and gives the commit. */
export async function commitFile(
  client: Octokit,
  branch: string,
  path: string,
  text: string
): Promise<string> {
  const content = Buffer.from(text).toString('base64')
  const { data } = await client.repos.createOrUpdateFileContents({
    ...ACCESS,
    branch,
    path,
    content,
    message: `Write ${path}`,
    ...(await shaOf(client, branch, path))
  })
  return data.commit.sha ?? ''
}

async function shaOf(client: Octokit, ref: string, path: string): Promise<{ sha?: string }> {
  try {
    const { data } = await client.repos.getContent({ ...ACCESS, ref, path })
    return Array.isArray(data) ? {} : { sha: data.sha }
  } catch (error) {
    if ((error as { status?: number }).status === 404) return {}
    throw error
  }
}

function write(base: string, path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}
