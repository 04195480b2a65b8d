import { execFile, execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { generateCodeowners } from '../../src/approval/codeowners/generate.ts'
import type { Instant } from '../../src/book/instant.ts'
import { writeInstant } from '../../src/book/instant.ts'
import type { Io } from '../../src/commands/command.ts'
import { main } from '../../src/commands/main.ts'
import { Git } from '../../src/sandbox/forge/git/git.ts'
import { Objects } from '../../src/sandbox/forge/git/objects.ts'
import { formatCommit, parseCommit } from '../../src/sandbox/forge/git/parse.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { World } from '../../src/sandbox/world.ts'
import { ACCOUNT, BASE, bookOf, NOW, type Files } from './book.ts'
import { carry, treeWith } from './carry.ts'
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

/**
 * A GitHub and an AWS account on this machine, a clone, and the commands that act on them. What people push and fetch
 * here is brought over without a process, and what they check out only when somebody looks; {@link git} is git itself.
 */
export class ForgeScene {
  readonly sandbox: Sandbox
  readonly #folder = mkdtempSync(join(tmpdir(), 'grantbook-forge-'))
  readonly #ours = new Objects(join(this.#folder, '.git'))
  readonly #theirs: Objects
  /** The branch that is to be checked out; null: it is. */
  #wanted: string | null = null
  /** Where the forge's branches stood when the clone last fetched them. */
  #fetched = ''

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
    this.#theirs = new Objects(this.forge.directory(REPOSITORY))
  }

  static async open({ files = {}, world = {}, genesis = true }: SceneOptions = {}): Promise<ForgeScene> {
    const sandbox = await startSandbox({ ...worldOf(Object.keys(PEOPLE)), ...forgeHalf(), ...world })
    const scene = new ForgeScene(sandbox)
    await scene.git('frank', 'init', '-q', '-b', 'main')
    const origin = `[remote "origin"]\n\turl = ${scene.github.git}/${REPOSITORY}.git\n`
    const all = '\tfetch = +refs/heads/*:refs/remotes/origin/*\n'
    appendFileSync(join(scene.#folder, '.git', 'config'), origin + all)
    const book = patched(FORGE_BASE, files)
    const owners = generateCodeowners(bookOf(book).book) ?? ''
    await scene.#pushed('frank', 'main', null, { ...book, '.github/CODEOWNERS': owners }, 'Begin')
    scene.update()
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

  /** The clone in which commands run and people work. */
  get root(): string {
    const branch = this.#wanted
    this.#wanted = null
    if (branch !== null) {
      const checkout = ['checkout', '-q', '--force', '-B', branch, `refs/heads/${branch}`]
      execFileSync('git', checkout, { cwd: this.#folder, env: this.gitEnvironment('frank') })
    }
    return this.#folder
  }

  /** git in the clone, as somebody, at the sandbox's time. Never blocking: the forge answers from this process. */
  async git(who: string, ...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, {
      cwd: this.root,
      env: this.gitEnvironment(who)
    })
    // Whatever it did, the next who fetches finds out.
    this.#fetched = ''
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
    return readFileSync(join(this.#folder, '.git', name), 'latin1').trim()
  }

  #setRef(ref: string, id: string): void {
    const file = join(this.#folder, '.git', ref)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${id}\n`)
  }

  /** A new branch on top of the forge's main with these files, pushed; returns its head. */
  async branch(who: string, name: string, files: Patch, message = 'Change access'): Promise<string> {
    this.update()
    return this.#pushed(who, name, this.head('main'), files, message)
  }

  /** One more commit on a branch, pushed; returns it. */
  async more(who: string, name: string, files: Patch, message = 'Change it again'): Promise<string> {
    return this.#pushed(who, name, this.#gitFile(`refs/heads/${name}`), files, message)
  }

  /** Pushes files straight to main, past every rule; returns the commit. */
  async pushMain(who: string, files: Patch, message = 'Push'): Promise<string> {
    this.update()
    return this.#pushed(who, 'main', this.head('main'), files, message)
  }

  /** A commit on top of another one, made in the clone and pushed to a branch, as `git push --force` does. */
  async #pushed(
    who: string,
    branch: string,
    parent: string | null,
    files: Patch,
    message: string
  ): Promise<string> {
    const before = parent === null ? null : parseCommit(this.#ours.read(parent)?.bytes ?? Buffer.alloc(0))
    const author = { name: who, email: `${who}@acme.example`, at: this.sandbox.clock.now() }
    const commit = {
      tree: treeWith(this.#ours, before?.tree ?? null, files),
      parents: parent === null ? [] : [parent],
      author,
      committer: author,
      message: `${message.trimEnd()}\n`
    }
    const head = this.#ours.write('commit', formatCommit(commit))
    carry(head, this.#ours, this.#theirs)
    const ref = `heads/${branch}`
    if (this.head(branch) === null)
      await this.api(who, 'POST', '/git/refs', { ref: `refs/${ref}`, sha: head })
    else await this.api(who, 'PATCH', `/git/refs/${ref}`, { sha: head, force: true })
    this.#setRef(`refs/${ref}`, head)
    this.#wanted = branch
    return head
  }

  /** Brings all branches of the forge to the clone, and the clone's main to where the forge has it. */
  update(): void {
    const heads = [...new Git(this.forge.directory(REPOSITORY)).refs.all()].filter(([ref]) =>
      ref.startsWith('refs/heads/')
    )
    const tip = heads.find(([ref]) => ref === 'refs/heads/main')?.[1]
    if (tip === undefined) throw new Error('the forge has no main')
    if (JSON.stringify(heads) !== this.#fetched) {
      rmSync(join(this.#folder, '.git', 'refs/remotes'), { recursive: true, force: true })
      for (const [ref, id] of heads) {
        carry(id, this.#theirs, this.#ours)
        this.#setRef(ref.replace('heads', 'remotes/origin'), id)
      }
      this.#fetched = JSON.stringify(heads)
    }
    this.#setRef('refs/heads/main', tip)
    this.#wanted = 'main'
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
    this.update()
    return this.#gitFile('refs/remotes/origin/main')
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
    return new Git(this.forge.directory(REPOSITORY)).refs.at(`refs/heads/${branch}`)
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
    this.update()
  }

  async close(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true })
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
