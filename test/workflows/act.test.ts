import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Octokit } from '@octokit/rest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateCodeowners } from '../../src/approval/codeowners/generate.ts'
import { ownWorkflows, runnerWorkflows } from '../../src/init/workflows.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ACCOUNT, BASE, bookOf, entitlement, type Files } from '../support/book.ts'
import { settingsSignedBy, testPem, testSigner } from '../support/keys.ts'
import { worldOf } from '../support/scene.ts'
import { Stage, TOOL_COMMIT } from './act.ts'
import { INSTALL, node24, program } from './tools.ts'

// The shipped workflows, from an empty record to access that works, by nektos/act on this machine: the real files, the
// real bundle on Node 24, a forge and an IAM. The workflows take the machine's clock, so the sandbox is started at it.
const run = promisify(execFile)
const MISSING = program('act') === null || node24() === null
const PATH = 'grants/systems/aws-prod/billing-read/alice.yaml'
/** In twenty days, by the machine's clock. */
const UNTIL = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
const HOSTILE = '$(touch "$HOME/owned")`touch owned`;::error::x'

const person = (name: string, id: number): string =>
  `name: ${name}\nemail: ${name}@acme.example\ngithub: ${name}-acme\ngithubId: ${id}\naccounts: {aws-prod: {user: ${name}}}\n`
const BOOK: Files = {
  ...BASE,
  'grants/grantbook.yaml': settingsSignedBy(testSigner(1)),
  'grants/people/alice.yaml': person('alice', 101),
  'grants/people/bob.yaml': person('bob', 102),
  'grants/people/carol.yaml': person('carol', 103),
  'grants/systems/aws-prod/billing-read/entitlement.yaml': entitlement('billing-read')
}

