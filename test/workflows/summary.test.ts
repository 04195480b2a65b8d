import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const apply = parse(readFileSync(new URL('../../.github/workflows/apply.yml', import.meta.url), 'utf8'))
const script: string = apply.jobs.summary.steps[0].run

/** Runs the last job's script as a runner does. */
function status(results: string, matrix: string): number | null {
  const env = { PATH: process.env['PATH'] ?? '', RESULTS: results, MATRIX: matrix }
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], { env }).status
}

const MATRIX = '{"include":[{"system":"aws-prod"}]}'

test.each([
  ['success success', MATRIX, 0],
  ['success skipped', '', 0],
  ['success skipped', MATRIX, 1],
  ['success failure', MATRIX, 1],
  ['success cancelled', MATRIX, 1],
  ['failure success', MATRIX, 1],
  ['failure skipped', '', 1],
  ['skipped skipped', '', 1],
  ['cancelled skipped', '', 1]
])('%s with matrix %j gives %d', (results, matrix, expected) => {
  expect(status(results, matrix)).toBe(expected)
})
