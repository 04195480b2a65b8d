import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Instant } from '../../src/book/instant.ts'
import { writeInstant } from '../../src/book/instant.ts'
import type { Io } from '../../src/commands/command.ts'
import { dispatch } from '../../src/commands/dispatch.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { NOW, type Files } from './book.ts'
import { withLocalApply, type Arrival } from './local-ports.ts'

const PROOFS: ReadonlySet<string> = new Set(['requested', 'approved', 'reduced'])

/** What a command printed and how it ended. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** A git repository in a folder of its own, gone when the test is over. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'grantbook-test-'))
  readonly #identity: Readonly<Record<string, string>>
  #evidence: { readonly head: string; readonly files: Readonly<Record<string, string>> } | null = null

  constructor() {
    this.#identity = {
      GIT_AUTHOR_NAME: 'Alice Example',
      GIT_AUTHOR_EMAIL: 'alice@acme.example',
      GIT_COMMITTER_NAME: 'Alice Example',
      GIT_COMMITTER_EMAIL: 'alice@acme.example',
      GIT_AUTHOR_DATE: `${Math.floor(NOW / 1000)} +0000`,
      GIT_COMMITTER_DATE: `${Math.floor(NOW / 1000)} +0000`
    }
    this.git('init', '-q', '-b', 'main')
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, ...this.#identity },
      stdio: ['ignore', 'pipe', 'pipe']
    })
  }

  /** Makes the working tree exactly these files. */
  write(files: Files): void {
    rmSync(join(this.root, 'grants'), { recursive: true, force: true })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      writeFileSync(join(this.root, path), text)
    }
  }

  /** Commits exactly these files and returns the commit. */
  commit(files: Files, message = 'Change access'): string {
    this.write(files)
    this.git('add', '-A')
    this.git('commit', '-q', '--allow-empty', '-m', message)
    // What was just committed stands in a file of its own, unless no branch is checked out.
    return (
      this.#stands(this.#stands('HEAD')?.replace(/^ref: /u, '') ?? '') ?? this.git('rev-parse', 'HEAD').trim()
    )
  }

  /** What a file of git's says; null: there is none. */
  #stands(name: string): string | null {
    const file = join(this.root, '.git', name)
    return name !== '' && existsSync(file) ? readFileSync(file, 'latin1').trim() : null
  }

  /** Every file of the evidence branch as text; empty if there is no such branch. */
  evidence(): Readonly<Record<string, string>> {
    const head = this.git('for-each-ref', '--format=%(objectname)', 'refs/heads/evidence').trim()
    if (head === '') return {}
    if (this.#evidence?.head === head) return this.#evidence.files
    const listed = this.git('ls-tree', '-r', '-z', head).split('\0').filter(Boolean)
    const entries = listed.map((line) => /^\d+ (\w+) (\w+)\t(.*)$/su.exec(line)?.slice(1) ?? [])
    const contents = this.#blobs(entries.map(([, id = '']) => id))
    const files = Object.fromEntries(entries.map(([, , path = ''], index) => [path, contents[index] ?? '']))
    this.#evidence = { head, files }
    return files
  }

  /** Files by their ids, all by one process. */
  #blobs(ids: readonly string[]): readonly string[] {
    const input = ids.map((id) => `${id}\n`).join('')
    const bytes = execFileSync('git', ['cat-file', '--batch'], { cwd: this.root, input, maxBuffer: 1 << 30 })
    let at = 0
    return ids.map((id) => {
      const end = bytes.indexOf(0x0a, at)
      const [found, type, size] = bytes.toString('latin1', at, end).split(' ')
      if (found !== id || type !== 'blob') throw new Error(`${id} can’t be read`)
      at = end + 1 + Number(size) + 1
      return bytes.toString('utf8', end + 1, at - 1)
    })
  }

  /** What evidence says was done about one governed file, in order: all but how its form was approved. */
  events(file: string): readonly Readonly<Record<string, unknown>>[] {
    return this.record(file).filter(({ event }) => !PROOFS.has(String(event)))
  }

  /** All events of one governed file, in order. */
  record(file: string): readonly Readonly<Record<string, unknown>>[] {
    const text = this.evidence()[`events/${file}.jsonl`] ?? ''
    return text
      .split('\n')
      .filter(Boolean)
      .map((line): Record<string, unknown> => JSON.parse(line))
  }

  /** Replaces one file of the evidence branch, as somebody would who may push to it. */
  forge(path: string, text: string): void {
    const env = { ...process.env, ...this.#identity, GIT_INDEX_FILE: join(this.root, '.git', 'forged-index') }
    const git = (args: readonly string[], input?: string): string =>
      execFileSync('git', args, {
        cwd: this.root,
        encoding: 'utf8',
        env,
        ...(input === undefined ? {} : { input })
      }).trim()
    const blob = git(['hash-object', '-w', '--stdin'], text)
    git(['read-tree', 'evidence'])
    git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
    const commit = git(['commit-tree', git(['write-tree']), '-p', 'evidence', '-m', 'Forged'])
    git(['update-ref', 'refs/heads/evidence', commit])
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** What a test may replace of the world that a command sees. */
export type Over = Partial<Io> & {
  readonly now?: Instant
  /** How what stands at HEAD came there, for apply; approved unless a test says otherwise. */
  readonly arrival?: Arrival
}

/** Runs one command line in this process, against a sandbox if one is given. apply runs without a forge. */
export async function run(
  repository: Repository,
  sandbox: Sandbox | null,
  args: readonly string[],
  over: Over = {}
): Promise<Ran> {
  const { now = sandbox?.clock.now() ?? NOW, arrival = 'approved', ...io } = over
  let [out, err] = ['', '']
  const commands = withLocalApply(COMMANDS, arrival)
  const status = await dispatch(commands, [...args, '--root', repository.root, '--now', writeInstant(now)], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    stdin: () => Promise.resolve(''),
    terminal: { out: false, err: false, columns: 80 },
    cwd: repository.root,
    environment: sandbox ? environmentOf(sandbox) : {},
    clock: () => now,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    signal: new AbortController().signal,
    ...io
  })
  return { status, out, err }
}

/** What points the SDK to a sandbox, with the keys of its first account's administrator. */
export function environmentOf(sandbox: Sandbox, index = 0): Readonly<Record<string, string>> {
  const keys = sandbox.aws.accounts[index]?.root
  return {
    AWS_ENDPOINT_URL_IAM: sandbox.aws.iam,
    AWS_ENDPOINT_URL_STS: sandbox.aws.sts,
    AWS_ACCESS_KEY_ID: keys?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey ?? ''
  }
}
