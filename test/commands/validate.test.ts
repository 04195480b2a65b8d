import { mkdirSync, utimesSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { validateOutput } from '../../src/render/output/validate.ts'
import { ACME } from '../checks/acme.ts'
import { Scratch } from '../io/git/scratch.ts'
import { cli, gitAt, type Ran } from './cli.ts'

const BOB = 'grants/systems/aws-prod/billing-read/bob.yaml'
const ALICE = 'grants/systems/aws-prod/logs-read/alice.yaml'
const bob = ACME[BOB] ?? ''
const alice = ACME[ALICE] ?? ''

let repo: Scratch
beforeEach(() => {
  repo = new Scratch()
})
afterEach(() => repo.remove())

const validate = (...args: readonly string[]): Promise<Ran> => cli(['validate', '--root', repo.root, ...args])

/** Findings of a run as `file:line:column code`, and how it ended. */
async function found(...args: readonly string[]): Promise<readonly (string | number)[]> {
  const { status, out, err } = await validate(...args, '--format', 'json')
  if (err !== '') return [status, err]
  const { findings, ok } = validateOutput.parse(JSON.parse(out))
  expect(ok).toBe(status === 0)
  return [status, ...findings.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)]
}

describe('the working tree', () => {
  test('is judged as it lies there, with or without git', async () => {
    repo.write(ACME)
    expect(await validate()).toEqual({ status: 0, out: '3 grants in 13 files: nothing wrong.\n', err: '' })
    rmSync(join(repo.root, '.git'), { recursive: true })
    expect(await found()).toEqual([0])
    repo.write({ [BOB]: bob.replace('OPS-4711', 'nothing') })
    expect(await found()).toEqual([1, `${BOB}:4:9 ticket-malformed`])
  })

  test('prints the whole of a finding', async () => {
    repo.write({ ...ACME, [BOB]: bob.replace('OPS-4711', 'nothing') })
    expect(await validate()).toEqual({
      status: 1,
      out: `${BOB}:4:9 error ticket-malformed The ticket "nothing" is not of the form "(OPS|SEC)-[0-9]+".
  4 | ticket: nothing
    |         ^
  see grants/grantbook.yaml:9:12 The pattern, which the whole ticket must match.
  fix: Write the ticket as its tracker names it, and nothing else.

3 grants in 13 files: 1 error, 0 warnings.
`,
      err: ''
    })
  })

  test('warnings alone are 0', async () => {
    repo.write({ ...ACME, [ALICE]: alice.replace('2027-10-31', '2026-11-19') })
    expect(await found()).toEqual([0, `${ALICE}:3:10 grant-expired`])
  })

  test('colours on a terminal and not with NO_COLOR', async () => {
    repo.write(ACME)
    repo.write({ [BOB]: bob.replace('OPS-4711', 'nothing') })
    const terminal = { out: true, err: true, columns: 80 }
    const plain = await cli(['validate', '--root', repo.root], { terminal, environment: { NO_COLOR: '1' } })
    const coloured = await cli(['validate', '--root', repo.root], { terminal })
    expect(plain.out).not.toContain('\u001b')
    expect(coloured.out).toContain('\u001b[31merror\u001b[39m')
  })

  test('every format is printed', async () => {
    repo.write({ ...ACME, [BOB]: bob.replace('OPS-4711', 'nothing') })
    expect((await validate('--format', 'github')).out).toMatch(/^::error file=grants\/systems/u)
    const sarif: unknown = JSON.parse((await validate('--format', 'sarif')).out)
    expect(sarif).toMatchObject({ runs: [{ results: [{ ruleId: 'ticket-malformed' }] }] })
  })

  test('a file that is a link is refused, and what it points to is not read', async () => {
    repo.write({ ...ACME, 'outside.yaml': alice })
    rmSync(join(repo.root, ALICE))
    symlinkSync('../../../../outside.yaml', join(repo.root, ALICE))
    expect(await found()).toEqual([1, `${ALICE}:1:1 file-symlink`])
  })
})

describe('a commit', () => {
  test('is read from git’s objects, whatever the working tree holds', async () => {
    const commit = repo.commit({ ...ACME, [BOB]: bob.replace('OPS-4711', 'nothing') })
    rmSync(join(repo.root, 'grants'), { recursive: true })
    expect(await found('--head', commit)).toEqual([1, `${BOB}:4:9 ticket-malformed`])
  })
})

