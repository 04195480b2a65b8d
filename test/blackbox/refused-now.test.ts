import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli } from '../commands/cli.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene } from '../support/forge-scene.ts'

let scene: ForgeScene
let pull: number

beforeAll(async () => {
  scene = await ForgeScene.open()
  await scene.branch('alice', 'ask', { [grantPath('billing-read', 'alice')]: grant('2026-12-14') })
  pull = await scene.pull('alice', 'ask')
  await scene.review('carol', pull)
})
afterAll(() => scene.close())

const ELSEWHERE = [
  ['GITHUB_API_URL', 'https://api.github.com'],
  ['GITHUB_SERVER_URL', ''],
  ['AWS_ENDPOINT_URL_IAM', 'https://iam.amazonaws.com'],
  ['AWS_ENDPOINT_URL_STS', '']
] as const

test.each(ELSEWHERE)('--now with %s=%s: nothing is written, to GitHub neither', async (name, value) => {
  const environment = { ...scene.environment(), [name]: value }
  const evidence = scene.head('evidence')
  scene.sandbox.clearCalls()
  const now = ['--now', '2026-11-20T09:01:00Z']
  for (const args of [['apply'], ['verdict', '--pull', String(pull)]]) {
    const { status, out, err } = await scene.runWith({ environment }, ...args, ...now)
    expect([args[0], status, out]).toEqual([args[0], 2, ''])
    expect(err).toMatch(/^error: --now is for a (?:GitHub on this machine|local stand alone)[^\n]*\n$/u)
  }
  expect(scene.sandbox.calls().filter(({ kind }) => kind === 'write')).toEqual([])
  expect(scene.head('evidence')).toBe(evidence)
})

test('where there is no repository every command says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'grantbook-nowhere-'))
  const commands = [['audit'], ['explain', 'alice'], ['apply'], ['verdict'], ['approvals', '--pull', '1']]
  for (const args of [...commands, ['genesis', '--by', 'grace'], ['plan'], ['doctor']]) {
    const { status, out, err } = await cli(args, { cwd: folder, environment: scene.environment() })
    expect([args[0], status, out]).toEqual([args[0], 2, ''])
    expect(err).toMatch(/ is not a git repository\. Run this inside one, or name one with --root\.\n$/u)
  }
  rmSync(folder, { recursive: true })
})

test('a token that can’t be one is refused before anybody is asked', async () => {
  const environment = { ...scene.environment(), GITHUB_TOKEN: 'ghs_abcdefgh12345678\nghs_abcdefgh12345678' }
  expect(await scene.runWith({ environment }, 'approvals', '--pull', String(pull))).toEqual({
    status: 2,
    out: '',
    err: 'error: GITHUB_TOKEN must be one word of plain characters.\n'
  })
})
