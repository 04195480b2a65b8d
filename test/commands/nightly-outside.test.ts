import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nightlyOutput } from '../../src/render/output/nightly.ts'
import { ACCOUNT, at, BASE } from '../support/book.ts'
import { ForgeScene, PEOPLE, type Moment } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'
import { personal } from './person-scene.ts'

const SYSTEM = 'grants/systems/aws-prod/system.yaml'
const BRANCH = 'grantbook/outside/aws-prod'
const KNOWN = 'known: [root, role/ci/exporter, role/entitlements/billing-write]\n'
const DENY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }
const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
const { aws } = worldOf(Object.keys(PEOPLE))

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  const [account] = aws ?? []
  if (!account) throw new Error('no account')
  scene = await ForgeScene.open({
    files: { [SYSTEM]: `${(BASE[SYSTEM] ?? '').replace('outOfBand: report', 'outOfBand: revoke')}${KNOWN}` },
    world: {
      aws: [
        {
          ...account,
          users: [
            ...(account.users ?? []),
            { name: 'mallory', keys: 1, attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
            { name: 'frozen', inline: { quarantine: DENY, work: ALLOW } }
          ]
        }
      ]
    }
  })
  begin = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

async function night() {
  const { status, out, err } = await scene.run('nightly', '--format', 'json')
  if (out === '') throw new Error(err)
  return { status, err, ...nightlyOutput.parse(JSON.parse(out)) }
}

const pulls = z.array(z.object({ number: z.int(), state: z.string(), title: z.string(), body: z.string() }))

async function found(): Promise<z.infer<typeof pulls>> {
  return pulls.parse(await scene.api('frank', 'GET', `/pulls?state=all&head=acme:${BRANCH}`))
}

/** The file about somebody on our branch. */
async function fileAbout(name: string): Promise<{ path: string; text: string }> {
  await scene.git('frank', 'fetch', '-q', 'origin')
  const listed = await scene.git(
    'frank',
    'ls-tree',
    '-r',
    '--name-only',
    `origin/${BRANCH}`,
    'grants/out-of-band'
  )
  const path = listed.split('\n').find((one) => one.includes(`.${name}-`)) ?? ''
  return { path, text: await scene.git('frank', 'show', `origin/${BRANCH}:${path}`) }
}

const mallory = () => scene.sandbox.snapshot(ACCOUNT).users.find(({ name }) => name === 'mallory')

describe('access found outside', () => {
  test('is put before people in one pull request, dated, and found again changes nothing', async () => {
    const first = await night()
    expect(first.pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'opened']])
    const [pull] = await found()
    expect(pull?.body).toContain('AdministratorAccess')
    expect(pull?.body).toContain('**administrator**')
    expect(pull?.body).toContain('All keys and passwords that don’t end by themselves: 8, of which 1')
    const { path, text } = await fileAbout('mallory')
    expect(path).toMatch(/^grants\/out-of-band\/aws-prod\/user\.mallory-[0-9a-f]{8}\.yaml$/u)
    expect(text).toContain('decision: undecided')
    expect(text).toContain('expires: 2026-11-27')
    expect(scene.events(path)).toMatchObject([
      { event: 'discovered', principal: `arn:aws:iam::${ACCOUNT}:user/mallory` }
    ])
    scene.wait(24 * 60)
    const next = await night()
    expect(next.pulls.map(({ state }) => state)).toEqual(['unchanged'])
    expect((await found()).length).toBe(1)
    expect((await fileAbout('mallory')).text).toBe(text)
  })

  test('the files validate as they are, and nobody else may write them', async () => {
    await night()
    await scene.git('frank', 'fetch', '-q', 'origin')
    const judged = await scene.run('validate', '--base', 'origin/main', '--head', `origin/${BRANCH}`)
    expect([judged.status, judged.out]).toEqual([0, expect.stringContaining('nothing wrong')])
  })

  test('what nobody decides on is taken away in time, saved before, and what holds a Deny never', async () => {
    await night()
    scene.sandbox.clock.set(at('2026-11-28T02:17:00Z'))
    const ran = await night()
    const about = ran.outcomes.filter(({ grant }) => grant?.includes('/user.mallory-') === true)
    expect(about.filter(({ state }) => state === 'done').length).toBeGreaterThan(1)
    expect(mallory()?.attached ?? []).toEqual([])
    const frozen = scene.sandbox.snapshot(ACCOUNT).users.find(({ name }) => name === 'frozen')
    expect(frozen?.inline.map(({ name }) => name).toSorted()).toEqual(['quarantine'])
    // The queue says what is left, and the next night has nothing to add.
    const [pull] = await found()
    expect([pull?.body.includes('mallory'), pull?.body.includes('frozen')]).toEqual([false, true])
    expect((await night()).pulls.map(({ state }) => state)).toEqual(['unchanged'])
    const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
    expect(JSON.parse(audit.out)).toMatchObject({ problems: [] })
  })

  test('killed between taking away and recording it, the next night records what is gone', async () => {
    await night()
    scene.sandbox.clock.set(at('2026-11-28T02:17:00Z'))
    let killed: Moment | null = null
    scene.sandbox.observe((phase, { operation }) => {
      if (phase === 'after' && operation === 'DeleteUser') killed ??= scene.save()
    })
    await night()
    scene.sandbox.observe(null)
    if (killed === null) throw new Error('nobody was deleted')
    await scene.restore(killed)
    await scene.git('frank', 'update-ref', '-d', 'refs/grantbook/evidence')
    const { outcomes } = await night()
    const path = outcomes.find(({ grant }) => grant?.includes('/user.mallory-') === true)?.grant ?? ''
    const revoked = scene.events(path).filter(({ event }) => event === 'revoked')
    const told = revoked.map(({ observed, why }) => `${String(why).split(': ')[0] ?? ''} ${String(observed)}`)
    // The key can't be put back, and is on record all the same.
    expect(told.map((one) => one.replace(/AKIA\w+/u, 'KEY')).toSorted()).toEqual([
      'attached:arn:aws:iam::aws:policy/AdministratorAccess true',
      'key:KEY true',
      'principal true'
    ])
    const key = scene
      .events(path)
      .find(({ event, item }) => event === 'saved' && String(item).startsWith('key:'))
    const asked = ['--owner', 'frank', '--expires', '30d', '--reason', 'x']
    const environment = personal(scene, 'frank')
    const back = await scene.runWith({ environment }, 'restore', String(key?.['id']), ...asked)
    expect([back.status, back.err]).toEqual([1, expect.stringContaining('can’t be put back')])
    expect((await night()).outcomes.filter(({ grant }) => grant === path)).toEqual([])
    const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
    expect(JSON.parse(audit.out)).toMatchObject({ problems: [] })
  })
})
