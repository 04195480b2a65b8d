import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'
import { told } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
const GRANT = grant('2026-12-14', 'requester: alice\n')
const ENTITLEMENT = 'grants/systems/aws-prod/billing-read/entitlement.yaml'

let scene: ForgeScene
let begun: Moment
beforeAll(async () => {
  scene = await ForgeScene.open()
  begun = scene.save()
})
afterAll(() => scene.close())
beforeEach(() => scene.restore(begun))

const events = (path: string): readonly unknown[] =>
  scene.events(path).map(({ event, code }) => code ?? event)
const entitlement = async (): Promise<string> => scene.git('frank', 'show', `HEAD:${ENTITLEMENT}`)

test('from a pull request to access: requested, approved, issued, and a second apply writes nothing', async () => {
  const pull = await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
  const ran = await scene.apply('--run', '7')
  expect([ran.status, told(ran), ran.err]).toEqual([
    0,
    ['done grant aws-prod/billing-read/alice'],
    'aws-prod: user/alice (1 of 1)\n'
  ])
  expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
  expect(events(PATH)).toEqual(['requested', 'approved', 'issued'])
  expect(scene.events(PATH)[1]).toMatchObject({
    pull: `acme/access#${pull}`,
    approvals: [{ login: 'carol-acme', id: 103, person: 'carol', as: '@acme/billing' }],
    run: '7'
  })
  scene.sandbox.clearCalls()
  const again = await scene.apply()
  expect([again.status, told(again)]).toEqual([0, ['unchanged grant aws-prod/billing-read/alice']])
  expect(scene.sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam')).toEqual(
    []
  )
})

test('what was removed by hand is put back, with why, and audits clean though it was in the same second', async () => {
  await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
  await scene.apply()
  const state = scene.sandbox.snapshot(ACCOUNT)
  const bare = state.users.map((user) => (user.name === 'alice' ? { ...user, inline: [] } : user))
  scene.sandbox.restore(ACCOUNT, { ...state, users: bare })
  const again = await scene.apply()
  expect([again.status, told(again)]).toEqual([0, ['done grant aws-prod/billing-read/alice']])
  const [first, second] = scene.events(PATH).slice(-2)
  expect(second).toEqual({ ...first, drift: 'it was removed by hand' })
  const record = ['--evidence', 'refs/grantbook/evidence']
  const audit = await scene.run('audit', ...record)
  expect([audit.status, audit.out]).toEqual([0, expect.stringContaining('No problems')])
  const { out } = await scene.run('explain', 'alice', 'aws-prod/billing-read', ...record)
  expect(out.replaceAll(/\s+/gu, ' ')).toContain('It was put back: it was removed by hand.')
})

test('--authorise touches no system; the system’s own job issues', async () => {
  await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
  const first = await scene.apply('--authorise')
  expect([first.status, told(first)]).toEqual([0, []])
  expect([scene.mayAssume('alice', 'billing-read'), events(PATH)]).toEqual([false, ['requested', 'approved']])
  const second = await scene.apply('--system', 'aws-prod')
  expect([second.status, told(second)]).toEqual([0, ['done grant aws-prod/billing-read/alice']])
  expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
})

