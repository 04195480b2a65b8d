import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Common, Io } from '../../src/commands/command.ts'
import { command } from '../../src/commands/sandbox.ts'

const WORLD = `now: 2026-11-20T09:00:00Z
aws:
  - account: "123456789012"
    alias: prod
    users: [{name: zoe, keys: 1}, {name: alice, keys: 1}, {name: bob}]
`
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grantbook-sandbox-'))
  await writeFile(join(folder, 'world.yaml'), WORLD)
})
afterAll(() => rm(folder, { recursive: true }))

const common: Common = {
  root: '/nowhere',
  format: 'json',
  now: Date.UTC(2027, 0, 1),
  nowGiven: false,
  quiet: false
}

/** What the line says, and what the clock behind it shows. */
async function look(text: string): Promise<unknown> {
  const ready: { control: string } = JSON.parse(text)
  const response = await fetch(`${ready.control}/clock`)
  return { ready, clock: await response.json(), lines: text.split('\n').length }
}

/** Runs the command until it has printed its line, then looks at the sandbox, then interrupts it. */
async function run(
  options: Readonly<Record<string, unknown>>,
  more: { stdin?: string; nowGiven?: boolean } = {}
) {
  const stop = new AbortController()
  let seen: unknown = null
  let looked: Promise<unknown> = Promise.resolve()
  const io: Io = {
    out: (text) => {
      looked = look(text).then((found) => {
        seen = found
        stop.abort()
        return found
      })
    },
    err: () => {},
    stdin: () => Promise.resolve(more.stdin ?? ''),
    terminal: { out: false, err: false, columns: 80 },
    cwd: folder,
    environment: {},
    clock: () => 0,
    sleep: () => Promise.resolve(),
    random: () => 0,
    signal: stop.signal
  }
  const status = await command.run([], options, { ...common, nowGiven: more.nowGiven ?? false }, io)
  await looked
  return { status, seen }
}

const keys = {
  accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/u),
  secretAccessKey: expect.stringMatching(/^.{40}$/u)
}
const local = (path: string) =>
  expect.stringMatching(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${path}$`, 'u'))

describe('grantbook sandbox', () => {
  test('prints one line when it is ready, and runs until interrupted', async () => {
    expect(await run({ world: 'world.yaml' })).toEqual({
      status: 0,
      seen: {
        lines: 2,
        clock: { now: '2026-11-20T09:00:00Z' },
        ready: {
          format: 1,
          ok: true,
          github: null,
          control: local('control'),
          aws: {
            iam: local('iam'),
            sts: local('sts'),
            cloudtrail: local('cloudtrail'),
            accounts: [
              { account: '123456789012', alias: 'prod', root: keys, users: { alice: keys, zoe: keys } }
            ]
          }
        }
      }
    })
  })

  test('starts a forge too, with repositories from folders beside the world file', async () => {
    await mkdir(join(folder, 'worlds/book/grants'), { recursive: true })
    await writeFile(join(folder, 'worlds/book/grants/a.yaml'), 'a: 1\n')
    const world = `organization: acme
users: [{login: zoe}, {login: alice-acme, id: 583231}]
apps: [{slug: grantbook-acme}]
repositories: [{name: access, from: ./book, write: [alice-acme]}]
`
    await writeFile(join(folder, 'worlds/world.yaml'), world)
    const { seen, status } = await run({ world: 'worlds/world.yaml' })
    expect(status).toBe(0)
    expect(seen).toMatchObject({
      ready: {
        github: {
          api: local('api/v3'),
          git: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u),
          tokens: {
            'alice-acme': expect.stringMatching(/^ghp_\w{36}$/u),
            'grantbook-acme': expect.stringMatching(/^ghs_\w{36}$/u),
            zoe: expect.stringMatching(/^ghp_\w{36}$/u)
          }
        }
      }
    })
  })

  test('reads a world from standard input, and takes a clock', async () => {
    const { seen } = await run({ world: '-' }, { stdin: '{"now": "2026-01-01"}', nowGiven: true })
    expect(seen).toMatchObject({ clock: { now: '2027-01-01T00:00:00Z' }, ready: { aws: { accounts: [] } } })
  })

  test.each<[Readonly<Record<string, unknown>>, string, string]>([
    [{}, '', 'sandbox needs --world FILE.'],
    [{ world: 'none.yaml' }, '', "none.yaml can't be read. Name a world file."],
    [{ world: 'world.yaml', port: '70000' }, '', '--port takes a number from 0 to 65535, not "70000".'],
    [
      { world: '-' },
      'now: [',
      '-:1:7: Flow sequence in block collection must be sufficiently indented and end with a ]'
    ],
    [
      { world: '-' },
      'noww: 2026-01-01',
      'The world is wrong: Unrecognized key: "noww". Correct the world file.'
    ]
  ])('refuses %j', async (options, stdin, message) => {
    await expect(run(options, { stdin })).rejects.toThrow(message)
  })

  test('a real process is ready, answers and ends at SIGTERM', async () => {
    const cli = new URL('../../src/cli.ts', import.meta.url).pathname
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', cli, 'sandbox', '--world', join(folder, 'world.yaml')],
      {
        stdio: ['ignore', 'pipe', 'inherit']
      }
    )
    const line = await new Promise<string>((resolve, reject) => {
      let text = ''
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.endsWith('\n')) resolve(text)
      })
      child.once('exit', (code) =>
        reject(new Error(`ended with ${code ?? 'a signal'} before it was ready: ${text}`))
      )
    })
    const ready: { control: string } = JSON.parse(line)
    const response = await fetch(`${ready.control}/clock`)
    expect(await response.json()).toEqual({ now: '2026-11-20T09:00:00Z' })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(143)
  })
})
