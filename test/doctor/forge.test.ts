import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DoctorFinding } from '../../src/doctor/check.ts'
import type { ForgeSnapshot } from '../../src/sandbox/forge/hub.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { World } from '../../src/sandbox/world.ts'
import { cli, type Ran } from '../commands/cli.ts'

// What `init` writes, set up on a forge as docs/setup.md says, and then asked about with one setting changed at a time.
const run = promisify(execFile)
const SIGNER = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbsOCqHA6P+wLFA4ed1IfXigYX7l7NdfLsgXnThBAxC apply-2026'
const APP = 4711
const [ALICE, BOB] = [101, 102]
const FIRST = 'grants/people/first-person.yaml'

const PULL_REQUEST = {
  required_approving_review_count: 1,
  require_code_owner_review: true,
  dismiss_stale_reviews_on_push: true,
  require_last_push_approval: true,
  required_review_thread_resolution: false,
  dismissal_restriction: { enabled: true, allowed_actors: [] }
}
const MAIN = [
  { type: 'pull_request', parameters: PULL_REQUEST },
  {
    type: 'required_status_checks',
    parameters: {
      strict_required_status_checks_policy: false,
      required_status_checks: [{ context: 'grantbook', integration_id: APP }]
    }
  },
  { type: 'non_fast_forward' },
  { type: 'deletion' }
]
const EVIDENCE = [
  { type: 'creation' },
  { type: 'update' },
  { type: 'non_fast_forward' },
  { type: 'deletion' }
]
const KEYS = ['GRANTBOOK_APP_KEY', 'GRANTBOOK_SIGNING_KEY']

const world = (from: string): World => ({
  now: '2026-11-20T09:00:00Z',
  organization: 'acme',
  organizationSettings: { membersMayCreateTeams: false },
  users: [
    { login: 'alice-acme', id: ALICE, role: 'admin' },
    { login: 'bob-acme', id: BOB }
  ],
  apps: [{ slug: 'grantbook-acme', id: APP }],
  teams: [
    { slug: 'access-governance', members: ['alice-acme', 'bob-acme'] },
    { slug: 'security', members: ['alice-acme', 'bob-acme'] }
  ],
  repositories: [
    {
      name: 'access',
      from,
      write: ['access-governance', 'security', 'bob-acme'],
      rulesets: [
        { name: 'main', rules: MAIN },
        {
          name: 'evidence',
          include: ['refs/heads/evidence'],
          bypass: [{ actor: 'grantbook-acme', mode: 'always' }],
          rules: EVIDENCE
        }
      ],
      environments: [
        { name: 'grantbook-verdict', branches: ['main'], secrets: ['GRANTBOOK_APP_KEY'] },
        { name: 'grantbook-apply', branches: ['main'], secrets: KEYS },
        {
          name: 'grantbook-genesis',
          branches: ['main'],
          reviewers: ['access-governance'],
          preventSelfReview: true
        }
      ],
      merging: { rebase: false }
    }
  ]
})

let folder: string
let sandbox: Sandbox
let forge: SandboxForge
let begin: ForgeSnapshot

const git = (...args: readonly string[]) =>
  run('git', ['-C', folder, '-c', 'user.name=Alice', '-c', 'user.email=alice@acme.example', ...args])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grantbook-doctor-'))
  const uses = `acme/grantbook@${'0123456789'.repeat(4)}`
  const made = await cli(['init', '.', '--repository', 'acme/access', '--uses', uses, '--signer', SIGNER], {
    cwd: folder
  })
  if (made.status !== 0) throw new Error(made.err)
  for (const path of ['grants/grantbook.yaml', FIRST, 'grants/people/second-person.yaml']) {
    const text = await readFile(join(folder, path), 'utf8')
    const number = `githubId: ${path === FIRST ? ALICE : BOB}`
    const known = text.replaceAll(/ ?#.*CHANGE ME.*/gu, '').replace(/^githubId: \d+/mu, number)
    await writeFile(join(folder, path), known)
  }
  await git('init', '-q', '-b', 'main')
  await git('add', '-A')
  await git('commit', '-q', '-m', 'Begin')
  sandbox = await startSandbox(world(folder))
  if (!sandbox.forge) throw new Error('no forge')
  forge = sandbox.forge
  begin = forge.snapshot()
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  forge.restore(begin)
  sandbox.clearCalls()
})

