import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalsOutput } from '../../src/render/output/approvals.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, personFile, type Moment } from '../support/forge-scene.ts'

// Threats of approval, through the real commands: on GitHub it looks merged and approved, and nothing is issued.

const ALICE = grantPath('billing-read', 'alice')
const GRANT = grant('2026-12-14')
const LONGER = grant('2026-12-31')
const ENTITLEMENT = 'grants/systems/aws-prod/billing-read/entitlement.yaml'

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open()
  begin = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

/** What the proof says of a pull request: its state and the names of its rules, each once. */
async function proof(pull: number): Promise<string> {
  const { out, err } = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
  if (out === '') throw new Error(err)
  return approvalsOutput.parse(JSON.parse(out)).state
}

/** Merges by hand, as an administrator can, and applies: whether Alice has access, and what apply said of her grant. */
async function afterwards(pull: number): Promise<readonly [boolean, string]> {
  scene.wait(1)
  await scene.merge('frank', pull)
  const { outcomes, status } = await scene.apply()
  const told = outcomes.find((one) => one.grant === ALICE)?.state ?? 'nothing'
  expect(status).toBe(1)
  return [scene.mayAssume('alice', 'billing-read'), told]
}

test('the right way works, so that what follows means something', async () => {
  await scene.request('alice', 'ask', { [ALICE]: GRANT }, ['carol'])
  expect((await scene.apply()).ok).toBe(true)
  expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
})

describe('1: a pull request that profits from what it changes itself', () => {
  test('its own approvers', async () => {
    const text = (await scene.git('frank', 'show', `origin/main:${ENTITLEMENT}`)).replace(
      '@acme/billing',
      '@alice-acme'
    )
    await scene.branch('dave', 'own', { [ENTITLEMENT]: text, [ALICE]: GRANT })
    const pull = await scene.pull('dave', 'own')
    await scene.review('alice', pull)
    await scene.review('frank', pull)
    expect([await proof(pull), await afterwards(pull)]).toEqual(['missing', [false, 'refused']])
  })

  test('the tool in the same pull request', async () => {
    await scene.branch('alice', 'tool', { [ALICE]: GRANT, '.github/workflows/apply.yml': 'on: push\n' })
    const pull = await scene.pull('alice', 'tool')
    await scene.review('carol', pull)
    await scene.review('frank', pull)
    expect([await proof(pull), await afterwards(pull)]).toEqual(['refused', [false, 'refused']])
  })
})

test('2: approved, then pushed again', async () => {
  await scene.branch('alice', 'ask', { [ALICE]: GRANT })
  const pull = await scene.pull('alice', 'ask')
  await scene.review('carol', pull)
  expect(await proof(pull)).toBe('approved')
  scene.wait(1)
  await scene.more('alice', 'ask', { [ALICE]: LONGER })
  expect([await proof(pull), await afterwards(pull)]).toEqual(['missing', [false, 'refused']])
})

describe('5: whoever has a part in it approves', () => {
  test('who pushed the last commit', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    await scene.more('carol', 'ask', { [ALICE]: LONGER })
    scene.wait(1)
    await scene.review('carol', pull)
    expect(await proof(pull)).toBe('missing')
  })

  test('a co-author', async () => {
    await scene.branch(
      'alice',
      'ask',
      { [ALICE]: GRANT },
      'Ask\n\nCo-authored-by: Carol <CAROL@acme.example>'
    )
    const pull = await scene.pull('alice', 'ask')
    await scene.review('carol', pull)
    expect(await proof(pull)).toBe('missing')
  })

  test('the subject of somebody else’s request', async () => {
    await scene.branch('dave', 'ask', { [grantPath('billing-read', 'carol')]: GRANT })
    const pull = await scene.pull('dave', 'ask')
    await scene.review('carol', pull)
    expect(await proof(pull)).toBe('missing')
  })
})

