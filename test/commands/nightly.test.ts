import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nightlyOutput } from '../../src/render/output/nightly.ts'
import { BASE, at, grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const DAVE = grantPath('billing-read', 'dave')
const SYSTEM = 'grants/systems/aws-prod/system.yaml'
const BRANCH = 'grantbook/expired/aws-prod/billing-read'

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  // What stands in this account beside what the files name; that is no matter here.
  const known = 'known: [root, role/ci/exporter, role/entitlements/billing-write]\n'
  scene = await ForgeScene.open({ files: { [SYSTEM]: `${BASE[SYSTEM] ?? ''}${known}` } })
  await scene.request('alice', 'ask-alice', { [ALICE]: grant('2026-11-22') }, ['carol'])
  await scene.request('dave', 'ask-dave', { [DAVE]: grant('2027-02-14') }, ['carol'])
  const applied = await scene.apply()
  if (applied.status !== 0) throw new Error(applied.err)
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

/** One night, and what it said. */
async function night(...args: readonly string[]) {
  const { status, out, err } = await scene.run('nightly', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return { status, err, ...nightlyOutput.parse(JSON.parse(out)) }
}

/** Calls that create or change something on GitHub, pushes apart. */
function creations(): readonly string[] {
  return scene.sandbox
    .calls()
    .flatMap(({ service, kind, operation }) =>
      service === 'forge' && kind === 'write' && !operation.startsWith('git-') ? [operation] : []
    )
}

const pulls = z.array(
  z.object({
    number: z.int(),
    title: z.string(),
    body: z.string(),
    state: z.string(),
    user: z.object({ login: z.string() }),
    head: z.object({ ref: z.string() })
  })
)

async function ours(): Promise<z.infer<typeof pulls>> {
  const all = pulls.parse(await scene.api('frank', 'GET', '/pulls?state=all&per_page=100'))
  return all.filter(({ head }) => head.ref.startsWith('grantbook/'))
}

function end(): void {
  scene.sandbox.clock.set(at('2026-11-23T02:17:00Z'))
}

describe('a night', () => {
  test('with nothing to do writes nothing but its sign of life, and the next one not even that', async () => {
    scene.sandbox.clearCalls()
    const first = await night()
    expect([first.status, first.pulls, first.issues.length]).toEqual([0, [], 1])
    scene.sandbox.clearCalls()
    const second = await night()
    expect([second.status, second.pulls, second.issues.map(({ state }) => state)]).toEqual([
      0,
      [],
      ['unchanged']
    ])
    expect(creations()).toEqual([])
  })

  test('revokes what has ended, and opens one pull request that removes its file', async () => {
    end()
    const { status, outcomes, pulls: kept } = await night()
    expect(status).toBe(0)
    expect(
      outcomes.filter(({ state }) => state === 'done').map(({ grant: path, action }) => [path, action])
    ).toEqual([[ALICE, 'revoke']])
    expect(kept.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'opened']])
    const [pull] = await ours()
    expect(pull).toMatchObject({
      title: 'Remove 1 grant of aws-prod/billing-read that ended',
      state: 'open',
      user: { login: 'grantbook-acme[bot]' }
    })
    expect(pull?.body).toContain('2026-11-23T00:00:00Z')
    scene.sandbox.clearCalls()
    const again = await night()
    expect(again.pulls.map(({ state }) => state)).toEqual(['unchanged'])
    expect(creations()).toEqual([])
    expect((await ours()).length).toBe(1)
  })

  test('merged, the file is gone without anybody’s approval of ours, and the night after is quiet', async () => {
    end()
    await night()
    const [pull] = await ours()
    const number = pull?.number ?? 0
    expect((await scene.run('verdict', '--pull', String(number))).status).toBe(0)
    const proof = await scene.run('approvals', '--format', 'json', '--pull', String(number))
    expect(JSON.parse(proof.out)).toMatchObject({ state: 'approved' })
    await scene.merge('frank', number)
    scene.wait(60)
    const next = await night()
    expect([next.status, next.pulls]).toEqual([0, []])
    expect(scene.events(ALICE).at(-1)).toMatchObject({ event: 'reduced' })
  })

  test('renewed in another pull request, ours closes by itself', async () => {
    end()
    await night()
    await scene.request('alice', 'again', { [ALICE]: grant('2026-12-20') }, ['carol'])
    const next = await night()
    expect(next.pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'closed']])
    expect((await ours()).map(({ state }) => state)).toEqual(['closed'])
  })

  test('closed by hand, it comes back', async () => {
    end()
    await night()
    const [pull] = await ours()
    await scene.api('alice', 'PATCH', `/pulls/${pull?.number ?? 0}`, { state: 'closed' })
    const next = await night()
    expect(next.pulls.map(({ state }) => state)).toEqual(['reopened'])
    expect((await ours()).filter(({ state }) => state === 'open').length).toBe(1)
  })

  test('edited by a person, it is left to people', async () => {
    end()
    await night()
    await scene.git('alice', 'fetch', '-q', 'origin')
    await scene.git('alice', 'checkout', '-q', '-B', 'theirs', `origin/${BRANCH}`)
    scene.write({ [ALICE]: grant('2026-12-20') })
    await scene.commit('alice', 'Renew')
    await scene.git('alice', 'push', '-q', 'origin', `HEAD:refs/heads/${BRANCH}`)
    scene.wait(1)
    const next = await night()
    expect(next.pulls.map(({ state }) => state)).toEqual(['left'])
  })

  test('what was pushed past the rules is restored by one pull request', async () => {
    scene.write({})
    scene.update()
    await scene.git('frank', 'checkout', '-q', '-B', 'main', 'origin/main')
    scene.write({ [grantPath('billing-read', 'frank')]: grant('2026-12-20') })
    await scene.commit('frank', 'Help myself')
    await scene.git('frank', 'push', '-q', 'origin', 'HEAD:main')
    scene.wait(1)
    const first = await night()
    expect(first.status).toBe(1)
    expect(first.pulls.map(({ branch, state }) => [branch, state])).toEqual([['grantbook/restore', 'opened']])
    const [pull] = await ours()
    await scene.merge('frank', pull?.number ?? 0)
    scene.wait(1)
    const next = await night()
    expect([next.status, next.pulls]).toEqual([0, []])
  })

  test('tells people a week before, in one issue each', async () => {
    const { notices, issues } = await night()
    expect(notices).toEqual([
      { person: 'alice', grants: [{ grant: ALICE, until: '2026-11-23T00:00:00Z' }], workloads: [] }
    ])
    expect(issues.map(({ person, state }) => [person, state])).toEqual([['alice', 'opened']])
    end()
    const next = await night()
    expect(next.issues.map(({ person, state }) => [person, state])).toEqual([['alice', 'closed']])
  })

  test('missed for too long, every verdict says so with its age', async () => {
    await night()
    const head = await scene.branch('alice', 'more', {
      [grantPath('billing-read', 'erin')]: grant('2026-12-20')
    })
    const pull = await scene.pull('alice', 'more')
    const summary = async (): Promise<string> => {
      expect((await scene.run('verdict', '--pull', String(pull))).status).toBe(0)
      const path = `/commits/${head}/check-runs?check_name=grantbook&filter=all`
      const runs = z.object({
        check_runs: z.array(z.object({ id: z.int(), output: z.object({ summary: z.string() }) }))
      })
      const { check_runs: all } = runs.parse(await scene.api('frank', 'GET', path))
      return all.toSorted((a, b) => b.id - a.id)[0]?.output.summary ?? ''
    }
    expect(await summary()).not.toContain('nightly')
    scene.wait(3 * 24 * 60)
    expect(await summary()).toContain('The nightly last came to its end 3d ago')
    await night()
    expect(await summary()).not.toContain('nightly')
  })

  test('leaves a sign of life that audit accepts', async () => {
    await night()
    const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
    expect(JSON.parse(audit.out)).toMatchObject({ ok: true, problems: [] })
  })
})
