import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { Io } from '../../src/commands/command.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { BASE, entitlement, type Files } from '../support/book.ts'
import { bookSignedBy, testPem, testSigner } from '../support/keys.ts'
import { Repository, run, type Ran } from '../support/repository.ts'

/** Accounts and their numbers; `evan` has no file, `robot` is a bot. */
const ACCOUNTS = { alice: 201, bob: 202, carol: 203, dave: 204, gina: 205, evan: 206 } as const

function file(id: keyof typeof ACCOUNTS): string {
  return `name: ${id}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${ACCOUNTS[id]}\naccounts: {aws-prod: {user: ${id}}}\n`
}

/** The book on the default branch: carol and dave may approve billing-read, gina governs. */
export const BOOK: Files = {
  ...BASE,
  ...bookSignedBy(testSigner(1)),
  'grants/people/alice.yaml': file('alice'),
  'grants/people/bob.yaml': file('bob'),
  'grants/people/carol.yaml': file('carol'),
  'grants/people/dave.yaml': file('dave'),
  'grants/people/gina.yaml': file('gina'),
  'grants/systems/aws-prod/billing-read/entitlement.yaml': entitlement('billing-read')
}

/** A forge with one governed repository, and a clone of it. One for each test file; tests restore its state. */
export class Scene {
  readonly sandbox: Sandbox
  readonly forge: SandboxForge
  readonly clone: Repository
  #branches = 0

  private constructor(sandbox: Sandbox, forge: SandboxForge, clone: Repository) {
    this.sandbox = sandbox
    this.forge = forge
    this.clone = clone
  }

  static async start(): Promise<Scene> {
    const people = Object.entries(ACCOUNTS)
    const sandbox = await startSandbox({
      now: '2026-11-20T09:00:00Z',
      organization: 'acme',
      users: [
        ...people.map(([id, number]) => ({
          login: `${id}-acme`,
          id: number,
          email: `${id}@acme.example`
        })),
        { login: 'robot-acme', id: 299, type: 'Bot' as const }
      ],
      apps: [{ slug: 'grantbook-acme' }],
      teams: [
        {
          slug: 'billing',
          members: ['carol-acme', 'dave-acme', 'alice-acme', 'robot-acme'],
          pending: ['bob-acme']
        },
        { slug: 'access-governance', members: ['gina-acme'] },
        { slug: 'security', members: ['gina-acme'] },
        { slug: 'everyone', members: [...people.map(([id]) => `${id}-acme`), 'robot-acme'] }
      ],
      repositories: [{ name: 'access', write: ['billing', 'access-governance', 'security', 'everyone'] }]
    })
    if (!sandbox.forge) throw new Error('no forge')
    const scene = new Scene(sandbox, sandbox.forge, new Repository())
    scene.clone.commit(BOOK)
    await scene.push('main', 'gina-acme')
    return scene
  }

  async stop(): Promise<void> {
    this.clone.remove()
    await this.sandbox.close()
  }

  /** Pushes what is checked out. The forge is in this very process, so that nobody may block it. */
  async push(branch: string, as: string, ...more: readonly string[]): Promise<void> {
    const url = this.forge.url('acme/access', as)
    const args = ['-C', this.clone.root, 'push', '-q', ...more, url, `HEAD:refs/heads/${branch}`]
    await promisify(execFile)('git', args)
  }

  /** Commits these files over the book on a new branch, pushes and opens it; the clone is on that branch. */
  async request(
    files: Files,
    as = 'alice-acme',
    title = 'Give access'
  ): Promise<{ number: number; branch: string }> {
    const branch = `request-${++this.#branches}`
    this.clone.git('checkout', '-q', '-B', branch, 'main')
    this.clone.commit({ ...BOOK, ...files }, title)
    await this.push(branch, as)
    const body = await this.api(as, 'POST', '/repos/acme/access/pulls', { title, head: branch, base: 'main' })
    return { number: Number(body['number']), branch }
  }

  async review(number: number, as: string, event = 'APPROVE'): Promise<number> {
    const path = `/repos/acme/access/pulls/${number}/reviews`
    const body = event === 'APPROVE' ? { event } : { event, body: 'Not like this' }
    return Number((await this.api(as, 'POST', path, body))['id'])
  }

  /** Calls the forge's API as an account or App. Throws for anything but success. */
  async api(
    as: string,
    method: string,
    path: string,
    body?: object
  ): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(`${this.sandbox.github?.api ?? ''}${path}`, {
      method,
      headers: { authorization: `token ${this.forge.token(as)}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {})
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    const answer: Record<string, unknown> = text === '' ? {} : JSON.parse(text)
    return answer
  }

  /** Lets time pass. Seconds. */
  wait(seconds: number): void {
    this.sandbox.clock.set(this.sandbox.clock.now() + seconds * 1000)
  }

  run(
    args: readonly string[],
    over: Readonly<Record<string, string>> = {},
    io: Partial<Io> = {}
  ): Promise<Ran> {
    const environment = {
      GITHUB_API_URL: this.sandbox.github?.api ?? '',
      GITHUB_SERVER_URL: this.sandbox.github?.git ?? '',
      GITHUB_REPOSITORY: 'acme/access',
      GITHUB_TOKEN: this.forge.token('grantbook-acme'),
      GRANTBOOK_SIGNING_KEY: testPem(1),
      ...over
    }
    return run(this.clone, null, args, { environment, now: this.sandbox.clock.now(), ...io })
  }

  approvals(number: number, ...args: readonly string[]): Promise<Ran> {
    return this.run(['approvals', '--pull', String(number), ...args])
  }

  /** REST calls since the last time, by operation. */
  calls(): readonly string[] {
    const calls = this.sandbox.calls().filter(({ service }) => service === 'forge')
    return calls.map(({ operation }) => operation)
  }

  rev(name: string): string {
    return execFileSync('git', ['-C', this.clone.root, 'rev-parse', name], { encoding: 'utf8' }).trim()
  }
}
