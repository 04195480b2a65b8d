import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VERSION } from '../../src/version.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import { ACME } from '../checks/acme.ts'
import { programIn } from '../support/program.ts'
import { cli } from './cli.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'grantbook-main-'))
  for (const [path, text] of Object.entries(ACME)) {
    const file = join(folder, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the version is the package’s', async () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).toMatchObject({ version: VERSION })
  expect(await cli(['--version'])).toEqual({ status: 0, out: `${VERSION}\n`, err: '' })
})

describe('wrong usage is exit 2, one line on stderr, and nothing on stdout', () => {
  test.each([
    [['valdate'], 'error: Unknown command "valdate". The nearest is "validate"; see grantbook --help.\n'],
    [
      ['frobnicate'],
      'error: Unknown command "frobnicate". The nearest is "validate"; see grantbook --help.\n'
    ],
    [['help', 'plna'], 'error: Unknown command "plna". The nearest is "plan"; see grantbook --help.\n'],
    [
      ['validate', '--bse', 'main'],
      'error: Unknown option "--bse". The nearest is "--base"; see grantbook validate --help.\n'
    ],
    [
      ['validate', '--formt=json'],
      'error: Unknown option "--formt=json". The nearest is "--format"; see grantbook validate --help.\n'
    ],
    [
      ['validate', 'grants'],
      "error: too many arguments for 'validate'. Expected 0 arguments but got 1. See grantbook validate --help.\n"
    ],
    [
      ['validate', '--base'],
      "error: option '--base <ref>' argument missing. See grantbook validate --help.\n"
    ],
    [
      ['validate', '--format', 'jsn'],
      'error: Unknown format "jsn". The nearest is "json"; there are: text, json, github, sarif.\n'
    ],
    [
      ['validate', '--now', '2026-11-20'],
      'error: --now must be an RFC 3339 instant such as 2026-11-22T12:00:00Z, not "2026-11-20".\n'
    ],
    [
      ['validate', '--now', '2026-02-31T00:00:00Z'],
      'error: --now must be an RFC 3339 instant such as 2026-11-22T12:00:00Z, not "2026-02-31T00:00:00Z".\n'
    ],
    [['validate', '--root', '/nowhere'], 'error: --root "/nowhere" is not a directory.\n'],
    [['validate', '--base', ''], 'error: --base needs the name of a commit.\n'],
    [
      ['\u001b[31m::error::x'],
      'error: Unknown command "\\u{1b}[31m::error::x". The nearest is "restore"; see grantbook --help.\n'
    ]
  ])('%j', async (args, err) => {
    expect(await cli(args)).toEqual({ status: 2, out: '', err })
  })
})

test('no command at all shows the help on stderr', async () => {
  const { status, out, err } = await cli([])
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(/^Usage: grantbook/u)
})

describe('help', () => {
  test('names every command', async () => {
    const { status, out } = await cli(['--help'])
    expect(status).toBe(0)
    for (const { name, summary } of COMMANDS)
      expect(out).toMatch(new RegExp(`^  ${name} .*${summary.slice(0, 20)}`, 'mu'))
  })

  test.each(COMMANDS)(
    'of $name has its options, the common ones and a real example',
    async ({ name, load }) => {
      const { status, out, err } = await cli([name, '--help'])
      expect({ status, err }).toEqual({ status: 0, err: '' })
      for (const option of ['--root', '--format', '--now', '--quiet', '--help']) expect(out).toContain(option)
      const { command } = await load()
      expect(command.example).toMatch(new RegExp(`^npx grantbook ${name}`, 'u'))
      expect(out).toContain(`\n  $ ${command.example}\n`)
    }
  )
})

describe('common options', () => {
  const summary = '3 grants in 13 files: nothing wrong.\n'

  test('stand before or after the command', async () => {
    const before = await cli(['--root', folder, '--format=json', 'validate'])
    const after = await cli(['validate', '--format', 'json', '--root', folder])
    expect(before).toEqual(after)
    expect(JSON.parse(before.out)).toMatchObject({ ok: true })
  })

  test('the repository is the one that holds the working directory', async () => {
    mkdirSync(join(folder, '.git'), { recursive: true })
    const { status, out } = await cli(['validate'], { cwd: join(folder, 'grants/systems/aws-prod') })
    rmSync(join(folder, '.git'), { recursive: true })
    expect({ status, out }).toEqual({ status: 0, out: summary })
  })

  test('--root is relative to the working directory', async () => {
    expect(await cli(['validate', '--root', 'grants/..'], { cwd: folder })).toMatchObject({
      status: 0,
      out: summary
    })
  })

  test('--now is the present; else the clock is', async () => {
    const late = await cli(['validate', '--root', folder, '--now', '2027-11-01T01:00:00+01:00'])
    expect(late.out).toContain('error grant-expired'.replace('error', 'warning'))
    const clock = await cli(['validate', '--root', folder], { clock: () => Date.UTC(2027, 10, 1) })
    expect(clock.out).toBe(late.out)
  })
})

test('nothing to read is exit 2', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'grantbook-empty-'))
  const { status, out, err } = await cli(['validate', '--root', empty])
  rmSync(empty, { recursive: true })
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toBe(
    'error: There are no files under grants/ here. Name the repository with --root, or begin with grants/grantbook.yaml\n'
  )
})

test('our own bug is exit 2 with its stack, without the environment’s secrets', async () => {
  const token = `ghs_${'a1B2'.repeat(9)}`
  const { status, out, err } = await cli(['validate', '--root', folder], {
    environment: { GITHUB_TOKEN: token },
    clock: () => {
      throw new TypeError(`boom ${token}\n::error::forged`)
    }
  })
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(/^This is a mistake in Grantbook itself/u)
  expect(err).toContain('TypeError: boom [GITHUB_TOKEN]')
  expect(err).toContain('main.test.ts')
  expect(err).not.toContain(token)
  expect(err).not.toMatch(/^::/mu)
})

describe('as a process of its own', () => {
  let program: string
  beforeAll(async () => {
    program = await programIn(join(folder, 'program'), 'src/cli.ts')
  })
  const start = (...args: readonly string[]) => spawn(process.execPath, [program, ...args], { cwd: ROOT })

  test('a reader that goes away is no error', async () => {
    const child = start('validate', '--root', folder, '--format', 'sarif')
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)('%s ends it with %i', async (signal, expected) => {
    const world = join(folder, 'world.yaml')
    writeFileSync(world, 'now: 2026-11-20T09:00:00Z\naws:\n  - account: "123456789012"\n')
    const child = start('sandbox', '--world', world)
    child.stdout.once('data', () => child.kill(signal))
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(expected)
  })
})
