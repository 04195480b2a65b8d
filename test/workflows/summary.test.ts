import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** The last job's script of a workflow. */
function scriptOf(name: string): string {
  const text = readFileSync(new URL(`../../.github/workflows/${name}`, import.meta.url), 'utf8')
  return parse(text).jobs.summary.steps[0].run
}

/** Runs it as a runner does. */
function status(script: string, results: string, matrix: string): number | null {
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
  expect(status(scriptOf('apply.yml'), results, matrix)).toBe(expected)
})

test.each([
  ['success success success', MATRIX, 0],
  ['success skipped success', '', 0],
  ['success skipped success', MATRIX, 1],
  ['success success failure', MATRIX, 1],
  ['success failure success', MATRIX, 1],
  ['failure skipped success', '', 1],
  ['success success skipped', MATRIX, 1]
])('at night %s with matrix %j gives %d', (results, matrix, expected) => {
  expect(status(scriptOf('nightly.yml'), results, matrix)).toBe(expected)
})
