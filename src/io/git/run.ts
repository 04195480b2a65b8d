import { spawn } from 'node:child_process'
import { UnableError } from '../../book/errors.ts'
import { plain } from '../../book/quote.ts'

/**
 * The environment git runs in: nothing that redirects it to another repository, object store or editor, no replacement
 * of objects, no lazy fetching, no prompts, English messages. Configuration files stay where the caller has put them
 * (a user's `safe.directory` must hold), because only plumbing is used, which they don't change.
 */
export function gitEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    const allowed = !name.toUpperCase().startsWith('GIT_') || KEPT.has(name)
    if (allowed && value !== undefined) kept[name] = value
  }
  return { ...kept, ...FIXED }
}

const KEPT: ReadonlySet<string> = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_EXEC_PATH'
])
const FIXED = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C'
}

/** Settings of a repository that would run its programs or change what plumbing prints. */
const CONFIG = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.quotePath=false',
  'core.pager=cat',
  'diff.external=',
  'diff.renames=false',
  'log.showSignature=false'
].flatMap((setting) => ['-c', setting])

/** Arguments of every call: where, and with which settings overruled. */
export function gitArguments(root: string, args: readonly string[]): string[] {
  return ['-C', root, ...CONFIG, ...args]
}

/** How a git command ended. */
export interface GitResult {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

/**
 * Runs git without a shell and returns how it ended, whatever its status. `secrets` are further variables of its
 * environment: what must stand in no command line. Throws UnableError if git can't be started.
 */
export function tryGit(
  root: string,
  args: readonly string[],
  input?: string | Uint8Array,
  secrets: Readonly<Record<string, string>> = {}
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', gitArguments(root, args), {
      env: { ...gitEnvironment(), ...secrets },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', (cause) =>
      reject(new UnableError('git can’t be started. Install git 2.38 or newer.', { cause }))
    )
    // A program that ends before it has read everything is told of by its status.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
    child.on('close', (status) => {
      resolve({ status, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') })
    })
  })
}

/** Runs git and returns its output. Throws UnableError with git's own first line if it fails. */
export async function runGit(
  root: string,
  args: readonly string[],
  input?: string | Uint8Array
): Promise<Buffer> {
  const { status, stdout, stderr } = await tryGit(root, args, input)
  if (status !== 0) throw gitFailure(args, stderr)
  return stdout
}

/** What a failed command said, as a known error. */
export function gitFailure(args: readonly string[], stderr: string): UnableError {
  if (/not a git repository/u.test(stderr))
    return new UnableError('This is not a git repository. Run this inside one, or name one with --root.')
  const command = args.find((arg) => !arg.startsWith('-')) ?? ''
  const lines = stderr.split('\n').filter((text) => text.trim() !== '' && !text.startsWith('hint:'))
  const line = lines.find((text) => /^(?:fatal|error):/u.test(text)) ?? lines[0] ?? 'it gave no reason'
  return new UnableError(`git ${command} failed: ${plain(line.trim())}.${repairOf(stderr)}`)
}

/** What mends it, with a blank before; empty where nobody knows. */
function repairOf(stderr: string): string {
  if (/dubious ownership/u.test(stderr))
    return ' Run: git config --global --add safe.directory <the repository>.'
  // Half of a history that nothing leads to can be tidied away while the other half stays.
  return /^(?:fatal|error): (?:could not read|unable to read|bad object|missing)/imu.test(stderr)
    ? ' This clone lacks objects. Clone the repository anew, or run: git fetch --refetch.'
    : ''
}
