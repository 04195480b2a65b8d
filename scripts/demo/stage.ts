import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeInstant, type Instant } from '../../src/book/instant.ts'
import type { Io } from '../../src/commands/command.ts'
import { main } from '../../src/commands/main.ts'
import type { Sandbox, SandboxKeys } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { ROOT } from '../house/root.ts'
import { actor, githubOf, type Actor } from './actor.ts'
import { readBook } from './book.ts'
import { APP, forgeWorld, REPOSITORY } from './forge-world.ts'
import { DemoFailure, type Teller } from './teller.ts'
import { acmeWorld, RUNNER } from './world.ts'

/** When the story begins. Nothing in it reads the machine's clock. */
export const BEGIN = '2026-11-20T09:00:00Z'

/** What a command gave. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Everything the chapters act on: a clone of Acme's repository, a local GitHub, and two AWS accounts of the local IAM. */
export interface Stage {
  readonly teller: Teller
  readonly sandbox: Sandbox
  readonly root: string
  /** Writes a file of the clone. */
  readonly write: (path: string, text: string) => Promise<void>
  readonly read: (path: string) => Promise<string>
  /** Runs a command line as typed, through the real entry, with the runner's keys and the App's token, or a person's. */
  readonly run: (line: string, status: number, person?: string) => Promise<Ran>
  /** Somebody of Acme, by first name. */
  readonly as: (person: string) => Actor
  readonly keysOf: (account: string, user: string) => SandboxKeys
  /** Gives the runner the private key that signs evidence. */
  readonly sign: (key: string) => void
  /** Lets time pass, in minutes. */
  readonly wait: (minutes: number) => Promise<void>
  readonly setClock: (at: Instant) => Promise<void>
  /** What a person sets to point the command line here. */
  readonly environment: () => Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

/** Copies Acme into a fresh clone and starts GitHub and AWS. The clone goes with the process at the latest. */
export async function openStage(teller: Teller): Promise<Stage> {
  const root = await mkdtemp(join(tmpdir(), 'grantbook-demo-'))
  const remove = (): void => rmSync(root, { recursive: true, force: true })
  process.once('exit', remove)
  await cp(join(ROOT, 'grants'), join(root, 'grants'), { recursive: true })
  const book = readBook(root)
  const sandbox = await startSandbox({ ...acmeWorld(book, BEGIN), ...forgeWorld(book) })
  const keysOf = (account: string, user: string): SandboxKeys => {
    const keys = sandbox.aws.accounts.find((one) => one.account === account)?.users[user]
    if (!keys) throw new DemoFailure(`The world has no user "${user}" in ${account}.`)
    return keys
  }
  const as = (person: string): Actor => actor(sandbox, root, person)
  await as('heidi').git('init', '--quiet', '--initial-branch=main')
  await as('heidi').git('remote', 'add', 'origin', `${githubOf(sandbox).git}/${REPOSITORY}.git`)
  let key = ''
  const environment = (): Readonly<Record<string, string>> =>
    environmentOf(sandbox, keysOf('123456789012', RUNNER), as(APP).token, key)
  const setClock = (at: Instant): Promise<void> => moveClock(sandbox.control, at)
  return {
    teller,
    sandbox,
    root,
    as,
    keysOf,
    environment,
    setClock,
    sign: (pem) => (key = pem),
    wait: (minutes) => setClock(sandbox.clock.now() + minutes * 60_000),
    read: (path) => readFile(join(root, path), 'utf8'),
    async write(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    },
    run(line, status, person = APP) {
      const own = { ...environment(), GITHUB_TOKEN: as(person).token }
      return run(line, status, root, own, sandbox)
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
  const ran = { status: await main(wordsOf(line).slice(2), io), out: out.join(''), err: err.join('') }
  if (ran.status === status) return ran
  throw new DemoFailure(`"${line}" ended with ${ran.status} instead of ${status}.\n${ran.out}${ran.err}`)
}

/** The words of a command line; quotes hold one together. */
function wordsOf(line: string): readonly string[] {
  return (line.match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ''))
}

function environmentOf(
  sandbox: Sandbox,
  keys: SandboxKeys,
  token: string,
  key: string
): Readonly<Record<string, string>> {
  const { aws } = sandbox
  const { api, git } = githubOf(sandbox)
  return {
    GITHUB_API_URL: api,
    GITHUB_SERVER_URL: git,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: token,
    ...(key === '' ? {} : { GRANTBOOK_SIGNING_KEY: key }),
    AWS_ENDPOINT_URL_IAM: aws.iam,
    AWS_ENDPOINT_URL_STS: aws.sts,
    AWS_ENDPOINT_URL_CLOUDTRAIL: aws.cloudtrail,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    NO_COLOR: '1'
  }
}

/** Moves the sandbox's clock, as anybody who runs `grantbook sandbox` can. */
async function moveClock(control: string, at: Instant): Promise<void> {
  const answer = await fetch(`${control}/clock`, {
    method: 'PUT',
    body: JSON.stringify({ now: writeInstant(at) })
  })
  if (!answer.ok) throw new Error(await answer.text())
}