describe('a change', () => {
  test('of the working tree brings what differs from the base', async () => {
    const base = repo.commit({ ...ACME, [ALICE]: alice.replace('Watches', 'Wat') })
    repo.write({ [BOB]: bob.replace('OPS-4711', 'nothing') })
    expect(await found('--base', base)).toEqual([1, `${BOB}:4:9 ticket-malformed`])
    repo.write({ [BOB]: bob })
    expect(await found('--base', 'HEAD')).toEqual([0])
  })

  test('of a branch is judged as merged, without the working tree', async () => {
    repo.commit(ACME)
    repo.git('checkout', '-q', '-b', 'request')
    repo.commit({
      'grants/systems/aws-prod/logs-read/bob.yaml':
        'reason: Looks into failed payments\nexpires: 2026-12-31\n'
    })
    repo.git('checkout', '-q', 'main')
    repo.commit({ 'grants/people/bob.yaml': 'name: Bob Example\nemail: bob@acme.example\n', [BOB]: null })
    repo.write({ 'grants/grantbook.yaml': 'nothing: at all\n' })
    expect(await found('--base', 'main', '--head', 'request')).toEqual([
      1,
      'grants/systems/aws-prod/logs-read/bob.yaml:1:1 account-missing'
    ])
  })

  test('counts the tree that is judged', async () => {
    repo.commit(ACME)
    repo.git('checkout', '-q', '-b', 'request')
    repo.commit({
      'grants/systems/aws-prod/logs-read/bob.yaml':
        'reason: Looks into failed payments\nexpires: 2026-12-31\n',
      'README.md': 'x'
    })
    const { out } = await validate('--base', 'main', '--head', 'request')
    expect(out).toBe('4 grants in 14 files: nothing wrong.\n')
  })

  test('does not judge limits of what it leaves alone, and judges what it alters', async () => {
    repo.commit({ ...ACME, [ALICE]: alice.replace('2027-10-31', '2028-10-31') })
    repo.write({ [BOB]: bob.replace('reconciliation', 'closing') })
    expect(await found('--base', 'main')).toEqual([0])
    repo.write({ [ALICE]: alice.replace('2027-10-31', '2028-10-30') })
    expect(await found('--base', 'main')).toEqual([1, `${ALICE}:3:10 expires-too-far`])
  })

  test('that fails elsewhere is told there', async () => {
    repo.commit(ACME)
    repo.write({ 'grants/people/bob.yaml': null })
    expect(await found('--base', 'main')).toEqual([
      1,
      `${BOB}:1:1 subject-unknown`,
      'grants/workloads/exporter.yaml:4:9 owner-unknown'
    ])
  })

  test('that can’t be merged is a finding at each file, and nothing else is said of it', async () => {
    repo.commit(ACME)
    repo.git('checkout', '-q', '-b', 'request')
    repo.commit({ [BOB]: bob.replace('2026-12-05', '2026-12-06'), 'README.md': 'ours' })
    repo.git('checkout', '-q', 'main')
    repo.commit({ [BOB]: bob.replace('2026-12-05', '2026-12-07'), 'README.md': 'theirs' })
    expect(await found('--base', 'main', '--head', 'request')).toEqual([
      1,
      'README.md:1:1 merge-conflict',
      `${BOB}:1:1 merge-conflict`
    ])
  })

  test('in a repository that had no grants yet is judged whole', async () => {
    repo.commit({ 'README.md': 'x' })
    repo.write({ ...ACME, [BOB]: bob.replace('OPS-4711', 'nothing') })
    expect(await found('--base', 'main')).toEqual([1, `${BOB}:4:9 ticket-malformed`])
  })

  test('of the settings is judged over everything', async () => {
    repo.commit(ACME)
    repo.write({ 'grants/grantbook.yaml': (ACME['grants/grantbook.yaml'] ?? '').replace('(OPS|SEC)', 'SEC') })
    expect(await found('--base', 'main')).toEqual([1, `${BOB}:4:9 ticket-malformed`])
  })

  test('against what isn’t there is exit 2', async () => {
    repo.commit(ACME)
    expect(await found('--base', 'nowhere')).toEqual([
      2,
      'error: "nowhere" is no commit in this repository. Fetch it first, or correct the name.\n'
    ])
    expect(await found('--base', '--upload-pack=x')).toEqual([
      2,
      'error: "--upload-pack=x" is no commit in this repository. Fetch it first, or correct the name.\n'
    ])
    repo.git('checkout', '-q', '--orphan', 'other')
    repo.commit(ACME)
    expect(await found('--base', 'main', '--head', 'other')).toEqual([
      2,
      'error: The two commits have no common history, so they can’t be merged.\n'
    ])
  })
})

