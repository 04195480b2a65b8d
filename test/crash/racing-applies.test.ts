import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/commands/main.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'
import { Door, seeded } from './shuffled.ts'

// Fifty in .ci/run, a few here.
const SCHEDULES = process.env['GRANTBOOK_FULL'] === '1' ? 50 : 2

const NEW = grantPath('billing-read', 'alice')
const MEMBER = grantPath('auditors', 'bob')
const PUSHED = grantPath('billing-read', 'erin')
const DELETED = grantPath('logs-read', 'bob')
const text = (requester: string): string => grant('2026-12-14', `requester: ${requester}\n`)

let scene: ForgeScene
let begun: Moment
let other: string
beforeAll(async () => {
  scene = await ForgeScene.open({ files: { [DELETED]: text('bob') } })
  await scene.apply()
  await scene.request('alice', 'r1', { [NEW]: text('alice') }, ['carol'])
  await scene.request('bob', 'r2', { [MEMBER]: text('bob') }, ['carol'])
  await scene.pushMain('frank', { [PUSHED]: text('erin'), [DELETED]: null })
  other = mkdtempSync(join(tmpdir(), 'grantbook-other-'))
  await promisify(execFile)('git', ['clone', '-q', scene.root, other])
  begun = scene.save()
})
afterAll(async () => {
  rmSync(other, { recursive: true, force: true })
  await scene.close()
})

async function apply(root: string, random: () => number): Promise<void> {
  const environment = scene.environment()
  const doors = {
    GITHUB_API_URL: await Door.open(environment['GITHUB_API_URL'] ?? '', random),
    GITHUB_SERVER_URL: await Door.open(environment['GITHUB_SERVER_URL'] ?? '', random),
    AWS_ENDPOINT_URL_IAM: await Door.open(environment['AWS_ENDPOINT_URL_IAM'] ?? '', random)
  }
  const through = Object.fromEntries(Object.entries(doors).map(([name, door]) => [name, door.url]))
  try {
    const status = await main(['apply', '--root', root], {
      out: () => {},
      err: () => {},
      stdin: () => Promise.resolve(''),
      terminal: { out: false, err: false, columns: 80 },
      cwd: root,
      environment: { ...environment, ...through },
      clock: () => scene.sandbox.clock.now(),
      sleep: () => Promise.resolve(),
      random,
      signal: new AbortController().signal
    })
    // What one of them judged first, the other lists: only one run is to blame for the push.
    expect([0, 1]).toContain(status)
  } finally {
    for (const door of Object.values(doors)) await door.close()
  }
}

test.each(Array.from({ length: SCHEDULES }, (_, n) => n + 1))(
  'two applies at once, schedule %i: nothing unapproved, each thing recorded once, the next run finds nothing to do',
  async (seed) => {
    await scene.restore(begun)
    for (const root of [scene.root, other])
      await promisify(execFile)('git', ['-C', root, 'update-ref', '-d', 'refs/grantbook/evidence'])
    const random = seeded(seed)
    await Promise.all([apply(scene.root, random), apply(other, random)])
    const next = await scene.apply()
    expect(next.outcomes.filter(({ state }) => state === 'failed')).toEqual([])
    scene.sandbox.clearCalls()
    expect((await scene.apply()).status).toBe(0)
    expect(
      scene.sandbox.calls().filter(({ service, kind }) => service === 'iam' && kind === 'write')
    ).toEqual([])
    const events = (path: string): readonly unknown[] => scene.events(path).map(({ event }) => event)
    expect([NEW, PUSHED].map(events)).toEqual([['requested', 'approved', 'issued'], ['refused']])
    // Whichever run added the membership, the record says in the end that it is ours: else nobody would take it away.
    expect(events(MEMBER).filter((event) => event !== 'issued')).toEqual(['requested', 'approved'])
    expect(scene.events(MEMBER).at(-1)?.['statements']).toHaveLength(1)
    expect(events(DELETED).slice(-2)).toEqual(['reduced', 'revoked'])
    const may = (user: string, role: string): boolean => scene.mayAssume(user, role)
    expect([may('alice', 'billing-read'), may('erin', 'billing-read'), may('bob', 'logs-read')]).toEqual([
      true,
      false,
      false
    ])
    const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
    expect([audit.status, audit.out]).toEqual([0, expect.stringContaining('"problems": []')])
  },
  120_000
)
