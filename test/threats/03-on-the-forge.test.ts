import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { approvalsOutput } from '../../src/render/output/approvals.ts'
import { at, grant, grantPath } from '../support/book.ts'
import { ForgeScene, PEOPLE, personFile, type Moment, type Patch } from '../support/forge-scene.ts'

// What goes wrong between pull requests, bots, runs and checks, through the real commands.

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('auditors', 'bob')
const GRANT = grant('2026-12-14')
const AUDITORS = 'grants/systems/aws-prod/auditors/entitlement.yaml'
const OUR_APP = 'grantbook-acme'

let scene: ForgeScene
let begin: Moment
/** Alice’s grant is approved, merged and applied. */
let given: Moment
let merged: string
beforeAll(async () => {
  scene = await ForgeScene.open()
  begin = scene.save()
  await scene.request('alice', 'ask', { [ALICE]: GRANT }, ['carol'])
  merged = (await scene.git('frank', 'rev-parse', 'origin/main')).trim()
  await scene.apply('--run', '1', '--commit', merged, '--attempt', '1')
  given = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

async function proof(pull: number): Promise<string> {
  const { out, err } = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
  if (out === '') throw new Error(err)
  return approvalsOutput.parse(JSON.parse(out)).state
}

const runs = z.object({
  check_runs: z.array(z.object({ id: z.int(), conclusion: z.string(), app: z.object({ slug: z.string() }) }))
})

/** Conclusion of our App's newest check on a commit. */
async function conclusion(head: string): Promise<string | undefined> {
  const path = `/commits/${head}/check-runs?check_name=grantbook&filter=all`
  const { check_runs: all } = runs.parse(await scene.api('frank', 'GET', path))
  const ours = all.filter(({ app }) => app.slug === OUR_APP).toSorted((a, b) => b.id - a.id)
  return ours[0]?.conclusion
}

/** Calls that change something in the account. */
const writes = (): readonly string[] =>
  scene.sandbox
    .calls()
    .flatMap((one) => (one.service === 'iam' && one.kind === 'write' ? [one.operation] : []))

describe('3: two pull requests, each fine, conflict together', () => {
  /** Opens, approves and judges two pull requests side by side, then merges them one after the other and applies. */
  async function both(first: Ask, second: Ask) {
    const pulls: number[] = []
    for (const [branch, { by, files, approver }] of [
      ['first', first] as const,
      ['second', second] as const
    ]) {
      const head = await scene.branch(by, branch, files)
      const pull = await scene.pull(by, branch)
      scene.wait(1)
      await scene.review(approver, pull)
      expect((await scene.run('verdict', '--pull', String(pull))).status).toBe(0)
      expect([branch, await conclusion(head)]).toEqual([branch, 'success'])
      pulls.push(pull)
    }
    for (const pull of pulls) {
      scene.wait(1)
      await scene.merge('frank', pull)
    }
    return scene.apply()
  }

  interface Ask {
    readonly by: string
    readonly files: Patch
    readonly approver: string
  }
  const GIVE: Ask = { by: 'bob', files: { [BOB]: GRANT }, approver: 'carol' }
  const restrict = async (): Promise<Ask> => {
    const text = await scene.git('frank', 'show', `origin/main:${AUDITORS}`)
    const files = { [AUDITORS]: text.replace('subjects: [person, workload]', 'subjects: [workload]') }
    return { by: 'dave', files, approver: 'grace' }
  }

  test('a grant, then the entitlement is for others: the later one is held, and said', async () => {
    const ran = await both(GIVE, await restrict())
    expect([ran.status, writes()]).toEqual([1, ['AddUserToGroup']])
    const held = ran.outcomes.filter(({ state }) => state === 'held')
    expect(held.map(({ grant: path }) => path)).toEqual([AUDITORS])
    expect(held[0]?.why).toContain('with it the files would have an error that they lacked before')
  })

  test('the other way round it is the grant that is held', async () => {
    const ran = await both(await restrict(), GIVE)
    expect([ran.status, writes()]).toEqual([1, []])
    expect(ran.outcomes.filter(({ state }) => state === 'held').map(({ grant: path }) => path)).toEqual([BOB])
    expect(scene.events(BOB).map(({ event }) => event)).toEqual(['held'])
    expect(scene.events(AUDITORS).map(({ event }) => event)).toEqual(['requested', 'approved'])
  })

  test('two people’s files with one account: only the first is a person', async () => {
    const add = (id: string, by: string): Ask => ({
      by,
      files: { [`grants/people/${id}.yaml`]: personFile(id, 900) },
      approver: 'grace'
    })
    const ran = await both(add('henry', 'alice'), add('ivy', 'dave'))
    expect(ran.status).toBe(1)
    expect(ran.outcomes.filter(({ state }) => state === 'held').map(({ grant: path }) => path)).toEqual([
      'grants/people/ivy.yaml'
    ])
    expect(scene.events('grants/people/henry.yaml').at(-1)).toMatchObject({ event: 'approved' })
  })
})

describe('4: the requester approves through a pull request that a bot opened', () => {
  const ask = (by: string): Promise<string> =>
    scene.branch(by, 'by-bot', { [ALICE]: GRANT }, 'Ask for access\n\nGrantbook-Requester: carol\n')

  test('our App’s: its own commit names who asked', async () => {
    await ask(OUR_APP)
    const pull = await scene.pull(OUR_APP, 'by-bot')
    await scene.review('carol', pull)
    expect(await proof(pull)).toBe('missing')
    await scene.review('bob', pull)
    expect(await proof(pull)).toBe('approved')
  })

  test('our App’s, with another name put over it by a push', async () => {
    await ask(OUR_APP)
    const pull = await scene.pull(OUR_APP, 'by-bot')
    await scene.git('carol', 'commit', '-q', '--amend', '-m', 'Ask\n\nGrantbook-Requester: dave\n')
    await scene.git('carol', 'push', '-q', '-f', 'origin', 'HEAD:refs/heads/by-bot')
    scene.wait(1)
    await scene.review('carol', pull)
    expect(await proof(pull)).toBe('missing')
    scene.wait(1)
    await scene.merge('frank', pull)
    expect([(await scene.apply()).status, scene.mayAssume('alice', 'billing-read')]).toEqual([1, false])
  })

  test('any other App’s: nobody can approve it', async () => {
    await ask('other-app')
    const pull = await scene.pull('other-app', 'by-bot')
    for (const who of ['bob', 'carol']) await scene.review(who, pull)
    expect(await proof(pull)).toBe('refused')
    scene.wait(1)
    await scene.merge('frank', pull)
    expect([(await scene.apply()).status, scene.mayAssume('alice', 'billing-read')]).toEqual([1, false])
  })
})

test('13: an old workflow run that is run again brings nothing back', async () => {
  await scene.restore(given)
  const old = merged
  await scene.request('carol', 'revoke', { [ALICE]: null }, [])
  expect((await scene.apply()).status).toBe(0)
  const recorded = scene.head('evidence')
  scene.sandbox.clearCalls()
  const again = await scene.apply('--run', '1', '--commit', old, '--attempt', '2')
  expect([again.status, again.outcomes, again.err]).toEqual([
    1,
    [],
    expect.stringContaining('Re-run the newest run')
  ])
  expect([writes(), scene.head('evidence'), scene.mayAssume('alice', 'billing-read')]).toEqual([
    [],
    recorded,
    false
  ])
  // One that comes late for an old commit follows the tip; so does one that is run again for it.
  const tip = (await scene.git('frank', 'rev-parse', 'origin/main')).trim()
  for (const args of [
    ['--commit', old, '--attempt', '1'],
    ['--commit', tip, '--attempt', '2']
  ]) {
    const late = await scene.apply('--run', '1', ...args)
    expect([args, late.status, late.commit, writes()]).toEqual([args, 0, tip, []])
  }
  for (const attempt of ['0', '-1', '2x', ''])
    expect((await scene.run('apply', '--commit', old, `--attempt=${attempt}`)).status).toBe(2)
  expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
})

describe('25: a check of the same name by somebody else', () => {
  test('`grantbook` by another App or as a status: ours stands beside it, and apply doesn’t look at either', async () => {
    const head = await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    const check = { name: 'grantbook', head_sha: head, status: 'completed', conclusion: 'success' }
    await scene.api('other-app', 'POST', '/check-runs', check)
    await scene.api('mallory', 'POST', `/statuses/${head}`, { state: 'success', context: 'grantbook' })
    expect((await scene.run('verdict', '--pull', String(pull))).status).toBe(0)
    expect(await conclusion(head)).toBe('action_required')
    // And the other way round: a failure of theirs doesn’t hide that it is approved.
    scene.wait(1)
    await scene.review('carol', pull)
    await scene.api('other-app', 'POST', '/check-runs', { ...check, conclusion: 'failure' })
    await scene.run('verdict', '--pull', String(pull))
    expect(await conclusion(head)).toBe('success')
    const other = await scene.branch('dave', 'other', { [grantPath('billing-read', 'dave')]: GRANT })
    const second = await scene.pull('dave', 'other')
    await scene.api('other-app', 'POST', '/check-runs', { ...check, head_sha: other })
    await scene.merge('frank', second)
    expect([(await scene.apply()).status, scene.mayAssume('dave', 'billing-read')]).toEqual([1, false])
  })

  test('`grantbook evidence` by another App: it neither hides a cut nor stops anybody', async () => {
    const first = scene.head('evidence') ?? ''
    await scene.restore(given)
    const tip = merged
    const anchor = (external: string) => ({
      name: 'grantbook evidence',
      head_sha: tip,
      external_id: external,
      status: 'completed',
      conclusion: 'neutral'
    })
    await scene.api('other-app', 'POST', '/check-runs', anchor(`${tip} --exec=x`))
    await scene.api('other-app', 'POST', '/check-runs', anchor('f'.repeat(40)))
    expect((await scene.apply()).status).toBe(0)
    const whole = scene.head('evidence') ?? ''
    const directory = scene.forge.directory('acme/access')
    await scene.git('frank', '-C', directory, 'update-ref', 'refs/heads/evidence', first)
    await scene.api('other-app', 'POST', '/check-runs', anchor(first))
    const cut = await scene.run('apply')
    expect([cut.status, cut.err]).toEqual([
      1,
      expect.stringContaining('a part of the record was cut off or rewritten')
    ])
    await scene.git('frank', '-C', directory, 'update-ref', 'refs/heads/evidence', whole)
    expect((await scene.apply()).status).toBe(0)
  })
})

describe('35: a file that can’t be read keeps nothing beyond its date', () => {
  const BROKEN = 'reason: Month-end reconciliation\nexpires: never\n'
  const AFTER = at('2026-12-15T00:00:00Z')

  test.each(['pushed', 'approved'])('%s to main over a standing grant', async (how) => {
    await scene.restore(given)
    if (how === 'pushed') await scene.pushMain('frank', { [ALICE]: BROKEN })
    else await scene.request('alice', 'break', { [ALICE]: BROKEN }, ['carol'])
    scene.sandbox.clearCalls()
    expect([(await scene.apply()).status, writes()]).toEqual([1, []])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
    scene.sandbox.clock.set(AFTER)
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    await scene.apply()
    expect([writes(), scene.events(ALICE).at(-1)?.['event']]).toEqual([['DeleteUserPolicy'], 'revoked'])
  })
})

describe('36: the people are gone, or can’t be read', () => {
  const all = (text: string | null): Patch =>
    Object.fromEntries(Object.keys(PEOPLE).map((id) => [`grants/people/${id}.yaml`, text]))

  test('overwritten by a push: nobody loses anything, and the run fails', async () => {
    await scene.restore(given)
    await scene.pushMain('frank', all('\u0000'))
    const ran = await scene.apply()
    expect([ran.status, writes(), scene.mayAssume('alice', 'billing-read')]).toEqual([1, [], true])
  })

  test('deleted by a pull request that governance approved: likewise, and life goes on', async () => {
    await scene.restore(given)
    await scene.request('frank', 'clear', all(null), ['grace'])
    const ran = await scene.apply()
    expect([ran.status, writes(), scene.mayAssume('alice', 'billing-read')]).toEqual([1, [], true])
    // Who may approve is what was approved last.
    await scene.request('bob', 'next', { [grantPath('billing-read', 'bob')]: GRANT }, ['carol'])
    await scene.apply()
    expect(scene.mayAssume('bob', 'billing-read')).toBe(true)
  })
})