describe.skipIf(MISSING)(`the shipped workflows (${INSTALL})`, () => {
  let sandbox: Sandbox
  let forge: SandboxForge
  let stage: Stage
  let clone: string
  const asked: { number: number; head: string } = { number: 0, head: '' }

  beforeAll(async () => {
    const now = new Date().toISOString().replace(/\.\d+/u, '')
    sandbox = await startSandbox({
      ...worldOf(),
      now,
      organization: 'acme',
      users: [
        { login: 'alice-acme', id: 101 },
        { login: 'bob-acme', id: 102 },
        { login: 'carol-acme', id: 103 },
        { login: 'reader-acme', id: 104 }
      ],
      apps: [{ slug: 'grantbook-acme' }],
      teams: [
        { slug: 'billing', members: ['bob-acme', 'carol-acme'] },
        { slug: 'access-governance', members: ['bob-acme', 'carol-acme'] },
        { slug: 'security', members: ['carol-acme'] }
      ],
      repositories: [
        {
          name: 'access',
          read: ['reader-acme'],
          write: ['alice-acme', 'billing', 'access-governance', 'security']
        }
      ]
    })
    if (!sandbox.forge) throw new Error('no forge')
    forge = sandbox.forge
    stage = await Stage.open(sandbox, {
      GRANTBOOK_APP_KEY: 'the-key-of-the-app',
      GRANTBOOK_SIGNING_KEY: testPem(1)
    })
    clone = stage.path('clone')
    await run('git', ['init', '-q', '-b', 'main', clone])
    // act takes the repository's name from here; nothing is fetched from there.
    await git('remote', 'add', 'origin', 'https://github.com/acme/access.git')
    put(BOOK)
    put({ '.github/CODEOWNERS': generateCodeowners(bookOf(BOOK).book) ?? '' })
    put(Object.fromEntries(ownWorkflows({ uses: `acme/grantbook@${TOOL_COMMIT}`, version: '0.1.0' })))
    await commit('Begin', 'main')
  })
  afterAll(async () => {
    stage.close()
    await sandbox.close()
  })

  /** Never waits in the way of the forge, which answers in this process. */
  async function git(...args: readonly string[]): Promise<string> {
    const identity = ['-c', 'user.name=Alice', '-c', 'user.email=alice@acme.example']
    return (await run('git', ['-C', clone, ...identity, ...args])).stdout.trim()
  }
  function put(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true })
      writeFileSync(join(clone, path), text)
    }
  }
  /** Commits what stands and pushes it to a branch, as alice. */
  async function commit(message: string, branch: string): Promise<string> {
    await git('add', '-A')
    await git('commit', '-q', '-m', message)
    await git('push', '-q', forge.url('acme/access', 'alice-acme'), `HEAD:refs/heads/${branch}`)
    return await git('rev-parse', 'HEAD')
  }
  function octokit(name: string): Octokit {
    return new Octokit({ baseUrl: sandbox.github?.api ?? '', auth: forge.token(name) })
  }
  async function verdict(): Promise<string | null> {
    const { data } = await octokit('alice-acme').rest.checks.listForRef({
      owner: 'acme',
      repo: 'access',
      ref: asked.head,
      check_name: 'grantbook',
      filter: 'latest'
    })
    return data.check_runs[0]?.conclusion ?? null
  }
  const at = { owner: 'acme', repo: 'access' }
  const mayAssume = (user = 'alice'): boolean =>
    sandbox.can({
      account: ACCOUNT,
      principal: `user/${user}`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
    }).allowed

  test('genesis: whoever dispatched it begins the record', async () => {
    const { status, log } = await stage.run(
      clone,
      'genesis.yml',
      'workflow_dispatch',
      { inputs: { recover: '' } },
      103
    )
    expect([status, log]).toEqual([0, expect.any(String)])
    const evidence = await git('ls-remote', forge.url('acme/access', 'reader-acme'), 'refs/heads/evidence')
    expect(evidence).toMatch(/^[0-9a-f]{40}\t/u)
  })

  test('a pull request with a mistake is annotated on its line, and names nothing that a shell ran', async () => {
    await git('checkout', '-q', '-b', 'request')
    put({ [PATH]: `reason: ${JSON.stringify(`Month-end close ${HOSTILE}`)}\nexpires: 2026-13-01\n` })
    asked.head = await commit(HOSTILE, 'request-$(touch-owned);x')
    const { data } = await octokit('alice-acme').rest.pulls.create({
      ...at,
      title: HOSTILE,
      head: 'request-$(touch-owned);x',
      base: 'main'
    })
    asked.number = data.number
    const { status, log } = await pullRequest()
    expect([status, log]).toEqual([1, expect.stringContaining(`file=${PATH},line=2`)])
  })

  /** What GitHub sends when a pull request is opened or pushed to. */
  function pullRequest() {
    const payload = {
      action: 'synchronize',
      number: asked.number,
      pull_request: { number: asked.number, title: HOSTILE, head: { sha: asked.head, ref: HOSTILE } }
    }
    return stage.run(clone, 'pull-request.yml', 'pull_request', payload, 101)
  }
  const judge = () =>
    stage.run(
      clone,
      'verdict.yml',
      'workflow_run',
      { action: 'completed', workflow_run: { head_sha: asked.head } },
      101
    )

  test('mended, it waits for approval', async () => {
    put({ [PATH]: `reason: ${JSON.stringify(`Month-end close ${HOSTILE}`)}\nexpires: ${UNTIL}\n` })
    asked.head = await commit(HOSTILE, 'request-$(touch-owned);x')
    expect((await pullRequest()).status).toBe(0)
    const { status, log } = await judge()
    expect([status, log]).toEqual([0, expect.any(String)])
    expect(await verdict()).toBe('action_required')
    expect(mayAssume()).toBe(false)
  })

  test('a review sets off the marker, and the verdict is success', async () => {
    await octokit('bob-acme').rest.pulls.createReview({ ...at, pull_number: asked.number, event: 'APPROVE' })
    const marker = await stage.run(
      clone,
      'review.yml',
      'pull_request_review',
      { action: 'submitted', review: { id: 1 } },
      102
    )
    expect(marker.status).toBe(0)
    const { status, log } = await judge()
    expect([status, log]).toEqual([0, expect.any(String)])
    expect(await verdict()).toBe('success')
  })

  test('merged, it is applied: the access works', async () => {
    await octokit('carol-acme').rest.pulls.merge({ ...at, pull_number: asked.number })
    const { status, log } = await stage.run(clone, 'apply.yml', 'push', { ref: 'refs/heads/main' }, 103)
    expect([status, log]).toEqual([0, expect.any(String)])
    expect(log).not.toContain('BEGIN PRIVATE KEY')
    expect(mayAssume()).toBe(true)
  })

  test('run once more by the hour, it changes nothing', async () => {
    sandbox.clearCalls()
    const { status, log } = await stage.run(clone, 'apply.yml', 'schedule', { schedule: '41 * * * *' }, 103)
    expect([status, log]).toEqual([0, expect.any(String)])
    expect(sandbox.calls().filter(({ service, kind }) => service === 'iam' && kind === 'write')).toEqual([])
  })

  test('from a runner repository the same book is applied, by its schedule', async () => {
    const runner = stage.path('runner')
    await run('git', ['init', '-q', '-b', 'main', runner])
    await run('git', ['-C', runner, 'remote', 'add', 'origin', 'https://github.com/acme/access-runner.git'])
    const tool = { uses: `acme/grantbook@${TOOL_COMMIT}`, version: '0.1.0' }
    for (const [path, text] of runnerWorkflows(tool, 'acme/access')) stage.write(`runner/${path}`, text)
    await run('git', ['-C', runner, 'add', '-A'])
    const identity = ['-c', 'user.name=Alice', '-c', 'user.email=alice@acme.example']
    await run('git', ['-C', runner, ...identity, 'commit', '-q', '-m', 'Begin'])
    sandbox.clearCalls()
    for (const workflow of ['apply.yml', 'verdict.yml']) {
      const payload = { schedule: '1-59/10 * * * *' }
      const acted = await stage.run(runner, workflow, 'schedule', payload, 103, 'acme/access-runner')
      expect([acted.status, acted.log]).toEqual([0, expect.any(String)])
    }
    expect(sandbox.calls().some(({ service, kind }) => service === 'iam' && kind === 'read')).toBe(true)
    expect(sandbox.calls().filter(({ service, kind }) => service === 'iam' && kind === 'write')).toEqual([])
  })

  test('what was pushed past review is not issued and makes the run red, and the systems are worked on all the same', async () => {
    await git('fetch', '-q', forge.url('acme/access', 'alice-acme'), 'main')
    await git('checkout', '-q', '--detach', 'FETCH_HEAD')
    put({
      'grants/systems/aws-prod/billing-read/bob.yaml': `reason: Nobody was asked at all\nexpires: ${UNTIL}\n`
    })
    await commit('Help myself', 'main')
    const { status, log } = await stage.run(clone, 'apply.yml', 'push', { ref: 'refs/heads/main' }, 101)
    expect(status).toBe(1)
    expect(log).toMatch(/^\[Apply\/authorise\] 🏁 {2}Job failed$/mu)
    expect(log).toMatch(/^\[Apply\/aws-prod\S*\s*\] 🏁 {2}Job succeeded$/mu)
    expect(mayAssume('bob')).toBe(false)
    expect(mayAssume()).toBe(true)
  })

  const night = () => stage.run(clone, 'nightly.yml', 'schedule', { schedule: '17 2 * * *' }, 103)
  const ours = async (): Promise<readonly string[]> => {
    const { data } = await octokit('alice-acme').rest.pulls.list({ ...at, state: 'open' })
    return data.map(({ head }) => head.ref).toSorted()
  }
  const evidence = async (path: string): Promise<string> => {
    await git('fetch', '-q', forge.url('acme/access', 'reader-acme'), 'evidence')
    return git('show', `FETCH_HEAD:${path}`)
  }

  test('the night brings what was pushed back by pull request, asks about what nobody granted, and leaves its sign', async () => {
    const { status, log } = await night()
    expect([status, log]).toEqual([0, expect.any(String)])
    expect(log).not.toContain('BEGIN PRIVATE KEY')
    expect(log).toMatch(/^\[Nightly\/aws-prod\S*\s*\] 🏁 {2}Job succeeded$/mu)
    expect(log).toMatch(/^\[Nightly\/rest\s*\] 🏁 {2}Job succeeded$/mu)
    expect(await ours()).toEqual(['grantbook/outside/aws-prod', 'grantbook/restore'])
    const month = new Date().toISOString().slice(0, 7)
    expect(await evidence(`runs/${month}.jsonl`)).toContain('"event":"heartbeat"')
  })

  test('a second night changes nothing anywhere', async () => {
    const before = await ours()
    sandbox.clearCalls()
    const { status, log } = await night()
    expect([status, log]).toEqual([0, expect.any(String)])
    const writes = sandbox.calls().filter(({ kind }) => kind === 'write')
    expect(writes).toEqual([])
    expect(await ours()).toEqual(before)
  })

  test('nothing that anybody wrote was run', () => {
    for (const name of ['home/owned', 'clone/owned', 'owned'])
      expect(() => readFileSync(stage.path(name))).toThrow('ENOENT')
  })
})
