import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn, runNode, type Run } from './measure.ts'
import type { Row } from './table.ts'
import { makeRepository } from './world.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const FLOOR = fileURLToPath(new URL('floor.mjs', import.meta.url))
const SAMPLE = dirname(dirname(CLI))
const NOW = '2026-11-20T09:00:00Z'
const TIMES = 5

function demand(run: Run, what: string): Run {
  if (run.status !== 0)
    throw new Error(`${what} ended with status ${run.status}:\n${run.output.slice(0, 2000)}`)
  return run
}

/** The sample organisation as a user meets it, beside a Node process that does nothing. */
export async function benchSample(): Promise<Row[]> {
  const [ours, floor] = await inTurn(TIMES, [
    async () => demand(await runNode([CLI, 'validate', '--now', NOW], SAMPLE), 'validate of the sample'),
    () => runNode(['-e', '0'], SAMPLE)
  ])
  return ours && floor
    ? [{ what: 'validate, the sample organisation', run: ours, floor, floorIs: 'Node starting' }]
    : []
}

/** Cold validation of a whole repository, and of one changed grant in it. */
export async function benchRepository(grants: number): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'grantbook-bench-'))
  try {
    const made = makeRepository(dir, { grants })
    const label = `${grants.toLocaleString('en')} grants`
    const [whole, floor] = await inTurn(TIMES, [
      async () => demand(await runNode([CLI, 'validate', '--root', dir, '--now', NOW], dir), 'validate'),
      async () => demand(await runNode([FLOOR, dir], SAMPLE), 'the floor')
    ])
    const base = await benchChange(dir, label)
    if (!whole || !floor) return base
    return [
      {
        what: `validate, ${label}`,
        run: whole,
        floor,
        floorIs: `reading and parsing ${made.files} files, one thread`
      },
      ...base
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function benchChange(dir: string, label: string): Promise<Row[]> {
  const git = (...args: string[]) => execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' }).trim()
  const path = git('ls-files', 'grants/systems/*/role-*/person-000001.yaml').split('\n')[0] ?? ''
  git('checkout', '-q', '-b', 'request')
  const text = git('show', `HEAD:${path}`)
  writeFileSync(join(dir, path), `${text.replace(/expires: .*/u, 'expires: 2027-03-01')}\n`)
  git('add', '-A')
  git('-c', 'user.name=Acme', '-c', 'user.email=acme@acme.example', 'commit', '-qm', 'Extend one grant')
  const list = `require('child_process').execFileSync('git', ['-C', ${JSON.stringify(dir)}, 'ls-tree', '-r', '-z', 'main'], {maxBuffer: 1e9})`
  const [heads, tree, floor] = await inTurn(TIMES, [
    async () =>
      demand(
        await runNode(
          [CLI, 'validate', '--root', dir, '--base', 'main', '--head', 'request', '--now', NOW],
          dir
        ),
        'validate --base --head'
      ),
    async () =>
      demand(
        await runNode([CLI, 'validate', '--root', dir, '--base', 'main', '--now', NOW], dir),
        'validate --base'
      ),
    () => runNode(['-e', list], SAMPLE)
  ])
  git('checkout', '-q', 'main')
  if (!heads || !tree || !floor) return []
  const floorIs = 'Node starting and one git ls-tree'
  return [
    { what: `validate --base --head, one grant of ${label}`, run: heads, floor, floorIs },
    { what: `validate --base (working tree), one grant of ${label}`, run: tree, floor, floorIs }
  ]
}
