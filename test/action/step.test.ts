import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, type Bundle } from '../../scripts/house/bundle.ts'
import { Repository } from '../support/repository.ts'
import { BASE, grant, grantPath, type Files } from '../support/book.ts'
import { INSTALL, node24 } from '../workflows/tools.ts'

// The bundled action as a runner starts it: a program with inputs, files and an event in its environment.
const NODES: readonly (readonly [string, string | null])[] = [
  ['this Node', process.execPath],
  [`Node 24 (${INSTALL})`, node24()]
]
const PATH = grantPath('billing-read', 'alice')
const HOSTILE = '::error::forged ##[add-mask]x $(touch owned) `touch owned`'

let folder: string
let files: Bundle
let repository: Repository
let head: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'grantbook-action-'))
  files = await bundle()
  for (const [name, { content }] of files) put(`dist/${name}`, content)
  put('package.json', '{"type":"module"}')
  repository = new Repository()
  repository.commit(BASE)
  const wrong: Files = { ...BASE, [PATH]: grant('2026-13-01', `"${HOSTILE}": x\n`) }
  head = repository.commit(wrong)
  repository.git('checkout', '-q', 'HEAD~1')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  repository.remove()
})

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

interface Stepped {
  readonly status: number | null
  readonly out: string
  readonly outputs: string
  readonly summary: string
}

async function step(
  node: string,
  inputs: Readonly<Record<string, string>>,
  over: Record<string, string> = {}
): Promise<Stepped> {
  for (const name of ['output', 'summary']) put(name, '')
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  )
  const child = spawn(node, [join(folder, 'dist/action.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_REPOSITORY: 'acme/access',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_ACTOR_ID: '101',
      GITHUB_WORKSPACE: repository.root,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      RUNNER_TEMP: folder,
      ...given,
      ...over
    }
  })
  let out = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (out += part.toString()))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const [outputs, summary] = ['output', 'summary'].map((name) => readFileSync(join(folder, name), 'utf8'))
  return { status, out, outputs: outputs ?? '', summary: summary ?? '' }
}

/** Value of an output in the form that Actions reads: `name<<delimiter`, value, delimiter. */
function output(text: string, name: string): string | undefined {
  return new RegExp(`^${name}<<(.+)\\n(.*)\\n\\1$`, 'mu').exec(text)?.[2]
}

describe.each(NODES)('on %s', (_, node) => {
  test.skipIf(node === null)(
    'a mistake is annotated, and no text of a file is a command of the log',
    async () => {
      const { status, out, outputs, summary } = await step(node ?? '', {
        command: 'validate',
        base: 'HEAD',
        head
      })
      expect(status).toBe(1)
      const commands = out.split('\n').filter((line) => /^\s*::/u.test(line))
      expect(commands).toHaveLength(1)
      expect(commands[0]).toMatch(/^::error file=/u)
      for (const line of commands) expect(line).toContain(`file=${PATH},line=`)
      expect(out).not.toContain('##[')
      expect(output(outputs, 'ok')).toBe('false')
      const result = JSON.parse(readFileSync(output(outputs, 'result') ?? '', 'utf8'))
      expect(result).toMatchObject({ format: 1, ok: false, counts: { errors: 1 } })
      expect(summary).toContain('| error | `')
      expect(out).toContain('forged')
      expect(() => readFileSync(join(folder, 'owned'))).toThrow('ENOENT')
    }
  )

  test.skipIf(node === null)('nothing wrong is exit status 0', async () => {
    const { status, out, outputs } = await step(node ?? '', { command: 'validate' })
    expect([status, out, output(outputs, 'ok')]).toEqual([0, '0 grants in 8 files: nothing wrong.\n', 'true'])
  })

  test.skipIf(node === null).each([
    ['an unknown command', { command: '::error::x' }, {}, 'The action has no command'],
    ['an input of another command', { command: 'validate', recover: 'x' }, {}, 'takes no input "recover"'],
    ['outside of Actions', { command: 'validate' }, { GITHUB_RUN_ID: '' }, 'GITHUB_RUN_ID is not set'],
    [
      'a repository that is none',
      { command: 'validate' },
      { GRANTBOOK_REPOSITORY: 'x;y' },
      'GRANTBOOK_REPOSITORY is malformed'
    ],
    [
      'a genesis by nobody in the book',
      { command: 'genesis' },
      { GITHUB_ACTOR_ID: '9' },
      'is not exactly one person'
    ],
    ['a base that is an option', { command: 'validate', base: '--upload-pack=x' }, {}, 'upload-pack']
  ])('%s is exit status 2, in one line', async (__, inputs, over, message) => {
    const { status, out } = await step(node ?? '', inputs, over)
    expect(status).toBe(2)
    expect(out).toContain(message)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(out).not.toMatch(/^::error::x/mu)
  })
})

test('the action reaches neither the sandbox nor a command that no workflow calls', () => {
  const seen = new Set(['action.js'])
  for (const name of seen) {
    const text = files.get(name)?.content ?? ''
    for (const match of text.matchAll(/(?:from |import\(|^import )"(\.[^"]+)"/gmu))
      seen.add(join(dirname(name), match[1] ?? ''))
  }
  const all = [...seen].map((name) => files.get(name)?.content ?? '').join('\n')
  expect(all).toContain('// src/commands/validate.ts')
  expect(all).toContain('// src/commands/apply.ts')
  expect(all).not.toContain('// src/sandbox/')
  expect(all).not.toContain('// src/commands/sandbox.ts')
  expect(all).not.toContain('// src/commands/keygen.ts')
  expect(all).not.toContain('// src/commands/init.ts')
  const size = Buffer.byteLength(files.get('action.js')?.content ?? '')
  expect(size).toBeLessThan(1_500_000)
})

test('the bundle is what a consumer’s runner gets: no file beside dist/ and action.yml is read', () => {
  const out = execFileSync(process.execPath, [join(folder, 'dist/cli.js'), '--version'], { encoding: 'utf8' })
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/u)
})
