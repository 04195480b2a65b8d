import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, at, grantPath } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import {
  BRANCH,
  doneTo,
  fileAbout,
  kinds,
  nightOf,
  openOutsideScene,
  policy,
  problemsOf,
  READ,
  userOf
} from './outside-scene.ts'
import { as, fileOn, pullsIn, shown } from './person-scene.ts'

const ALICE = fileAbout('alice')
const ADOPTED = grantPath('billing-read', 'alice')
const WORDS = ['--expires', '2026-12-14', '--reason', 'Month-end reconciliation', '--format', 'json']

let scene: ForgeScene
let found: Moment
beforeAll(async () => {
  scene = await openOutsideScene('revoke', [
    { name: 'alice', inline: { read: READ, more: policy('Allow', 's3:*') } },
    { name: 'bob', groups: ['auditors'] },
    { name: 'frank', inline: { wide: policy('Deny', '*') } },
    { name: 'nobody', inline: { read: READ } }
  ])
  const first = await nightOf(scene)
  if (first.status !== 0) throw new Error(first.err)
  found = scene.save()
})
beforeEach(() => scene.restore(found))
afterAll(() => scene.close())

async function adopt(who: string, file: string, ...more: readonly string[]) {
  const ran = await as(scene, who, 'adopt', file, ...WORDS, ...more)
  return { ...ran, json: JSON.parse(ran.out === '' ? '{}' : ran.out) as Record<string, unknown> }
}

async function merged(pull: number, approver: string): Promise<void> {
  scene.wait(1)
  await scene.review(approver, pull)
  scene.wait(1)
  await scene.merge('frank', pull)
  scene.wait(1)
}

describe('grantbook adopt', () => {
  test('asks for the grant that gives just what was found; once it is issued, the foreign form goes', async () => {
    const { status, err, json } = await adopt('alice', ALICE)
    expect([status, err.includes('error')]).toEqual([0, false])
    expect(json).toMatchObject({ branch: 'adopt/aws-prod/billing-read/alice', ok: true })
    const pull = Number(json['pull'])
    const { title, body } = await shown(scene, pull)
    expect(title).toBe('Adopt aws-prod/billing-read for alice until 2026-12-15T00:00:00Z')
    expect(body).toContain('inline policy read')
    expect(body).toMatch(/Not adopted by this[\s\S]+inline policy more/u)
    expect(await fileOn(scene, 'adopt/aws-prod/billing-read/alice', ADOPTED)).toContain('expires: 2026-12-14')
    // Asking twice opens no second one.
    const before = await pullsIn(scene)
    expect([(await adopt('alice', ALICE)).status, await pullsIn(scene)]).toEqual([1, before])
    // Not before it is issued: nothing is taken away.
    await merged(pull, 'carol')
    const night = await nightOf(scene)
    expect([night.err, night.status]).toEqual([expect.any(String), 0])
    expect(doneTo(night.outcomes)).toEqual(['user.alice done inline:read'])
    expect(userOf(scene, 'alice').inline.map(({ name }) => name)).toEqual([
      'more',
      expect.stringMatching(/^grantbook-/u)
    ])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
    expect(kinds(scene, ADOPTED)).toEqual(['requested', 'approved', 'issued'])
    expect(kinds(scene, ALICE)).toEqual(['discovered', 'adopted', 'saved', 'revoked'])
    expect(scene.events(ALICE)[1]).toMatchObject({
      into: ADOPTED,
      principal: `arn:aws:iam::${ACCOUNT}:user/alice`,
      items: [{ id: 'inline:read' }]
    })
    const next = await nightOf(scene)
    expect([next.status, doneTo(next.outcomes)]).toEqual([0, []])
    expect(await fileOn(scene, BRANCH, ALICE)).not.toContain('inline:read')
    expect(await problemsOf(scene)).toEqual([])
    const told = await scene.run('explain', ALICE, '--evidence', 'refs/grantbook/evidence')
    expect(told.out).toContain(`Adopted: ${ADOPTED} gives just inline:read, so the foreign form may go.`)
  })

  test('a membership is taken over as it is, and ends with the grant', async () => {
    const { status, json } = await adopt('bob', fileAbout('bob'))
    expect(status).toBe(0)
    await merged(Number(json['pull']), 'carol')
    const night = await nightOf(scene)
    expect([night.status, doneTo(night.outcomes)]).toEqual([0, []])
    expect(userOf(scene, 'bob').groups).toEqual(['auditors'])
    expect(kinds(scene, fileAbout('bob'))).toEqual(['discovered', 'adopted'])
    scene.wait(60)
    const apply = await scene.apply()
    expect(apply.status).toBe(0)
    expect(scene.events(grantPath('auditors', 'bob')).at(-1)).toMatchObject({
      event: 'issued',
      observed: true,
      statements: [{ id: 'group/auditors' }]
    })
    scene.sandbox.clock.set(at('2026-12-15T02:00:00Z'))
    await scene.apply()
    expect(userOf(scene, 'bob').groups).toEqual([])
    expect(await problemsOf(scene)).toEqual([])
  })

  test('refuses what no entitlement says, whose account nobody’s is, and what isn’t just that', async () => {
    const before = await pullsIn(scene)
    const wide = await adopt('frank', fileAbout('frank'))
    expect([wide.status, wide.json['pull'], wide.err]).toEqual([
      1,
      null,
      expect.stringMatching(/inline:wide: no entitlement can say this; decide to tolerate or to revoke it/u)
    ])
    const other = await adopt('alice', ALICE, '--entitlement', 'aws-prod/logs-read')
    expect([other.status, other.err]).toEqual([
      1,
      expect.stringContaining('"aws-prod/logs-read" doesn’t give just what was found')
    ])
    expect(other.err).toContain('inline:more: it would take the target {"statements":')
    const stranger = await adopt('alice', fileAbout('nobody'))
    expect([stranger.status, stranger.err]).toEqual([
      1,
      expect.stringContaining('No file says whose account')
    ])
    const missing = await as(scene, 'alice', 'adopt', fileAbout('erin'), ...WORDS)
    expect([missing.status, missing.err]).toEqual([
      2,
      expect.stringContaining('neither on the default branch nor on')
    ])
    const grant = await as(scene, 'alice', 'adopt', ADOPTED, ...WORDS)
    expect([grant.status, grant.err]).toEqual([
      2,
      expect.stringContaining('is not the file of access found outside')
    ])
    expect(await pullsIn(scene)).toBe(before)
  })
})
