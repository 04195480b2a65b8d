import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { generateCodeowners } from '../../src/approval/codeowners/generate.ts'
import type { Instant } from '../../src/book/instant.ts'
import { writeInstant } from '../../src/book/instant.ts'
import type { Io } from '../../src/commands/command.ts'
import { main } from '../../src/commands/main.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { World } from '../../src/sandbox/world.ts'
import { ACCOUNT, BASE, bookOf, NOW, type Files } from './book.ts'
import { settingsSignedBy, testPem, testSigner } from './keys.ts'
import type { Ran } from './repository.ts'
import { worldOf, type ApplyJson } from './scene.ts'

/** Files by path; null: no such file. */
export type Patch = Readonly<Record<string, string | null>>

/** Everybody at Acme in these tests, and the number of the account. */
export const PEOPLE = {
  alice: 101,
  bob: 102,
  carol: 103,
  dave: 104,
  erin: 105,
  frank: 106,
  grace: 107
} as const
export type Name = keyof typeof PEOPLE

/** Who is in which team. Bob and Carol approve billing-read; Frank and Grace govern. */
export const TEAMS: Readonly<Record<string, readonly Name[]>> = {
  billing: ['bob', 'carol'],
  'access-governance': ['frank', 'grace'],
  security: ['erin', 'grace'],
  'on-call': ['dave', 'frank']
}

const APP = 'grantbook-acme'
export const REPOSITORY = 'acme/access'

/** The book of these tests: everybody, one system, three entitlements, no grants, signed by the first test key. */
export const FORGE_BASE: Files = {
  ...BASE,
  ...Object.fromEntries(
    Object.entries(PEOPLE).map(([id, number]) => [`grants/people/${id}.yaml`, personFile(id, number)])
  ),
  'grants/grantbook.yaml': settingsSignedBy(testSigner(1))
}

/** A person's file. */
export function personFile(id: string, number: number, more = ''): string {
  return `name: ${id}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${number}\naccounts: {aws-prod: {user: ${id}}}\n${more}`
}

/** How a scene differs from the usual one. */
export interface SceneOptions {
  readonly files?: Patch
  readonly world?: Partial<World>
  /** False: the record has not begun yet. */
  readonly genesis?: boolean
}

/** Everything that stands at a moment, to be returned to. */
export interface Moment {
  readonly forge: ReturnType<SandboxForge['snapshot']>
  readonly account: AccountSnapshot
  readonly now: Instant
}

