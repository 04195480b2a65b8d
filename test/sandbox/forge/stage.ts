import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Octokit } from '@octokit/rest'
import type { Sandbox, SandboxForge } from '../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import type { World } from '../../../src/sandbox/world.ts'
import type { ForgeSnapshot } from '../../../src/sandbox/forge/hub.ts'
import type { Repository } from '../../../src/sandbox/forge/state-repository.ts'
import { findRepository } from '../../../src/sandbox/forge/state.ts'

export const AT = Date.UTC(2026, 10, 20, 9)
export const HERE = { owner: 'acme', repo: 'access' } as const
export const NONE = '0'.repeat(40)

/** Four people, an App, a team with a child, and one repository of two files. */
export const WORLD: World = {
  now: '2026-11-20T09:00:00Z',
  organization: 'acme',
  users: [
    { login: 'alice-acme', id: 583_231, email: 'alice@acme.example' },
    { login: 'bob-acme', id: 101, email: 'bob@acme.example' },
    { login: 'carol-acme', id: 102, email: 'carol@acme.example' },
    { login: 'dave-acme', id: 103 },
    { login: 'olga-acme', id: 104, role: 'admin' },
    { login: 'eve', id: 666, role: 'outside' }
  ],
  apps: [
    { slug: 'grantbook-acme' },
    { slug: 'reader', permissions: { contents: 'read', pull_requests: 'read' } }
  ],
  teams: [
    { slug: 'finance', members: ['carol-acme'] },
    { slug: 'billing', parent: 'finance', members: ['alice-acme', 'bob-acme'], pending: ['dave-acme'] }
  ]
}

/** What git printed and how it ended. */
export interface GitRan {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** A sandbox with a forge, a folder for clones, and clients that aren't modified. */
export class Stage {
  readonly sandbox: Sandbox
  readonly forge: SandboxForge
  readonly api: string
  readonly folder: string
  readonly #first: ForgeSnapshot

  private constructor(sandbox: Sandbox, folder: string) {
    if (!sandbox.forge || !sandbox.github) throw new Error('the world has no organization')
    this.sandbox = sandbox
    this.forge = sandbox.forge
    this.api = sandbox.github.api
    this.folder = folder
    this.#first = sandbox.forge.snapshot()
  }

  /** Starts a world whose repositories come from a folder with `files`. */
  static async start(
    world: World = {
      ...WORLD,
      repositories: [{ name: 'access', from: 'book', write: ['finance'], admin: [] }]
    },
    files: Readonly<Record<string, string>> = { 'README.md': 'Access\n', 'grants/a.yaml': 'a: 1\n' }
  ): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'grantbook-stage-'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'book', path)), { recursive: true })
      writeFileSync(join(folder, 'book', path), text)
    }
    return new Stage(await startSandbox(world, { base: folder }), folder)
  }

  /** Puts everything back to the start, which is quicker than starting again. */
  reset(): void {
    this.forge.restore(this.#first)
    this.sandbox.clock.set(AT)
    this.sandbox.clearCalls()
    for (const clone of ['clone', 'other']) rmSync(join(this.folder, clone), { recursive: true, force: true })
  }

  /** The unmodified client of a user or an App; nobody's without a name. */
  kit(name?: string): Octokit {
    const quiet = (): void => undefined
    return new Octokit({
      ...(name === undefined ? {} : { auth: this.forge.token(name) }),
      baseUrl: this.api,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet }
    })
  }

  /** Runs git in the stage's folder. Never the synchronous way: the forge lives in this process. */
  git(...args: readonly string[]): Promise<GitRan> {
    const child = spawn('git', args, {
      cwd: this.folder,
      env: {
        ...process.env,
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'Alice Example',
        GIT_AUTHOR_EMAIL: 'alice@acme.example',
        GIT_COMMITTER_NAME: 'Alice Example',
        GIT_COMMITTER_EMAIL: 'alice@acme.example',
        GIT_AUTHOR_DATE: `${AT / 1000} +0000`,
        GIT_COMMITTER_DATE: `${AT / 1000} +0000`,
        LC_ALL: 'C'
      }
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
    return new Promise((resolve) => {
      child.on('close', (status) => resolve({ status: status ?? -1, out: out.trim(), err }))
    })
  }

  /** The same in the clone `clone`; throws if git fails. */
  async inClone(...args: readonly string[]): Promise<string> {
    const ran = await this.git('-C', 'clone', ...args)
    if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.err}`)
    return ran.out
  }

  /** Clones the repository as somebody. */
  clone(name = 'alice-acme'): Promise<GitRan> {
    return this.git('clone', '-q', this.forge.url('acme/access', name), 'clone')
  }

  /** Commits one file in the clone and gives the commit. */
  async commit(path: string, text: string, message = 'Change'): Promise<string> {
    mkdirSync(dirname(join(this.folder, 'clone', path)), { recursive: true })
    writeFileSync(join(this.folder, 'clone', path), text)
    await this.inClone('add', '-A')
    await this.inClone('commit', '-q', '-m', message)
    return this.inClone('rev-parse', 'HEAD')
  }

  /** A branch of main with one new file, made by the API. Gives the commit. */
  async branch(
    name: string,
    path = `grants/${name}.yaml`,
    text = `${name}\n`,
    by = 'alice-acme'
  ): Promise<string> {
    const kit = this.kit(by)
    const ref = `refs/heads/${name}`
    if (!this.repository.refs.has(ref)) await kit.git.createRef({ ...HERE, ref, sha: this.tip('main') })
    await kit.repos.createOrUpdateFileContents({
      ...HERE,
      path,
      branch: name,
      message: `Add ${path}`,
      content: Buffer.from(text).toString('base64')
    })
    return this.tip(name)
  }

  /** Opens a pull request for a new branch of {@link branch}; gives its number. */
  async pull(name: string, by = 'alice-acme', base = 'main'): Promise<number> {
    if (!this.repository.refs.has(`refs/heads/${name}`)) await this.branch(name, undefined, undefined, by)
    const { data } = await this.kit(by).pulls.create({ ...HERE, base, head: name, title: `Request ${name}` })
    return data.number
  }

  /** The repository as it stands. */
  get repository(): Repository {
    const found = findRepository(this.forge.state, 'acme', 'access')
    if (!found) throw new Error('no repository')
    return found
  }

  /** Where a branch stands. */
  tip(branch: string): string {
    return this.repository.refs.get(`refs/heads/${branch}`) ?? NONE
  }

  async close(): Promise<void> {
    try {
      await this.sandbox.close()
    } finally {
      rmSync(this.folder, { recursive: true, force: true })
    }
  }
}

/** The status and the message of a refusal; throws if there was none. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await call
  } catch (error) {
    const { message, response, status } = error as {
      status: number
      message: string
      response?: { data?: { message?: string } }
    }
    return { status, message: response?.data?.message ?? message }
  }
  throw new Error('nothing was refused')
}
