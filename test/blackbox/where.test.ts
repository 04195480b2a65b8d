import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cli } from '../commands/cli.ts'
import { BASE, grant, grantPath } from '../support/book.ts'
import { Repository } from '../support/repository.ts'

const GOOD = { ...BASE, [grantPath('billing-read', 'alice')]: grant('2026-12-14') }
const BAD = { ...GOOD, [grantPath('billing-read', 'bob')]: grant('2026-02-31') }
const FINDING = ['date-invalid', grantPath('billing-read', 'bob'), 2, 10]

let repository: Repository
let elsewhere: string

beforeEach(() => {
  repository = new Repository()
  repository.commit(GOOD)
  elsewhere = mkdtempSync(join(tmpdir(), 'grantbook-elsewhere-'))
})
afterEach(() => {
  repository.remove()
  rmSync(elsewhere, { recursive: true, force: true })
})

/** Exit status and findings, or what stderr says. */
async function validate(cwd: string, ...args: readonly string[]): Promise<readonly unknown[]> {
  const { status, out, err } = await cli(['validate', '--format', 'json', ...args], { cwd })
  if (out === '') return [status, err]
  const { findings } = JSON.parse(out) as { findings: Readonly<Record<string, unknown>>[] }
  return [status, ...findings.map(({ code, file, line, column }) => [code, file, line, column])]
}

test('from a folder below, from elsewhere, and from a linked worktree', async () => {
  mkdirSync(join(repository.root, 'docs/deep'), { recursive: true })
  repository.git('branch', 'linked')
  repository.git('worktree', 'add', '-q', join(elsewhere, 'linked'), 'linked')
  writeFileSync(
    join(elsewhere, 'linked', grantPath('billing-read', 'bob')),
    BAD[grantPath('billing-read', 'bob')] ?? ''
  )
  expect(await validate(join(repository.root, 'docs/deep'))).toEqual([0])
  expect(await validate(elsewhere, '--root', repository.root)).toEqual([0])
  expect(await validate(join(elsewhere, 'linked/grants/people'))).toEqual([1, FINDING])
  expect(await validate(join(elsewhere, 'linked'), '--base', 'main')).toEqual([1, FINDING])
})

test('a bare repository has commits and no working tree', async () => {
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit(BAD)
  const bare = join(elsewhere, 'bare.git')
  execFileSync('git', ['clone', '-q', '--bare', repository.root, bare])
  expect(await validate(bare, '--head', 'main', '--root', bare)).toEqual([0])
  expect(await validate(bare, '--base', 'main', '--head', 'feature', '--root', bare)).toEqual([1, FINDING])
  expect(await validate(bare, '--root', bare)).toEqual([
    2,
    'error: There are no files under grants/ here. Name the repository with --root, or begin with grants/grantbook.yaml\n'
  ])
})

test('a branch may be called like an option, and HEAD may be on none', async () => {
  repository.git('checkout', '-q', '--detach')
  repository.commit(BAD)
  repository.git('update-ref', 'refs/heads/--help', 'HEAD')
  repository.git('update-ref', 'refs/heads/-x', 'main')
  repository.write(GOOD)
  expect(await validate(repository.root, '--base=-x', '--head=refs/heads/--help')).toEqual([1, FINDING])
  expect(await validate(repository.root, '--base=-x')).toEqual([0])
  expect(await validate(repository.root, '--base=HEAD')).toEqual([0])
})

test.each(['main..feature', 'main^{tree}', 'main:grants', ':/Change', '$(id)', 'main;id', ''])(
  'what is no commit is refused as a base: %j',
  async (base) => {
    const [status, err] = await validate(repository.root, `--base=${base}`)
    expect(status).toBe(2)
    expect(err).toMatch(/^error: .*\n$/u)
  }
)

test('without a commit the working tree is read, and nothing else can be', async () => {
  const young = new Repository()
  young.write(BAD)
  const missing = (ref: string): readonly unknown[] => [
    2,
    `error: "${ref}" is no commit in this repository. Fetch it first, or correct the name.\n`
  ]
  expect(await validate(young.root)).toEqual([1, FINDING])
  expect(await validate(young.root, '--base', 'main')).toEqual(missing('main'))
  expect(await validate(young.root, '--head', 'HEAD')).toEqual(missing('HEAD'))
  expect(await cli(['plan'], { cwd: young.root })).toEqual({ status: 2, out: '', err: missing('HEAD')[1] })
  young.remove()
})

test('two histories with nothing in common can’t be merged', async () => {
  repository.git('checkout', '-q', '--orphan', 'other')
  repository.commit(BAD)
  expect(await validate(repository.root, '--base', 'main', '--head', 'other')).toEqual([
    2,
    'error: The two commits have no common history, so they can’t be merged.\n'
  ])
})

test('ignored files count, and so does a repository inside', async () => {
  writeFileSync(join(repository.root, '.gitignore'), 'grants/systems/aws-prod/billing-read/bob.yaml\n')
  repository.write(BAD)
  mkdirSync(join(repository.root, 'grants/people/nested'))
  execFileSync('git', ['init', '-q', join(repository.root, 'grants/people/nested')])
  expect(await validate(repository.root, '--base', 'main')).toEqual([
    1,
    ['file-submodule', 'grants/people/nested', 1, 1],
    FINDING
  ])
})
