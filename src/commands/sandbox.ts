import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { UnableError, UsageError } from '../book/errors.ts'
import { startSandbox } from '../sandbox/start.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { checkWorld, type World } from '../sandbox/world.ts'
import type { CommandModule, Io } from './command.ts'

/** `grantbook sandbox`: runs a local forge and IAM from a world file until it is interrupted. */
export const command: CommandModule = {
  formats: ['json'],
  example: 'npx grantbook sandbox --world world.yaml --port 4566',
  describe: (own) => {
    own
      .option('--world <file>', 'what stands at the start (YAML or JSON; - reads standard input)')
      .option('--port <n>', 'port on 127.0.0.1; one that is free if absent')
  },
  run: async (_args, options, common, io) => {
    const world = await readWorld(options['world'], io)
    const port = readPort(options['port'])
    const file = options['world']
    const base = typeof file === 'string' && file !== '-' ? dirname(resolve(io.cwd, file)) : io.cwd
    const sandbox = await start(world, { port, base, ...(common.nowGiven ? { now: common.now } : {}) })
    io.out(`${describeSandbox(sandbox)}\n`)
    await interrupted(io.signal)
    await sandbox.close()
    return 0
  }
}

async function readWorld(file: unknown, io: Io): Promise<World> {
  if (typeof file !== 'string') throw new UsageError('sandbox needs --world FILE.')
  const text = file === '-' ? await io.stdin() : await readText(resolve(io.cwd, file), file)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const problem = document.errors[0]
  if (problem) {
    const { col, line } = lines.linePos(problem.pos[0])
    throw new UsageError(`${file}:${line}:${col}: ${problem.message.split('\n')[0] ?? ''}`)
  }
  return checkWorld(document.toJS())
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UnableError(`${name} can't be read. Name a world file.`, { cause })
  }
}

function readPort(written: unknown): number {
  if (written === undefined) return 0
  const port = typeof written === 'string' && /^\d{1,5}$/u.test(written) ? Number(written) : Number.NaN
  if (!(port <= 65_535))
    throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(written)}.`)
  return port
}

async function start(world: World, options: { port: number; base: string; now?: number }): Promise<Sandbox> {
  try {
    return await startSandbox(world, options)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UnableError(`The sandbox can't listen on 127.0.0.1:${options.port}. Choose another --port.`, {
      cause
    })
  }
}

/** Everything that a client needs, on one line, keys sorted. */
function describeSandbox(sandbox: Sandbox): string {
  const { accounts, cloudtrail, iam, sts } = sandbox.aws
  const github = sandbox.github && {
    api: sandbox.github.api,
    git: sandbox.github.git,
    tokens: sortedKeys(sandbox.github.tokens)
  }
  return JSON.stringify({
    aws: {
      accounts: accounts.map(({ account, alias, root, users }) => ({
        account,
        alias,
        root,
        users: sortedKeys(users)
      })),
      cloudtrail,
      iam,
      sts
    },
    control: sandbox.control,
    format: 1,
    github,
    ok: true
  })
}

function sortedKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}
