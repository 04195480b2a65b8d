import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renewOutput } from '../../src/render/output/renew.ts'
import { grant, grantPath, workload } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import { as, fileOn, openPersonScene, pullsIn, shown } from './person-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const DAVE = grantPath('billing-read', 'dave')
const ERIN = grantPath('billing-read', 'erin')
const BAD = grantPath('logs-read', 'erin')
const EXPORTER = 'grants/workloads/exporter.yaml'
const TEXT =
  '# for the close\r\nreason: "Month-end: reconciliation" # every month\r\nexpires: "2026-11-25" # soon\r\n'

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  scene = await openPersonScene({
    [ALICE]: TEXT,
    [DAVE]: grant('2026-11-19'),
    [ERIN]: grant('2026-11-24'),
    [EXPORTER]: workload('exporter', 'owner: alice', '2026-11-22 # once a year')
  })
  await scene.pushMain('frank', { [ERIN]: null, [BAD]: 'reason: x\nexpires: 2026-11-30\n' }, 'Remove')
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

async function renew(who: string, ...args: readonly string[]) {
  const { status, out, err } = await as(scene, who, 'renew', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return { status, err, ...renewOutput.parse(JSON.parse(out)) }
}

describe('renewing', () => {
  test('moves the end and keeps every other byte, and is approved as a request', async () => {
    const told = await renew('alice', ALICE, '--expires', '2026-12-14')
    const branch = 'renew/aws-prod/billing-read/alice'
    expect(told).toEqual({ format: 1, status: 0, err: expect.any(String), ok: true, branch, pull: 1 })
    expect(await fileOn(scene, branch, ALICE)).toBe(TEXT.replace('2026-11-25', '2026-12-14'))
    const { title, body, user } = await shown(scene, 1)
    expect([title, user.login]).toEqual([
      'Renew aws-prod/billing-read for alice until 2026-12-15T00:00:00Z',
      'alice-acme'
    ])
    expect(body).toContain(
      '| alice | aws\\-prod/billing\\-read | 2026-11-26T00:00:00Z | 2026-12-15T00:00:00Z |'
    )
    scene.wait(1)
    await scene.review('carol', 1)
    scene.wait(1)
    const proof = await scene.run('approvals', '--format', 'json', '--pull', '1')
    expect(JSON.parse(proof.out)).toMatchObject({ state: 'approved' })
  })

  test('takes several files in one pull request, one that is over too, and a duration from now', async () => {
    const told = await renew('frank', `./${DAVE}`, ALICE, ALICE, '--expires', '14d')
    expect(told.branch).toMatch(/^renew\/several\/[0-9a-f]{12}$/u)
    expect(await fileOn(scene, told.branch ?? '', DAVE)).toBe(grant('2026-12-04T09:00:00Z'))
    expect(await fileOn(scene, told.branch ?? '', ALICE)).toContain(
      'expires: "2026-12-04T09:00:00Z" # soon\r\n'
    )
    const { title, body } = await shown(scene, told.pull ?? 0)
    expect(title).toBe('Renew 2 grants until 2026-12-04T09:00:00Z')
    expect(body).toContain('2026-11-20T00:00:00Z (over)')
  })

  test('re-attests a workload, by one of governance who doesn’t own it', async () => {
    const told = await renew('alice', EXPORTER, '--expires', '2027-11-20')
    expect(told).toMatchObject({ status: 0, branch: 'renew/workload/exporter', pull: 1 })
    expect(await fileOn(scene, 'renew/workload/exporter', EXPORTER)).toBe(
      workload('exporter', 'owner: alice', '2027-11-20 # once a year')
    )
    const { title, body } = await shown(scene, 1)
    expect(title).toBe('Re-attest exporter until 2027-11-21T00:00:00Z')
    expect(body).toContain('| exporter | the workload itself | 2026-11-23T00:00:00Z | 2027-11-21T00:00:00Z |')
    const state = async (): Promise<unknown> => {
      scene.wait(1)
      const proof = await scene.run('approvals', '--format', 'json', '--pull', '1')
      return (JSON.parse(proof.out) as { state: unknown }).state
    }
    await scene.review('bob', 1)
    expect(await state()).toBe('missing')
    await scene.review('grace', 1)
    expect(await state()).toBe('approved')
  })

  test('puts back what left the default branch, and says so', async () => {
    const told = await renew('erin', ERIN, '--expires', '2026-12-14')
    expect(told).toMatchObject({ status: 0, pull: 1 })
    expect(told.err).toMatch(/note: \S+erin\.yaml was removed by [0-9a-f]{12}; it is put back as it was/u)
    expect(await fileOn(scene, told.branch ?? '', ERIN)).toBe(grant('2026-12-14'))
    expect((await shown(scene, 1)).body).toContain('was removed from the default branch by')
  })
})

describe('nothing is opened', () => {
  test.each<[string, readonly string[], string]>([
    ['a longer time than allowed', [ALICE, '--expires', '2028-01-01'], 'expires-too-far'],
    ['the same end', [ALICE, '--expires', '2026-11-25'], 'ends at 2026-11-26T00:00:00Z already'],
    ['an earlier end', [DAVE, ALICE, '--expires', '2026-11-24'], 'renewing never shortens'],
    ['a file that can’t be read', [BAD, '--expires', '2026-12-14'], 'is not valid']
  ])('for %s', async (_, args, why) => {
    const { status, out, err } = await as(scene, 'alice', 'renew', ...args)
    expect([status, `${out}${err}`]).toEqual([1, expect.stringContaining(why)])
    expect(await pullsIn(scene)).toBe(0)
  })

  test.each<[string, readonly string[], string]>([
    [
      'a file that never was',
      [grantPath('billing-read', 'alise'), '--expires', '8h'],
      `The nearest is "${ALICE}"`
    ],
    ['something else', ['grants/people/alice.yaml', '--expires', '8h'], 'is not the file of a grant'],
    ['a path outside', ['../../etc/passwd', '--expires', '8h'], 'is not the file of a grant'],
    ['no end', [ALICE], '--expires is missing'],
    ['an end that is over', [ALICE, '--expires', '2026-11-01'], 'that is over already'],
    ['no file', ['--expires', '8h'], 'missing required argument']
  ])('and it exits 2 for %s', async (_, args, why) => {
    const { status, err } = await as(scene, 'alice', 'renew', ...args)
    expect([status, err]).toEqual([2, expect.stringContaining(why)])
    expect(await pullsIn(scene)).toBe(0)
  })

  test('where it is asked for already', async () => {
    await renew('alice', ALICE, '--expires', '2026-12-14')
    expect(await renew('bob', ALICE, '--expires', '2026-12-20')).toMatchObject({
      status: 1,
      ok: false,
      pull: 1
    })
  })
})