/** A GitHub and an AWS account on this machine, a clone, and the commands that act on them. */
export class ForgeScene {
  readonly sandbox: Sandbox
  /** The clone in which commands run and people work. */
  readonly root = mkdtempSync(join(tmpdir(), 'grantbook-forge-'))

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
  }

  static async open({ files = {}, world = {}, genesis = true }: SceneOptions = {}): Promise<ForgeScene> {
    const sandbox = await startSandbox({ ...worldOf(Object.keys(PEOPLE)), ...forgeHalf(), ...world })
    const scene = new ForgeScene(sandbox)
    await scene.git('frank', 'init', '-q', '-b', 'main')
    await scene.git('frank', 'remote', 'add', 'origin', `${scene.github.git}/${REPOSITORY}.git`)
    const book = patched(FORGE_BASE, files)
    scene.write({ ...book, '.github/CODEOWNERS': generateCodeowners(bookOf(book).book) ?? '' })
    await scene.commit('frank', 'Begin')
    await scene.git('frank', 'push', '-q', 'origin', 'main')
    if (genesis) {
      const { status, err } = await scene.run('genesis', '--by', 'grace')
      if (status !== 0) throw new Error(`genesis failed: ${err}`)
    }
    return scene
  }

  get github(): NonNullable<Sandbox['github']> {
    const { github } = this.sandbox
    if (!github) throw new Error('the sandbox has no forge')
    return github
  }

  get forge(): NonNullable<Sandbox['forge']> {
    const { forge } = this.sandbox
    if (!forge) throw new Error('the sandbox has no forge')
    return forge
  }

  /** git in the clone, as somebody, at the sandbox's time. Never blocking: the forge answers from this process. */
  async git(who: string, ...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, {
      cwd: this.root,
      env: this.gitEnvironment(who)
    })
    return stdout
  }

  gitEnvironment(who: string): NodeJS.ProcessEnv {
    const now = writeInstant(this.sandbox.clock.now())
    const basic = Buffer.from(`x-access-token:${this.token(who)}`).toString('base64')
    const email = `${who}@acme.example`
    return {
      ...process.env,
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'http.extraHeader',
      GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
      // The clone is thrown away: nothing of it needs tidying up, nor to outlast a power cut.
      GIT_CONFIG_KEY_1: 'maintenance.auto',
      GIT_CONFIG_VALUE_1: 'false',
      GIT_CONFIG_KEY_2: 'core.fsync',
      GIT_CONFIG_VALUE_2: 'none',
      GIT_AUTHOR_NAME: who,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: now,
      GIT_COMMITTER_NAME: who,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: now
    }
  }

  /** Token of a person by first name, of an account by login, or of the App. */
  token(who: string): string {
    const token = this.github.tokens[`${who}-acme`] ?? this.github.tokens[who]
    if (token === undefined) throw new Error(`no token for ${who}`)
    return token
  }

  /** Writes files of the clone; null removes one. */
  write(files: Patch): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.root, path)
      if (text === null) rmSync(file)
      else {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
    }
  }

  async commit(who: string, message: string): Promise<string> {
    await this.git(who, 'add', '-A')
    await this.git(who, 'commit', '-q', '--allow-empty', '-m', message)
    // What was just committed stands in a file of its own: the branch's, or HEAD where none is checked out.
    const head = this.#gitFile('HEAD')
    return head.startsWith('ref: ') ? this.#gitFile(head.slice('ref: '.length)) : head
  }

  #gitFile(name: string): string {
    return readFileSync(join(this.root, '.git', name), 'latin1').trim()
  }

  /** A new branch on top of the forge's main with these files, pushed; returns its head. */
  async branch(who: string, name: string, files: Patch, message = 'Change access'): Promise<string> {
    await this.update()
    await this.git(who, 'checkout', '-q', '-B', name)
    return this.#pushed(who, name, files, message)
  }

  /** One more commit on a branch, pushed; returns it. */
  async more(who: string, name: string, files: Patch, message = 'Change it again'): Promise<string> {
    await this.git(who, 'checkout', '-q', name)
    return this.#pushed(who, name, files, message)
  }

  async #pushed(who: string, name: string, files: Patch, message: string): Promise<string> {
    this.write(files)
    const head = await this.commit(who, message)
    await this.git(who, 'push', '-q', 'origin', `+HEAD:refs/heads/${name}`)
    return head
  }

  /** Pushes files straight to main, past every rule; returns the commit. */
  async pushMain(who: string, files: Patch, message = 'Push'): Promise<string> {
    await this.update()
    this.write(files)
    const head = await this.commit(who, message)
    await this.git(who, 'push', '-q', 'origin', '+HEAD:refs/heads/main')
    return head
  }

  /** Brings the clone's main to where the forge has it. */
  async update(): Promise<void> {
    await this.git('frank', 'fetch', '-q', '--prune', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    await this.git('frank', 'checkout', '-q', '--force', '-B', 'main', 'origin/main')
  }

  /** One call of GitHub's API, as somebody; `path` below the repository. Throws unless it succeeds. */
  async api(who: string, method: string, path: string, body?: object): Promise<unknown> {
    const { status, value } = await this.call(who, method, `/repos/${REPOSITORY}${path}`, body)
    if (status >= 300) throw new Error(`${method} ${path} as ${who}: ${status} ${JSON.stringify(value)}`)
    return value
  }

  /** The same for any path and whatever comes of it. */
  async call(
    who: string,
    method: string,
    path: string,
    body?: object
  ): Promise<{ readonly status: number; readonly value: unknown }> {
    const answer = await fetch(`${this.github.api}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token(who)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
    const text = await answer.text()
    const value: unknown = text === '' ? null : JSON.parse(text)
    return { status: answer.status, value }
  }

  /** Opens a pull request into main; returns its number. */
  async pull(who: string, branch: string, more: object = {}): Promise<number> {
    const body = { title: 'Change access', head: branch, base: 'main', body: '', ...more }
    return numberOf(await this.api(who, 'POST', '/pulls', body), 'number')
  }

  /** A review; returns its number. */
  async review(
    who: string,
    pull: number,
    event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT' = 'APPROVE',
    more: object = {}
  ): Promise<number> {
    const body = { event, body: event === 'APPROVE' ? '' : 'Please', ...more }
    return numberOf(await this.api(who, 'POST', `/pulls/${pull}/reviews`, body), 'id')
  }

  /** Merges; returns the commit of main. */
  async merge(who: string, pull: number, method: 'merge' | 'squash' | 'rebase' = 'merge'): Promise<string> {
    await this.api(who, 'PUT', `/pulls/${pull}/merge`, { merge_method: method })
    await this.update()
    return (await this.git('frank', 'rev-parse', 'origin/main')).trim()
  }

  /** A request from beginning to end: branch, pull request, approvals a minute later, merge. Returns its number. */
  async request(who: string, branch: string, files: Patch, approvers: readonly string[]): Promise<number> {
    await this.branch(who, branch, files)
    const pull = await this.pull(who, branch)
    this.wait(1)
    for (const approver of approvers) await this.review(approver, pull)
    this.wait(1)
    await this.merge(who, pull)
    this.wait(1)
    return pull
  }

  /** Lets minutes pass. */
  wait(minutes: number): void {
    this.sandbox.clock.set(this.sandbox.clock.now() + minutes * 60_000)
  }

  /** Runs a command line with the App's token and the administrator's keys. */
  run(...args: readonly string[]): Promise<Ran> {
    return this.runWith({}, ...args)
  }

  async runWith(over: Partial<Io>, ...args: readonly string[]): Promise<Ran> {
    let [out, err] = ['', '']
    const status = await main([...args, '--root', this.root], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      stdin: () => Promise.resolve(''),
      terminal: { out: false, err: false, columns: 80 },
      cwd: this.root,
      environment: this.environment(),
      clock: () => this.sandbox.clock.now(),
      sleep: () => Promise.resolve(),
      random: () => 0.5,
      signal: new AbortController().signal,
      ...over
    })
    return { status, out, err }
  }

  /** What points a command to this GitHub and this account. */
  environment(): Readonly<Record<string, string>> {
    const { aws } = this.sandbox
    const keys = aws.accounts[0]?.root
    return {
      GITHUB_API_URL: this.github.api,
      GITHUB_SERVER_URL: this.github.git,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: this.token(APP),
      GRANTBOOK_SIGNING_KEY: testPem(1),
      AWS_ENDPOINT_URL_IAM: aws.iam,
      AWS_ENDPOINT_URL_STS: aws.sts,
      AWS_ACCESS_KEY_ID: keys?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey ?? ''
    }
  }

  async apply(...args: readonly string[]): Promise<ApplyJson & Ran> {
    const ran = await this.run('apply', '--format', 'json', ...args)
    return { ...ran, ...(JSON.parse(ran.out === '' ? '{"outcomes":[]}' : ran.out) as ApplyJson) }
  }

  /** Whether somebody may assume an entitlement role now. */
  mayAssume(user: string, role: string): boolean {
    return this.sandbox.can({
      account: ACCOUNT,
      principal: `user/${user}`,
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/${role}`
    }).allowed
  }

  /** The events of one governed file on the forge's evidence branch, in order. */
  events(file: string): readonly Readonly<Record<string, unknown>>[] {
    const directory = this.forge.directory(REPOSITORY)
    try {
      const show = ['-C', directory, 'show', `refs/heads/evidence:events/${file}.jsonl`]
      const text = execFileSync('git', show, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      return text
        .split('\n')
        .filter(Boolean)
        .map((line): Record<string, unknown> => JSON.parse(line))
    } catch {
      return []
    }
  }

  /** Where a branch of the forge stands; null if there is none. */
  head(branch: string): string | null {
    const directory = this.forge.directory(REPOSITORY)
    const list = ['-C', directory, 'for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`]
    return execFileSync('git', list, { encoding: 'utf8' }).trim() || null
  }

  save(): Moment {
    return {
      forge: this.forge.snapshot(),
      account: this.sandbox.snapshot(ACCOUNT),
      now: this.sandbox.clock.now()
    }
  }

  async restore({ forge, account, now }: Moment): Promise<void> {
    this.forge.restore(forge)
    this.sandbox.restore(ACCOUNT, account)
    this.sandbox.clock.set(now)
    this.sandbox.clearCalls()
    await this.update()
  }

  async close(): Promise<void> {
    rmSync(this.root, { recursive: true, force: true })
    await this.sandbox.close()
  }
}

/** Acme's half of the forge: everybody, the teams, the App, one empty repository whose administrator is Frank. */
export function forgeHalf(): Partial<World> {
  return {
    now: writeInstant(NOW),
    organization: 'acme',
    users: [
      ...Object.entries(PEOPLE).map(([id, number]) => ({
        login: `${id}-acme`,
        id: number,
        email: `${id}@acme.example`,
        ...(id === 'frank' ? { role: 'admin' as const } : {})
      })),
      // Somebody with an account and no file in the book.
      { login: 'mallory-acme', id: 666, email: 'mallory@acme.example' }
    ],
    apps: [{ slug: APP }, { slug: 'other-app' }],
    teams: Object.entries(TEAMS).map(([slug, members]) => ({
      slug,
      members: members.map((name) => `${name}-acme`)
    })),
    repositories: [
      {
        name: 'access',
        write: [...Object.keys(TEAMS), ...Object.keys(PEOPLE).map((id) => `${id}-acme`), 'mallory-acme'],
        admin: ['frank-acme']
      }
    ]
  }
}

/** Files with some of them changed. */
export function patched(files: Files, patch: Patch): Files {
  const all: Record<string, string> = { ...files }
  for (const [path, text] of Object.entries(patch)) {
    if (text === null) delete all[path]
    else all[path] = text
  }
  return all
}

function numberOf(value: unknown, field: string): number {
  const found = new Map(Object.entries(value ?? {})).get(field)
  if (typeof found !== 'number') throw new Error(`no ${field} in ${JSON.stringify(value)}`)
  return found
}
