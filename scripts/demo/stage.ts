import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeInstant } from '../../src/book/instant.ts'
import type { Io } from '../../src/commands/command.ts'
import { main } from '../../src/commands/main.ts'
import type { Sandbox, SandboxKeys } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ROOT } from '../house/root.ts'
import { readBook } from './book.ts'
import { DemoFailure, type Teller } from './teller.ts'
import { acmeWorld, RUNNER } from './world.ts'

/** When the story begins. Nothing in it reads the machine's clock. */
const BEGIN = '2026-11-20T09:00:00Z'

/** What a command gave. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Everything the chapters act on: a repository of Acme's files, and two AWS accounts of the local IAM. */
export interface Stage {
  readonly teller: Teller
  readonly sandbox: Sandbox
  /** Writes a file of the repository. */
  readonly write: (path: string, text: string) => Promise<void>
  /** Runs a command line as typed, through the real entry; throws DemoFailure unless it ends with `status`. */
  readonly run: (line: string, status: number) => Promise<Ran>
  /** Runs git in the repository and gives what it printed. */
  readonly git: (...args: readonly string[]) => Promise<string>
  /** Commits everything. */
  readonly commit: (message: string) => Promise<void>
  readonly keysOf: (account: string, user: string) => SandboxKeys
  readonly close: () => Promise<void>
}

/** Copies Acme into a fresh repository and starts the local IAM. The repository goes with the process at the latest. */
export async function openStage(teller: Teller): Promise<Stage> {
  const root = await mkdtemp(join(tmpdir(), 'grantbook-demo-'))
  const remove = (): void => rmSync(root, { recursive: true, force: true })
  process.once('exit', remove)
  await cp(join(ROOT, 'grants'), join(root, 'grants'), { recursive: true })
  const sandbox = await startSandbox(acmeWorld(readBook(root), BEGIN))
  const keysOf = (account: string, user: string): SandboxKeys => {
    const keys = sandbox.aws.accounts.find((one) => one.account === account)?.users[user]
    if (!keys) throw new DemoFailure(`The world has no user "${user}" in ${account}.`)
    return keys
  }
  const environment = environmentOf(sandbox, keysOf('123456789012', RUNNER))
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', args, { cwd: root, env: gitEnvironment(sandbox) })
    return stdout
  }
  await git('init', '--quiet', '--initial-branch=main')
  return {
    teller,
    sandbox,
    keysOf,
    git,
    write: (path, text) => writeFile(join(root, path), text),
    run: (line, status) => run(line, status, root, environment, sandbox),
    async commit(message) {
      await git('add', '--all')
      await git('commit', '--quiet', `--message=${message}`)
    },
    async close() {
      await sandbox.close()
      process.off('exit', remove)
      remove()
    }
  }
}

async function run(
  line: string,
  status: number,
  root: string,
  environment: Io['environment'],
  sandbox: Sandbox
): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const io: Io = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdin: () => Promise.resolve(''),
    terminal: { out: false, err: false, columns: 100 },
    cwd: root,
    environment,
    clock: () => sandbox.clock.now(),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    signal: new AbortController().signal
  }
  const ran = { status: await main(line.split(' ').slice(2), io), out: out.join(''), err: err.join('') }
  if (ran.status === status) return ran
  throw new DemoFailure(`"${line}" ended with ${ran.status} instead of ${status}.\n${ran.out}${ran.err}`)
}

function environmentOf({ aws }: Sandbox, keys: SandboxKeys): Io['environment'] {
  return {
    AWS_ENDPOINT_URL_IAM: aws.iam,
    AWS_ENDPOINT_URL_STS: aws.sts,
    AWS_ENDPOINT_URL_CLOUDTRAIL: aws.cloudtrail,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    NO_COLOR: '1'
  }
}

function gitEnvironment({ clock }: Sandbox): NodeJS.ProcessEnv {
  const now = writeInstant(clock.now())
  return {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'Dave Placeholder',
    GIT_AUTHOR_EMAIL: 'dave@acme.example',
    GIT_AUTHOR_DATE: now,
    GIT_COMMITTER_NAME: 'Dave Placeholder',
    GIT_COMMITTER_EMAIL: 'dave@acme.example',
    GIT_COMMITTER_DATE: now
  }
}
