import { execFileSync } from 'node:child_process'
import type { Io } from '../../src/commands/command.ts'
import { main } from '../../src/commands/main.ts'

/** What a command line printed and how it ended. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs one command line in this process, at a fixed instant. */
export async function cli(args: readonly string[], over: Partial<Io> = {}): Promise<Ran> {
  let [out, err] = ['', '']
  const status = await main(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    stdin: () => Promise.resolve(''),
    terminal: { out: false, err: false, columns: 80 },
    cwd: '/',
    environment: {},
    clock: () => Date.UTC(2026, 10, 20, 9),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    signal: new AbortController().signal,
    ...over
  })
  return { status, out, err }
}

/** Runs git in a folder, as a committer whose clock says `at`. */
export function gitAt(root: string, at: string, ...args: readonly string[]): string {
  return execFileSync(
    'git',
    ['-C', root, '-c', 'user.name=Acme', '-c', 'user.email=acme@acme.example', ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
    }
  )
}
