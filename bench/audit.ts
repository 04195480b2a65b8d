import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeRecord } from './evidence-world.ts'
import { inTurn, runNode } from './measure.ts'
import { benchRecord, type Measured } from './record.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const FLOOR = fileURLToPath(new URL('floor-audit.mjs', import.meta.url))
const EMPTY = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/**
 * What verifying a long record costs: beside it, git alone reading the same trees and blobs. Then what working beside
 * such a record costs.
 */
export async function benchAudit(grants = 100_000, commits = 20_001): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'grantbook-bench-'))
  try {
    const made = await makeRecord(dir, { grants, commits })
    const trees = execFileSync('git', ['-C', dir, 'log', '--reverse', '--format=%T', 'evidence'], {
      maxBuffer: 1 << 28
    })
      .toString('latin1')
      .split('\n')
      .filter(Boolean)
    const pairs = join(dir, 'pairs')
    writeFileSync(pairs, trees.map((tree, index) => `${trees[index - 1] ?? EMPTY} ${tree}\n`).join(''))
    const [run, floor] = await inTurn(1, [
      () => runNode([CLI, 'audit', '--root', dir], dir),
      () => runNode([FLOOR, dir, pairs], dirname(FLOOR))
    ])
    if (!run || !floor) throw new Error('nothing was measured')
    if (run.status !== 0)
      throw new Error(`audit ended with status ${run.status}: ${run.output.slice(0, 2000)}`)
    const what = `audit, ${grants.toLocaleString('en')} grants, ${(grants * 5).toLocaleString('en')} events and runs in ${commits.toLocaleString('en')} commits`
    const floorIs = 'git comparing the same trees and giving the same blobs'
    const { rows, notes } = await benchRecord(CLI, dir, made, grants)
    return { rows: [{ what, run, floor, floorIs }, ...rows], notes }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
