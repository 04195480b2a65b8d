import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateCodeowners } from '../../src/approval/codeowners/generate.ts'
import { main } from '../../src/commands/main.ts'
import { Git } from '../../src/sandbox/forge/git/git.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { bookOf } from '../support/book.ts'
import { blobsOf } from '../support/carry.ts'
import { testPem } from '../support/keys.ts'
import type { Ran } from '../support/repository.ts'
import { APP, REPOSITORY, RUNNER, yearBook, yearWorld } from './world.ts'

/** GitHub, three AWS accounts, and a clone in which our commands run. */
export class YearScene {
  readonly sandbox: Sandbox
  readonly forge: SandboxForge
  readonly git: Git
  readonly root = mkdtempSync(join(tmpdir(), 'grantbook-year-'))

  private constructor(sandbox: Sandbox, forge: SandboxForge) {
    this.sandbox = sandbox
    this.forge = forge
    this.git = new Git(forge.directory(REPOSITORY))
  }

  static async open(): Promise<YearScene> {
    const sandbox = await startSandbox(yearWorld())
    if (!sandbox.forge || !sandbox.github) throw new Error('the sandbox has no forge')
    const scene = new YearScene(sandbox, sandbox.forge)
    try {
      await scene.#begin()
      return scene
    } catch (error) {
      await scene.close()
      throw error
    }
  }

  /** The first commit of main, a clone, and the record's beginning. */
  async #begin(): Promise<void> {
    const book = yearBook()
    const files = { ...book, '.github/CODEOWNERS': generateCodeowners(bookOf(book).book) ?? '' }
    const placed = blobsOf(files, (bytes) => this.git.writeBlob(bytes))
    const tree = this.git.withFiles(this.git.writeTree([]), placed)
    const who = { name: 'p000', email: 'p000@acme.example', at: this.now }
    const first = this.git.writeCommit({
      tree,
      parents: [],
      author: who,
      committer: who,
      message: 'Begin\n'
    })
    this.git.refs.set(this.repository, 'refs/heads/main', first)
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: this.root })
    git('init', '-q', '-b', 'main')
    git('remote', 'add', 'origin', `${this.sandbox.github?.git ?? ''}/${REPOSITORY}.git`)
    const { err, status } = await this.run('genesis', '--by', 'p001')
    if (status !== 0) throw new Error(`genesis failed: ${err}`)
  }

  /**
   * Packs the clone, as a runner's is that was just fetched, and the forge, as GitHub does; what the forge reads without git
   * stays loose beside its packs.
   */
  pack(): void {
    execFileSync('git', ['repack', '-a', '-d', '-k', '-q'], { cwd: this.root })
    execFileSync('git', ['repack', '-q'], { cwd: this.git.dir })
  }

  get repository() {
    const found = [...this.forge.state.repositories.values()].find(({ name }) => name === 'access')
    if (!found) throw new Error('the forge has no repository')
    return found
  }

  get now(): number {
    return this.sandbox.clock.now()
  }

  wait(minutes: number): void {
    this.sandbox.clock.set(this.now + minutes * 60_000)
  }

  async run(...args: readonly string[]): Promise<Ran> {
    return this.runAs(APP, ...args)
  }

  async runAs(login: string, ...args: readonly string[]): Promise<Ran> {
    return this.#runIn(this.environment(login), args)
  }

  /** Without GitHub or AWS. */
  async runOffline(...args: readonly string[]): Promise<Ran> {
    return this.#runIn({}, args)
  }

  async #runIn(environment: Readonly<Record<string, string>>, args: readonly string[]): Promise<Ran> {
    let [out, err] = ['', '']
    const status = await main([...args, '--root', this.root], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      stdin: () => Promise.resolve(''),
      terminal: { out: false, err: false, columns: 80 },
      cwd: this.root,
      environment,
      clock: () => this.now,
      sleep: (ms) => Promise.resolve(this.sandbox.clock.set(this.now + ms)),
      random: () => 0.5,
      signal: new AbortController().signal
    })
    return { status, out, err }
  }

  environment(login: string): Readonly<Record<string, string>> {
    const { aws, github } = this.sandbox
    const keys = aws.accounts[0]?.users[RUNNER]
    const base = {
      GITHUB_API_URL: github?.api ?? '',
      GITHUB_SERVER_URL: github?.git ?? '',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: this.forge.token(login)
    }
    if (login !== APP) return base
    return {
      ...base,
      GRANTBOOK_SIGNING_KEY: testPem(1),
      AWS_ENDPOINT_URL_IAM: aws.iam,
      AWS_ENDPOINT_URL_STS: aws.sts,
      AWS_ENDPOINT_URL_CLOUDTRAIL: aws.cloudtrail,
      AWS_ACCESS_KEY_ID: keys?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey ?? ''
    }
  }

  async close(): Promise<void> {
    try {
      await this.sandbox.close()
    } finally {
      rmSync(this.root, { recursive: true, force: true })
    }
  }
}
