import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { offboardOutput } from '../../src/render/output/offboard.ts'
import { grant, grantPath, TASK, workload } from '../support/book.ts'
import { personFile, type ForgeScene, type Moment } from '../support/forge-scene.ts'
import { as, fileOn, openPersonScene, pullsIn, shown, WRITE } from './person-scene.ts'

const CAROL = 'grants/people/carol.yaml'
const HELD = grantPath('logs-read', 'carol')

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  scene = await openPersonScene({
    [HELD]: grant('2027-02-14'),
    'grants/people/alice.yaml': personFile('alice', 101, 'manager: carol\n'),
    'grants/workloads/exporter.yaml': workload('exporter', 'owner: carol'),
    'grants/workloads/importer.yaml': workload('importer', 'owner: carol\nbackup: bob'),
    'grants/workloads/loader.yaml': workload('loader', 'owner: alice\nbackup: carol'),
    [grantPath('logs-read', 'exporter')]: grant('2027-02-14', TASK),
    'grants/systems/aws-prod/billing-write/entitlement.yaml': WRITE.replace(
      'approvers: ["@acme/billing"]',
      'approvers: ["@acme/billing", "@carol-acme"]'
    ),
    'grants/rules/pay.yaml':
      'title: Nobody reads and writes\nhold: [aws-prod/billing-read, aws-prod/billing-write]\natMost: 1\n',
    'grants/exceptions/pay-carol.yaml':
      'rule: pay\nsubject: carol\nreason: Only she has rehearsed it\ncontrol: Audit looks at all of it\nexpires: 2027-01-31\n'
  })
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

async function offboard(who: string, ...args: readonly string[]) {
  const { status, out, err } = await as(scene, who, 'offboard', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return { status, err, ...offboardOutput.parse(JSON.parse(out)) }
}

describe('offboarding', () => {
  test('sets the last day and tells everything that follows', async () => {
    await scene.branch('carol', 'hers', { [grantPath('billing-read', 'carol')]: grant('2026-12-14') })
    const hers = await scene.pull('carol', 'hers', { title: 'Carol needs <b>it</b>' })
    await scene.branch('bob', 'theirs', {
      [grantPath('billing-read', 'bob')]: grant('2026-12-14', 'requester: carol\n')
    })
    const theirs = await scene.pull('bob', 'theirs')
    await scene.branch('bob', 'other', { [grantPath('logs-read', 'bob')]: grant('2026-12-14') })
    const other = await scene.pull('bob', 'other')
    scene.update()
    const told = await offboard('bob', 'carol', '--ends', '2026-12-31')
    expect(told).toMatchObject({ status: 0, ok: true, branch: 'offboard/carol' })
    expect(await fileOn(scene, 'offboard/carol', CAROL)).toBe(
      personFile('carol', 103).replace('githubId: 103\n', 'githubId: 103\nends: 2026-12-31\n')
    )
    const { title, body } = await shown(scene, told.pull ?? 0)
    expect(title).toBe('carol leaves: everything ends by 2027-01-01T00:00:00Z')
    expect(body).toContain(`| aws\\-prod/logs\\-read | issuance | 2027-01-01T00:00:00Z | \`${HELD}\` |`)
    expect(body).toContain('**1 workload would have nobody who answers for it:**')
    expect(body).toContain('- [ ] **exporter**: write a new `owner` into `grants/workloads/exporter.yaml`')
    expect(body).toContain(
      '| exporter (exporter) | owner | **nobody** | after 2027-01-01T00:00:00Z | aws\\-prod/logs\\-read until 2027-01-08T00:00:00Z |'
    )
    expect(body).toContain('| importer (importer) | owner | bob | no change | nothing |')
    expect(body).toContain('| loader (loader) | backup | alice | no change | nothing |')
    expect(body).toContain('approves aws\\-prod/billing\\-write')
    expect(body).toContain('owns the system aws\\-prod')
    expect(body).toContain('owns the entitlement aws\\-prod/billing\\-read')
    expect(body).toContain('exception to pay, until 2027\\-01\\-31 (`grants/exceptions/pay-carol.yaml`)')
    expect(body).toContain(`- #${hers} Carol needs &lt;b\\>it&lt;/b\\>: opened it, is the subject`)
    expect(body).toContain(`- #${theirs} Change access: is the requester`)
    expect(body).not.toContain(`#${other} `)
    expect(body).toContain('- [ ] take carol out of `@acme/billing`')
    expect(body).not.toContain('out of `@acme/security`')
    expect(body).toContain('#### Manager of\n\nalice')
  })

  test('today by default, and merged it takes what is held', async () => {
    const told = await offboard('bob', 'carol')
    expect(await fileOn(scene, 'offboard/carol', CAROL)).toContain('\nends: 2026-11-20\n')
    const pull = told.pull ?? 0
    scene.wait(1)
    await scene.review('grace', pull)
    scene.wait(1)
    const proof = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
    expect(JSON.parse(proof.out)).toMatchObject({ state: 'approved' })
  })

  test('earlier than a day that stands moves it, and keeps comments and CRLF', async () => {
    const text = personFile('carol', 103, 'ends: "2027-06-30" # as agreed\n').replaceAll('\n', '\r\n')
    await scene.pushMain('frank', { [CAROL]: text })
    await offboard('bob', 'carol', '--ends', '2026-12-31T17:00:00+01:00')
    expect(await fileOn(scene, 'offboard/carol', CAROL)).toBe(
      text.replace('2027-06-30', '2026-12-31T17:00:00+01:00')
    )
  })
})

describe('nothing is opened', () => {
  test('for one who leaves by then already', async () => {
    await scene.pushMain('frank', { [CAROL]: personFile('carol', 103, 'ends: 2026-11-30\n') })
    const same = await offboard('bob', 'carol', '--ends', '2026-11-30')
    expect([same.status, same.pull, same.err]).toEqual([
      1,
      null,
      expect.stringContaining('carol leaves by 2026-12-01T00:00:00Z already')
    ])
    const later = await offboard('bob', 'carol', '--ends', '2027-03-31')
    expect(later.err).toContain('offboarding never moves a last day back')
  })

  test.each<[string, readonly string[], string]>([
    ['nobody of that name', ['carrol'], '"carrol" is not in "people/". The nearest is "carol".'],
    ['a workload', ['exporter'], '"exporter" is a workload, not a person.'],
    [
      'a day that isn’t',
      ['carol', '--ends', '2026-02-30'],
      '--ends "2026-02-30": it must be a day that exists'
    ],
    ['a duration', ['carol', '--ends', '14d'], '--ends "14d"']
  ])('and it exits 2 for %s', async (_, args, why) => {
    const { status, err } = await as(scene, 'bob', 'offboard', ...args)
    expect([status, err]).toEqual([2, expect.stringContaining(why)])
    expect(await pullsIn(scene)).toBe(0)
  })
})
