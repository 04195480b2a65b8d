import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/house/root.ts'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import { ACCOUNT, BASE, entitlement, grant, grantPath, type Files } from '../support/book.ts'
import { environmentOf } from '../support/repository.ts'
import { programIn } from '../support/program.ts'
import { inScene, type Scene } from '../support/scene.ts'

const ROLE = grantPath('billing-read', 'alice')
const LOGS = grantPath('logs-read', 'bob')
const BEFORE: Files = {
  ...BASE,
  'grants/systems/aws-prod/audit-too/entitlement.yaml': entitlement('audit-too', 'target: {group: auditors}'),
  [ROLE]: grant('2026-12-14'),
  [LOGS]: grant('2026-12-14'),
  [grantPath('auditors', 'carol')]: grant('2026-12-14')
}
const AFTER: Files = {
  ...Object.fromEntries(
    Object.entries(BEFORE).filter(([path]) => path !== LOGS && path !== grantPath('auditors', 'carol'))
  ),
  [ROLE]: grant('2026-12-20'),
  [grantPath('logs-read', 'alice')]: grant('2026-12-14'),
  [grantPath('auditors', 'bob')]: grant('2026-12-14'),
  [grantPath('audit-too', 'bob')]: grant('2026-12-31')
}

/** The world at one moment of a run: what a kill right then would leave. */
interface Moment {
  readonly account: AccountSnapshot
  readonly evidence: string
}

/** Runs an apply and keeps every moment after a call that wrote. */
async function moments(scene: Scene): Promise<readonly Moment[]> {
  const kept: Moment[] = []
  scene.sandbox.observe((phase, { operation }) => {
    if (phase !== 'after' || !/^(?:Put|Delete|Add|Remove|Attach|Detach|Create|Set)/u.test(operation)) return
    kept.push({
      account: scene.sandbox.snapshot(ACCOUNT),
      evidence: scene.repository.git('rev-parse', 'evidence').trim()
    })
  })
  await scene.apply()
  scene.sandbox.observe(null)
  return kept
}

test('killed after any write, before anything of it was recorded, the next apply converges and the record is whole', async () => {
  await inScene(BEFORE, async (scene) => {
    await scene.apply()
    scene.repository.commit(AFTER)
    const kept = await moments(scene)
    expect(kept).toHaveLength(4)
    for (const { account, evidence } of kept) {
      scene.sandbox.restore(ACCOUNT, account)
      scene.repository.git('update-ref', 'refs/heads/evidence', evidence)
      const next = await scene.apply()
      expect([next.status, next.outcomes.filter(({ state }) => state === 'failed')]).toEqual([0, []])
      scene.writes()
      const plan = await scene.plan()
      expect([plan.changes, plan.drift, (await scene.apply()).calls.write]).toEqual([[], [], 0])
      const last = (path: string) => scene.repository.events(path).at(-1)?.['event']
      expect(
        [
          ROLE,
          LOGS,
          grantPath('logs-read', 'alice'),
          grantPath('auditors', 'bob'),
          grantPath('auditors', 'carol')
        ].map(last)
      ).toEqual([expect.stringMatching(/^(?:extended|issued)$/u), 'revoked', 'issued', 'issued', 'revoked'])
      // The membership is ours, whether the killed run or the next one added it: it goes when its last grant does.
      scene.repository.commit(BEFORE)
      await scene.apply()
      const iam = scene.iam()
      const groups = (await iam.listGroupsForUser({ UserName: 'bob' })).Groups ?? []
      expect(groups.map(({ GroupName }) => GroupName)).toEqual([])
      iam.destroy()
      scene.repository.commit(AFTER)
    }
  })
})

test('a real process, killed by SIGKILL while it writes: the next one finishes', async () => {
  const users = ['alice', 'bob', 'carol']
  const files = {
    ...BASE,
    ...Object.fromEntries(users.map((id) => [grantPath('billing-read', id), grant('2026-12-14')]))
  }
  await inScene(files, async (scene) => {
    // git looks away from its own folder.
    const args = [
      await programIn(join(scene.repository.root, '.git'), 'test/support/local-cli.ts'),
      'apply',
      '--root',
      scene.repository.root,
      '--now',
      '2026-11-20T09:00:00Z'
    ]
    const env = { ...process.env, ...environmentOf(scene.sandbox) }
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' })
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.on('exit', (_, signal) => resolve(signal))
    )
    let written = 0
    scene.sandbox.observe((phase, { operation }) => {
      if (phase === 'after' && operation === 'PutUserPolicy' && ++written === 2) child.kill('SIGKILL')
    })
    expect(await ended).toBe('SIGKILL')
    scene.sandbox.observe(null)
    expect(scene.repository.events(grantPath('billing-read', 'alice'))).toEqual([])
    const out = await new Promise<string>((resolve, reject) => {
      const next = spawn(process.execPath, [...args, '--format', 'json'], {
        cwd: ROOT,
        env,
        stdio: ['ignore', 'pipe', 'ignore']
      })
      let text = ''
      next.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      next.on('error', reject)
      next.on('exit', () => resolve(text))
    })
    const { ok, outcomes } = JSON.parse(out) as { ok: boolean; outcomes: { state: string }[] }
    expect([ok, outcomes.map(({ state }) => state).toSorted()]).toEqual([
      true,
      ['done', 'unchanged', 'unchanged']
    ])
    for (const id of users)
      expect(scene.repository.events(grantPath('billing-read', id)).map(({ event }) => event)).toEqual([
        'issued'
      ])
    expect(
      execFileSync('git', ['fsck', '--strict', '--no-dangling'], {
        cwd: scene.repository.root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe']
      })
    ).toBe('')
  })
})