describe('the longest total', () => {
  const at = (day: string, message: string): void => {
    gitAt(repo.root, `${day}T12:00:00Z`, 'add', '-A')
    gitAt(repo.root, `${day}T12:00:00Z`, 'commit', '-q', '--allow-empty', '-m', message)
  }
  const until = (expires: string): string =>
    `reason: Month-end reconciliation\nexpires: ${expires}\nticket: OPS-1\n`

  test('counts every version that stood, wherever below the entitlement, and only while it stood', async () => {
    repo.write({ ...ACME, [BOB]: until('2026-10-09') })
    at('2026-09-25', 'First')
    repo.write({ [BOB]: until('2026-10-30') })
    at('2026-10-09', 'Renewed')
    // Another folder is another path of the same grant.
    repo.write({ [BOB]: null, 'grants/systems/aws-prod/billing-read/again/bob.yaml': until('2026-11-20') })
    at('2026-10-30', 'Moved')
    repo.write({ 'grants/systems/aws-prod/billing-read/again/bob.yaml': null, [BOB]: until('2026-11-23') })
    // Noon of 25 September to the end of 23 November: half a day less than 60 days.
    expect(await found('--base', 'main')).toEqual([0])
    repo.write({ [BOB]: until('2026-11-24') })
    expect(await found('--base', 'main')).toEqual([1, `${BOB}:2:10 total-too-long`])
    expect(await found()).toEqual([1, `${BOB}:2:10 total-too-long`])
  })

  test('forgets what was taken back before its end', async () => {
    repo.write({ ...ACME, [BOB]: until('2026-10-09') })
    at('2026-09-20', 'First')
    repo.write({ [BOB]: null })
    at('2026-09-21', 'Taken back')
    repo.write({ [BOB]: until('2026-11-30') })
    expect(await found('--base', 'main')).toEqual([0])
  })

  test('takes a merge for one step on the main line', async () => {
    repo.write({ ...ACME, [ALICE]: alice })
    rmSync(join(repo.root, BOB))
    at('2026-01-01', 'Begin')
    gitAt(repo.root, '2026-01-02T12:00:00Z', 'checkout', '-q', '-b', 'request')
    repo.write({ [BOB]: until('2026-10-30') })
    at('2026-01-02', 'Asked for long before it was merged')
    gitAt(repo.root, '2026-09-30T12:00:00Z', 'checkout', '-q', 'main')
    gitAt(repo.root, '2026-09-30T12:00:00Z', 'merge', '-q', '--no-ff', '-m', 'Merge', 'request')
    repo.write({ [BOB]: until('2026-11-25') })
    expect(await found('--base', 'main')).toEqual([0])
    repo.write({ [BOB]: until('2026-12-15') })
    expect(await found('--base', 'main')).toEqual([0])
    repo.write({ [BOB]: until('2026-12-19') })
    expect(await found('--base', 'main')).toEqual([1, `${BOB}:2:10 total-too-long`])
  })
})

describe('cut-off history', () => {
  test('is exit 2 for a change that needs it, and a warning for a whole state', async () => {
    repo.commit(ACME)
    repo.commit({ 'README.md': 'x' })
    const clone = new Scratch({ git: false })
    try {
      clone.git('clone', '-q', '--depth', '1', `file://${repo.root}`, '.')
      clone.write({ [BOB]: bob.replace('2026-12-05', '2026-12-04') })
      const change = await cli(['validate', '--root', clone.root, '--base', 'HEAD'])
      expect(change).toEqual({
        status: 2,
        out: '',
        err: 'error: The history here is cut off, and how long access was held before can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.\n'
      })
      const whole = await cli(['validate', '--root', clone.root, '--format', 'json'])
      expect(whole.status).toBe(0)
      expect(JSON.parse(whole.out)).toMatchObject({
        findings: [{ code: 'history-missing', severity: 'warning' }]
      })
      clone.write({ [BOB]: bob, [ALICE]: alice.replace('2027-10-31', '2027-10-30') })
      // Touched and put back is no change, however git's index sees it.
      utimesSync(join(clone.root, BOB), new Date(0), new Date(0))
      const shortened = await cli(['validate', '--root', clone.root, '--base', 'HEAD'])
      expect(shortened).toMatchObject({ status: 0, err: '' })
      const missing = await cli(['validate', '--root', clone.root, '--base', 'HEAD~1'])
      expect(missing.status).toBe(2)
      expect(missing.err).toContain('fetch-depth: 0')
    } finally {
      clone.remove()
    }
  })
})

test('what is printed is the same for every order of files and every run', async () => {
  repo.write({
    ...ACME,
    [BOB]: bob.replace('OPS-4711', 'nothing'),
    [ALICE]: alice.replace('2027-10-31', '2028-10-31')
  })
  const first = await validate('--format', 'json')
  const copy = new Scratch({ git: false })
  for (const path of Object.keys(ACME).toReversed()) {
    mkdirSync(join(copy.root, path, '..'), { recursive: true })
    writeFileSync(
      join(copy.root, path),
      path === BOB
        ? bob.replace('OPS-4711', 'nothing')
        : path === ALICE
          ? alice.replace('2027-10-31', '2028-10-31')
          : (ACME[path] ?? '')
    )
  }
  expect(await cli(['validate', '--root', copy.root, '--format', 'json'])).toEqual(first)
  copy.remove()
  expect(
    z
      .object({ findings: z.array(z.object({ code: z.string() })) })
      .parse(JSON.parse(first.out))
      .findings.map(({ code }) => code)
  ).toEqual(['ticket-malformed', 'expires-too-far'])
})