describe('not approved, not issued', () => {
  test('merged without an approval: refused once, listed afterwards', async () => {
    await scene.request('alice', 'r1', { [PATH]: GRANT }, [])
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([1, ['refused grant aws-prod/billing-read/alice']])
    expect([scene.mayAssume('alice', 'billing-read'), events(PATH)]).toEqual([false, ['approval-missing']])
    const again = await scene.apply()
    expect([again.status, told(again)]).toEqual([0, ['refused grant aws-prod/billing-read/alice']])
    expect(events(PATH)).toEqual(['approval-missing'])
  })

  test('an approval after the merge comes too late', async () => {
    const pull = await scene.request('alice', 'r1', { [PATH]: GRANT }, [])
    await scene.review('carol', pull)
    expect((await scene.apply()).status).toBe(1)
    expect([scene.mayAssume('alice', 'billing-read'), events(PATH)]).toEqual([false, ['approval-missing']])
  })

  test.each([
    ['a grant', { [PATH]: GRANT }, PATH],
    [
      'settings',
      { 'grants/suspensions/zoe.yaml': 'reason: x\n', 'grants/grantbook.yaml': 'x: y\n' },
      'grants/grantbook.yaml'
    ]
  ])('a direct push of %s', async (_, files, path) => {
    await scene.pushMain('frank', files)
    const ran = await scene.apply()
    expect(ran.status).toBe(1)
    expect(ran.outcomes.find((one) => one.grant === path)?.state).toBe('refused')
    expect([scene.mayAssume('alice', 'billing-read'), events(path)]).toEqual([false, ['unproved']])
  })

  test('a direct push of an entitlement’s target widens nobody’s grant', async () => {
    await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
    await scene.apply()
    scene.update()
    const text = (await entitlement()).replace('/billing-read"', '/billing-write"')
    await scene.pushMain('frank', { [ENTITLEMENT]: text })
    expect((await scene.apply()).status).toBe(1)
    expect([scene.mayAssume('alice', 'billing-write'), scene.mayAssume('alice', 'billing-read')]).toEqual([
      false,
      true
    ])
  })

  test('an extra file in the merge: nothing of the pull request moves', async () => {
    await scene.branch('alice', 'r1', { [PATH]: GRANT })
    const pull = await scene.pull('alice', 'r1')
    scene.wait(1)
    await scene.review('carol', pull)
    scene.wait(1)
    scene.update()
    await scene.git('frank', 'merge', '-q', '--no-ff', '--no-commit', 'origin/r1')
    scene.write({ [grantPath('billing-read', 'bob')]: GRANT })
    await scene.commit('frank', `Merge pull request #${pull}`)
    await scene.git('frank', 'push', '-q', 'origin', 'HEAD:refs/heads/main')
    const ran = await scene.apply()
    expect(ran.status).toBe(1)
    expect([scene.mayAssume('alice', 'billing-read'), scene.mayAssume('bob', 'billing-read')]).toEqual([
      false,
      false
    ])
  })

  test('replayed: the same words after they were revoked need a new approval', async () => {
    await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
    await scene.apply()
    await scene.request('alice', 'r2', { [PATH]: null }, [])
    await scene.apply()
    expect([scene.mayAssume('alice', 'billing-read'), events(PATH).slice(3)]).toEqual([
      false,
      ['reduced', 'revoked']
    ])
    scene.update()
    await scene.git('frank', 'revert', '--no-edit', '-m', '1', 'HEAD')
    await scene.git('frank', 'push', '-q', 'origin', 'HEAD:refs/heads/main')
    expect((await scene.apply()).status).toBe(1)
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
  })

  test('main moved back and forth by force: only reductions move', async () => {
    await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
    await scene.apply()
    scene.update()
    await scene.git('frank', 'push', '-q', 'origin', '+HEAD~1:refs/heads/main')
    const back = await scene.apply()
    expect([told(back), scene.mayAssume('alice', 'billing-read')]).toEqual([
      ['done revoke aws-prod/billing-read/alice'],
      false
    ])
    await scene.git('frank', 'push', '-q', 'origin', '+HEAD:refs/heads/main')
    const forth = await scene.apply()
    expect([forth.status, scene.mayAssume('alice', 'billing-read')]).toEqual([1, false])
  })
})

test('a deletion by a direct push takes access at once, and a run later says so', async () => {
  await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
  await scene.apply()
  await scene.pushMain('frank', { [PATH]: null })
  const ran = await scene.apply()
  expect([ran.status, told(ran)]).toEqual([0, ['done revoke aws-prod/billing-read/alice']])
  expect(scene.events(PATH).slice(-2)).toMatchObject([
    { event: 'reduced', pull: null },
    { event: 'revoked', cause: 'unproved' }
  ])
})