describe('6: not an active member', () => {
  test('of another team, or of none', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    for (const who of ['dave', 'frank', 'mallory']) await scene.review(who, pull)
    expect([await proof(pull), await afterwards(pull)]).toEqual(['missing', [false, 'refused']])
  })

  test('no longer, when it is judged', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    await scene.review('carol', pull)
    await scene.call('frank', 'DELETE', '/orgs/acme/teams/billing/memberships/carol-acme')
    expect(await proof(pull)).toBe('missing')
  })
})

test('12: another App’s bot approves', async () => {
  await scene.branch('alice', 'ask', { [ALICE]: GRANT })
  const pull = await scene.pull('alice', 'ask')
  await scene.review('other-app', pull)
  expect(await proof(pull)).toBe('missing')
})

test('18: approved against another base, then retargeted', async () => {
  await scene.git('dave', 'push', '-q', 'origin', 'origin/main:refs/heads/side')
  await scene.branch('alice', 'ask', { [ALICE]: GRANT })
  const pull = await scene.pull('alice', 'ask', { base: 'side' })
  await scene.review('carol', pull)
  scene.wait(1)
  await scene.api('alice', 'PATCH', `/pulls/${pull}`, { base: 'main' })
  expect(await proof(pull)).toBe('missing')
  scene.wait(1)
  await scene.review('carol', pull)
  expect(await proof(pull)).toBe('approved')
})

describe('19: too late, or too long ago', () => {
  test('after the merge', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    await scene.merge('frank', pull)
    scene.wait(1)
    await scene.review('carol', pull)
    expect((await scene.apply()).status).toBe(1)
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
  })

  test('fifteen days before', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    await scene.review('carol', pull)
    scene.wait(15 * 24 * 60)
    expect([await proof(pull), await afterwards(pull)]).toEqual(['missing', [false, 'refused']])
  })
})

test('22: an objection dismissed by the requester’s friend', async () => {
  await scene.branch('alice', 'ask', { [ALICE]: GRANT })
  const pull = await scene.pull('alice', 'ask')
  await scene.review('bob', pull)
  const objection = await scene.review('carol', pull, 'REQUEST_CHANGES')
  expect(await proof(pull)).toBe('refused')
  scene.wait(1)
  await scene.api('frank', 'PUT', `/pulls/${pull}/reviews/${objection}/dismissals`, {
    message: 'Fine',
    event: 'DISMISS'
  })
  expect([await proof(pull), await afterwards(pull)]).toEqual(['refused', [false, 'refused']])
})

describe('10: an approval used twice', () => {
  test('reverted and reverted again', async () => {
    await scene.request('alice', 'ask', { [ALICE]: GRANT }, ['carol'])
    await scene.apply()
    await scene.request('carol', 'revoke', { [ALICE]: null }, [])
    expect((await scene.apply()).status).toBe(0)
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    await scene.request('alice', 'again', { [ALICE]: GRANT }, [])
    const { status } = await scene.apply()
    expect([status, scene.mayAssume('alice', 'billing-read')]).toEqual([1, false])
  })

  test('shortened, then lengthened to what was approved once', async () => {
    await scene.request('alice', 'ask', { [ALICE]: LONGER }, ['carol'])
    await scene.apply()
    await scene.pushMain('frank', { [ALICE]: GRANT })
    expect((await scene.apply()).status).toBe(0)
    await scene.pushMain('frank', { [ALICE]: LONGER })
    await scene.apply()
    const [, , third] = scene
      .events(ALICE)
      .filter(({ event }) => event === 'issued' || event === 'shortened' || event === 'extended')
    expect(third).toBeUndefined()
    expect(scene.events(ALICE).at(-1)).toMatchObject({ event: 'refused', code: 'unproved' })
  })

  test('a leaver’s last day moved back', async () => {
    await scene.request('alice', 'ask', { [ALICE]: LONGER }, ['carol'])
    await scene.apply()
    const path = 'grants/people/alice.yaml'
    const text = personFile('alice', 101)
    await scene.pushMain('frank', { [path]: `${text}ends: 2026-11-19\n` })
    await scene.apply()
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
    await scene.pushMain('frank', { [path]: text })
    await scene.apply()
    expect(scene.mayAssume('alice', 'billing-read')).toBe(false)
  })
})