async function doctor(
  who: string,
  ...args: readonly string[]
): Promise<{ ran: Ran; codes: readonly string[] }> {
  const environment = {
    GITHUB_API_URL: sandbox.github?.api,
    GITHUB_SERVER_URL: sandbox.github?.git,
    GITHUB_REPOSITORY: 'acme/access',
    GITHUB_TOKEN: forge.token(who)
  }
  const ran = await cli(['doctor', '--root', folder, '--format', 'json', ...args], {
    cwd: folder,
    environment
  })
  const { findings = [] }: { findings?: readonly DoctorFinding[] } = ran.out === '' ? {} : JSON.parse(ran.out)
  return { ran, codes: findings.map(({ code }) => code).toSorted() }
}

/** The forge's own repository, to change a setting of. */
function repository() {
  const [only] = forge.state.repositories.values()
  if (!only) throw new Error('no repository')
  return only
}

test('what init wrote, set up as the documents say, has no finding, and nothing was written', async () => {
  const { ran, codes } = await doctor('alice-acme')
  expect([ran.err, codes, ran.status]).toEqual(['', [], 0])
  expect(sandbox.calls().filter(({ kind }) => kind === 'write')).toEqual([])
})

test('whoever may not see the settings is told that they can’t be told', async () => {
  const { ran, codes } = await doctor('bob-acme')
  expect(ran.status).toBe(0)
  expect(new Set(codes)).toEqual(new Set(['bypass-unknown', 'cannot-tell']))
})

test('a ruleset that is off protects nothing', async () => {
  for (const each of repository().rulesets) each.enforcement = 'disabled'
  const { ran, codes } = await doctor('alice-acme')
  expect(ran.status).toBe(1)
  expect(codes).toContain('pull-request-not-required')
  expect(codes).toContain('evidence-unprotected')
  expect(codes).toContain('check-not-required')
})

test('an approver who has left counts no more', async () => {
  const file = join(folder, FIRST)
  const text = await readFile(file, 'utf8')
  await writeFile(file, `${text}ends: 2026-11-01\n`)
  await git('commit', '-q', '-a', '-m', 'Leave')
  try {
    expect((await doctor('alice-acme')).codes).toEqual(['owner-too-few', 'owner-too-few'])
  } finally {
    await git('reset', '-q', '--hard', 'HEAD~1')
  }
})

test('an environment that is gone', async () => {
  repository().environments.delete('grantbook-apply')
  expect((await doctor('alice-acme')).codes).toEqual(['environment-missing'])
})

test('a key among the repository’s secrets, and workflows that approve', async () => {
  repository().secrets.push('GRANTBOOK_SIGNING_KEY')
  repository().actions.mayApprove = true
  expect((await doctor('alice-acme')).codes).toEqual(['actions-may-approve', 'secret-exposed'])
})

test('GitHub that answers with errors leaves nothing unsaid', async () => {
  sandbox.setFaults([{ service: 'forge', kind: 'denied', times: 1000 }])
  const { ran, codes } = await doctor('alice-acme')
  expect(ran.status).toBe(0)
  expect(new Set(codes)).toEqual(new Set(['cannot-tell']))
  expect(codes.length).toBeGreaterThan(10)
  expect(ran.out + ran.err).not.toContain(forge.token('alice-acme'))
})

test('without a token it is exit status 2 that names the variable', async () => {
  const { status, err } = await cli(['doctor', '--root', folder], {
    cwd: folder,
    environment: { GITHUB_REPOSITORY: 'acme/access' }
  })
  expect(status).toBe(2)
  expect(err).toContain('GITHUB_TOKEN')
})