test('a removal that its owner approved is proved', async () => {
  await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
  await scene.apply()
  await scene.request('alice', 'r2', { [PATH]: null }, ['carol'])
  expect((await scene.apply()).status).toBe(0)
  expect(scene.events(PATH).slice(-2)).toMatchObject([
    { event: 'approved', blob: null },
    { event: 'revoked', cause: 'proved' }
  ])
})

describe('what it needs', () => {
  test.each(['GITHUB_REPOSITORY', 'GITHUB_TOKEN', 'GRANTBOOK_SIGNING_KEY'])('%s', async (name) => {
    const { [name]: _, ...environment } = scene.environment()
    const ran = await scene.runWith({ environment }, 'apply')
    expect([ran.status, ran.out]).toEqual([2, ''])
    expect(ran.err).toMatch(new RegExp(`^error: ${name} is not set`, 'u'))
  })

  test('its own repository', async () => {
    const environment = { ...scene.environment(), GITHUB_REPOSITORY: 'acme/other' }
    expect((await scene.runWith({ environment }, 'apply')).status).toBe(2)
  })

  test('a clock like GitHub’s: nothing is dated by one that is wrong', async () => {
    await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
    const head = scene.head('evidence')
    for (const minutes of [-6, 6, 60 * 24 * 31]) {
      const clock = (): number => scene.sandbox.clock.now() + minutes * 60_000
      const ran = await scene.runWith({ clock }, 'apply', '--authorise')
      expect([ran.status, ran.err]).toEqual([2, expect.stringContaining('The clock of "GitHub" says')])
      expect(scene.head('evidence')).toBe(head)
    }
  })

  test('--now only where everything is on this machine', async () => {
    const environment = { ...scene.environment(), GITHUB_SERVER_URL: 'https://github.com' }
    const ran = await scene.runWith({ environment }, 'apply', '--now', '2026-11-20T09:00:00Z')
    expect([ran.status, ran.err]).toEqual([
      2,
      expect.stringContaining('--now is for a GitHub on this machine')
    ])
  })
})

describe('the record', () => {
  const directory = (): string => scene.forge.directory('acme/access')

  test('deleted: nothing is done, and the way back is named', async () => {
    await scene.git('frank', '-C', directory(), 'update-ref', '-d', 'refs/heads/evidence')
    const ran = await scene.run('apply')
    expect([ran.status, ran.err]).toEqual([2, expect.stringContaining('There is no branch "evidence"')])
  })

  test('cut: the anchor on main tells', async () => {
    const old = scene.head('evidence') ?? ''
    await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
    await scene.apply()
    await scene.git('frank', '-C', directory(), 'update-ref', 'refs/heads/evidence', old)
    const ran = await scene.run('apply')
    expect([ran.status, ran.err]).toEqual([
      1,
      expect.stringContaining('a part of the record was cut off or rewritten')
    ])
  })

  test('another App’s token records nothing that counts', async () => {
    const environment = { ...scene.environment(), GITHUB_TOKEN: scene.token('other-app') }
    const ran = await scene.runWith({ environment }, 'apply')
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('GITHUB_TOKEN doesn’t belong to the App "grantbook-acme"')
  })
})

test('a run that is started again for an old commit does nothing', async () => {
  const old = await scene.merge('frank', await late())
  await scene.request('alice', 'r1', { [PATH]: GRANT }, ['carol'])
  const ran = await scene.apply('--run', '1', '--commit', old, '--attempt', '2')
  expect([ran.status, ran.outcomes, events(PATH)]).toEqual([1, [], []])
})

async function late(): Promise<number> {
  await scene.branch('alice', 'r0', { 'README.md': 'x\n' })
  return scene.pull('alice', 'r0')
}
