import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeInstant, type Instant } from '../src/book/instant.ts'
import { startSandbox } from '../src/sandbox/start.ts'
import type { Sandbox } from '../src/sandbox/sandbox.ts'
import type { World } from '../src/sandbox/world.ts'

const REPOSITORY = 'acme/access'
const APP = 'grantbook-acme'

/** Who is on the forge: logins with their numbers, and who is in `@acme/data`, which approves. */
export interface ForgePeople {
  readonly users: readonly { readonly login: string; readonly id: number }[]
  readonly approvers: readonly string[]
  /** Teams that may approve; all have the same members. */
  readonly teams: readonly string[]
}

/** A forge that holds a repository which lies beside it already, and cloud accounts in which nothing stands. */
export class BenchForge {
  readonly sandbox: Sandbox
  readonly #root: string
  readonly #pem: string

  private constructor(sandbox: Sandbox, root: string, pem: string) {
    this.sandbox = sandbox
    this.#root = root
    this.#pem = pem
  }

  /** `branches` of `root` become the forge's, without copying an object. */
  static async open(
    root: string,
    pem: string,
    branches: readonly string[],
    { users, approvers, teams }: ForgePeople,
    { now, aws }: { readonly now: Instant; readonly aws: NonNullable<World['aws']> }
  ): Promise<BenchForge> {
    const governing = ['access-governance', 'security']
    const sandbox = await startSandbox({
      now: writeInstant(now),
      organization: 'acme',
      users: users.map((one) => ({ ...one, email: `${one.login}@acme.example` })),
      apps: [{ slug: APP }],
      teams: [...governing, ...teams].map((slug) => ({ slug, members: [...approvers] })),
      repositories: [{ name: 'access', write: [...governing, ...teams, ...users.map(({ login }) => login)] }],
      aws
    })
    const forge = new BenchForge(sandbox, root, pem)
    const directory = forge.directory
    mkdirSync(join(directory, 'objects/info'), { recursive: true })
    writeFileSync(join(directory, 'objects/info/alternates'), `${join(root, '.git/objects')}\n`)
    // The record names pull requests that this forge never had: new ones come after them.
    for (const repository of sandbox.forge?.state.repositories.values() ?? [])
      repository.lastNumber = 1_000_000
    const url = sandbox.forge?.url(REPOSITORY, APP) ?? ''
    await promisify(execFile)('git', ['-C', root, 'push', '-q', url, ...branches])
    return forge
  }

  get directory(): string {
    return this.sandbox.forge?.directory(REPOSITORY) ?? ''
  }

  /** What points a command at this forge, and with `cloud` at its accounts. */
  environment(cloud: boolean): Record<string, string> {
    const { github, aws } = this.sandbox
    const keys = aws.accounts[0]?.root
    return {
      GITHUB_API_URL: github?.api ?? '',
      GITHUB_SERVER_URL: github?.git ?? '',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: this.#token(APP),
      GRANTBOOK_SIGNING_KEY: this.#pem,
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL_IAM: aws.iam,
      AWS_ENDPOINT_URL_STS: aws.sts,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...(cloud && keys
        ? { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey }
        : {})
    }
  }

  #token(name: string): string {
    return this.sandbox.forge?.token(name) ?? ''
  }

  /** One call of the API, as somebody. Throws unless it succeeds. */
  async api(
    as: string,
    method: string,
    path: string,
    body: object
  ): Promise<Readonly<Record<string, unknown>>> {
    const answer = await fetch(`${this.sandbox.github?.api ?? ''}/repos/${REPOSITORY}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token(as)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    const value: Record<string, unknown> = JSON.parse(text)
    return value
  }

  /** Leaves the head of evidence on main's tip, as every run does. */
  async anchor(head: string): Promise<void> {
    await this.api(APP, 'POST', '/check-runs', {
      name: 'grantbook evidence',
      head_sha: this.head('main'),
      status: 'completed',
      conclusion: 'neutral',
      external_id: head
    })
  }

  /** Where a branch of the forge stands. */
  head(branch: string): string {
    return execFileSync('git', ['-C', this.directory, 'rev-parse', `refs/heads/${branch}`], {
      encoding: 'utf8'
    }).trim()
  }

  /** A commit on top of the forge's main with these files, pushed to a branch by somebody. */
  async push(as: string, branch: string, files: Readonly<Record<string, string>>): Promise<void> {
    const ref = `refs/bench/${branch}`
    const stamp = `${as} <${as}@acme.example> ${Math.floor(this.sandbox.clock.now() / 1000)} +0000`
    const changes = Object.entries(files).map(
      ([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
    )
    const child = spawn('git', ['-C', this.#root, 'fast-import', '--quiet', '--force', '--date-format=raw'], {
      stdio: ['pipe', 'ignore', 'inherit']
    })
    child.stdin.end(
      `commit ${ref}\ncommitter ${stamp}\ndata 6\nChange\nfrom ${this.head('main')}\n${changes.join('')}\n`
    )
    const [status] = await once(child, 'close')
    if (status !== 0) throw new Error(`fast-import ended with ${String(status)}`)
    const url = this.sandbox.forge?.url(REPOSITORY, as) ?? ''
    await promisify(execFile)('git', ['-C', this.#root, 'push', '-q', url, `${ref}:refs/heads/${branch}`])
  }

  /** Opens a pull request, has it approved a minute later, and returns its number. */
  async request(as: string, branch: string, approver: string): Promise<number> {
    const opened = await this.api(as, 'POST', '/pulls', { title: 'Give access', head: branch, base: 'main' })
    this.wait(1)
    await this.api(approver, 'POST', `/pulls/${String(opened['number'])}/reviews`, { event: 'APPROVE' })
    this.wait(1)
    return Number(opened['number'])
  }

  /** Lets minutes pass. */
  wait(minutes: number): void {
    this.sandbox.clock.set(this.sandbox.clock.now() + minutes * 60_000)
  }

  close(): Promise<void> {
    return this.sandbox.close()
  }
}
