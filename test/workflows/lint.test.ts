import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWorkflows, runnerWorkflows } from '../../src/init/workflows.ts'
import { INSTALL, program } from './tools.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TOOL = { uses: 'acme/grantbook@0123456789abcdef0123456789abcdef01234567', version: '0.1.0' }
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'grantbook-lint-'))
  for (const [form, files] of [
    ['own', ownWorkflows(TOOL)],
    ['runner', runnerWorkflows(TOOL, 'acme/access')]
  ] as const) {
    for (const [path, text] of files) {
      const file = join(folder, form, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    spawnSync('git', ['init', '-q', join(folder, form)])
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(name: string, args: readonly string[], cwd: string): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(program(name) ?? name, args, { cwd, encoding: 'utf8' })
  return { status, out: status === 0 ? '' : stdout + stderr }
}

const FORMS = ['this repository', 'own', 'runner'] as const
const at = (form: (typeof FORMS)[number]): string => (form === 'this repository' ? ROOT : join(folder, form))

test.skipIf(program('actionlint') === null).each(FORMS)(
  `actionlint finds nothing in %s (${INSTALL})`,
  (form) => {
    expect(run('actionlint', [], at(form))).toEqual({ status: 0, out: '' })
  }
)

test.skipIf(program('zizmor') === null).each(FORMS)(`zizmor finds nothing in %s (${INSTALL})`, (form) => {
  const args = ['--offline', '--no-progress', '--persona', 'regular', '--', '.github/workflows']
  expect(run('zizmor', args, at(form))).toEqual({ status: 0, out: '' })
})
