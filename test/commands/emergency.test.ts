import { IAM } from '@aws-sdk/client-iam'
import { STS } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nightlyOutput } from '../../src/render/output/nightly.ts'
import { ACCOUNT, at, BASE, grant } from '../support/book.ts'
import type { ForgeScene } from '../support/forge-scene.ts'
import { PEOPLE } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'
import { as, openPersonScene, shown } from './person-scene.ts'

const SYSTEM = 'grants/systems/aws-prod/system.yaml'
const EMERGENCY = 'grants/emergency/aws-prod/billing-write/alice.yaml'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-write`
const BRANCH = 'grantbook/retrospective/aws-prod/billing-write/alice.20261120T0902Z'
const REVIEW = 'grants/retrospectives/aws-prod/billing-write/alice.20261120T0902Z.yaml'
const MAY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['iam:CreateGroup', 'iam:GetGroup'], Resource: '*' }]
}

let scene: ForgeScene
beforeAll(async () => {
  const [account] = worldOf(Object.keys(PEOPLE)).aws ?? []
  if (!account) throw new Error('no account')
  const roles = (account.roles ?? []).map((role) =>
    role.name === 'billing-write' ? { ...role, inline: { work: MAY } } : role
  )
  const known = 'known: [root, role/ci/exporter, group/x-by-alice]\n'
  scene = await openPersonScene(
    { [SYSTEM]: `${BASE[SYSTEM] ?? ''}${known}` },
    { aws: [{ ...account, roles }] }
  )
})
afterAll(() => scene.close())

/** One night with a CloudTrail to ask. */
async function night() {
  const environment = { ...scene.environment(), AWS_ENDPOINT_URL_CLOUDTRAIL: scene.sandbox.aws.cloudtrail }
  const { out, err } = await scene.runWith({ environment }, 'nightly', '--format', 'json')
  if (out === '') throw new Error(err)
  return nightlyOutput.parse(JSON.parse(out))
}

/** Alice's own keys, or those of a session of hers. */
async function session() {
  const keys = scene.sandbox.aws.accounts[0]?.users['alice']
  const credentials = { accessKeyId: keys?.accessKeyId ?? '', secretAccessKey: keys?.secretAccessKey ?? '' }
  const sts = new STS({ endpoint: scene.sandbox.aws.sts, region: 'us-east-1', credentials, maxAttempts: 1 })
  const { Credentials: own } = await sts.assumeRole({ RoleArn: ROLE, RoleSessionName: 'not-alice' })
  return new IAM({
    endpoint: scene.sandbox.aws.iam,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: {
      accessKeyId: own?.AccessKeyId ?? '',
      secretAccessKey: own?.SecretAccessKey ?? '',
      sessionToken: own?.SessionToken ?? ''
    }
  })
}

const text = z.object({ title: z.string(), body: z.string() })

async function issue(number: number): Promise<z.infer<typeof text>> {
  return text.parse(await scene.api('frank', 'GET', `/issues/${number}`))
}

/** What the check on a pull request says. */
async function summaryOf(pull: number): Promise<string> {
  const { head } = await shown(scene, pull)
  const path = `/commits/${head.sha}/check-runs?check_name=grantbook&filter=all`
  const runs = z.object({ check_runs: z.array(z.object({ output: z.object({ summary: z.string() }) })) })
  const { check_runs: all } = runs.parse(await scene.api('frank', 'GET', path))
  return all.map(({ output }) => output.summary).join('\n')
}

/** Alice writes what happened, Carol approves it, Alice merges. */
async function review(pull: number, verdict: string): Promise<void> {
  const written = `incident: INC-4711\nhappened: All refunds failed\ndone: Made a group\nverdict: ${verdict}\n`
  await scene.git('alice', 'fetch', '-q', 'origin', `+refs/heads/${BRANCH}:refs/heads/review`)
  await scene.git('alice', 'checkout', '-q', 'review')
  scene.write({ [REVIEW]: written })
  await scene.commit('alice', 'Say what happened')
  await scene.git('alice', 'push', '-q', 'origin', `HEAD:refs/heads/${BRANCH}`)
  scene.wait(1)
  await scene.review('carol', pull)
  scene.wait(1)
  await scene.merge('alice', pull)
  scene.wait(1)
}

describe('an emergency from the request to its review', () => {
  test('one command asks for it, one person on call approves, and it works until its end', async () => {
    const asked = await as(
      scene,
      'alice',
      'request',
      '--format',
      'json',
      '--subject',
      'alice',
      '--entitlement',
      'aws-prod/billing-write',

      '--emergency',
      'INC-4711',
      '--reason',
      'All refunds fail',
      '--expires',
      '2026-11-20T11:00:00Z',
      '--yes'
    )
    const { pull, path } = z.object({ pull: z.int(), path: z.string() }).parse(JSON.parse(asked.out))
    expect([asked.status, path]).toEqual([0, EMERGENCY])
    scene.wait(1)
    await scene.review('dave', pull)
    scene.wait(1)
    await scene.merge('alice', pull)
    expect((await scene.apply()).status).toBe(0)
    const iam = await session()
    await iam.createGroup({ GroupName: 'x-by-alice' })
    await iam.getGroup({ GroupName: 'x-by-alice' })
    await expect(iam.deleteGroup({ GroupName: 'x-by-alice' })).rejects.toThrow('not authorized')
  })

  test('its end is in AWS itself; the night opens the review and says what was done', async () => {
    scene.sandbox.clock.set(at('2026-11-20T11:00:00Z'))
    expect(scene.mayAssume('alice', 'billing-write')).toBe(false)
    await expect(session()).rejects.toThrow('not authorized')
    scene.sandbox.clock.set(at('2026-11-21T02:17:00Z'))
    const { pulls } = await night()
    expect(pulls.map(({ branch, state }) => [branch, state])).toEqual([[BRANCH, 'opened']])
    const { title, body } = await shown(scene, pulls[0]?.pull ?? 0)
    expect(title).toBe('Review the emergency of alice on aws-prod/billing-write (INC-4711)')
    const lines = body.split('\n')
    const rows = (about: string) => lines.filter((line) => line.startsWith('| ') && line.includes(about))
    expect(rows('All refunds fail')).toEqual([
      '| alice | aws\\-prod/billing\\-write | 2026-11-20T09:02:00Z | 2026-11-20T11:00:00Z | INC\\-4711 | All refunds fail | dave as `@acme/on-call` in acme/access\\#1 |'
    ])
    expect(rows('AssumeRole')).toEqual([
      `| 2026-11-20T09:02:00Z | sts\\.amazonaws\\.com AssumeRole | arn:aws:iam::${ACCOUNT}:role/entitlements/billing\\-write | 127\\.0\\.0\\.1 | sandbox |  |`
    ])
    // What only reads isn't told, nor the session's token.
    expect(rows('GetGroup')).toEqual([])
    const group = (what: string, error: string) =>
      `| 2026-11-20T09:02:00Z | iam\\.amazonaws\\.com ${what}Group | x\\-by\\-alice | 127\\.0\\.0\\.1 | sandbox | ${error} |`
    expect(rows('Group')).toEqual([group('Create', ''), group('Delete', 'refused: AccessDenied')])
    expect(body).not.toContain('HIDDEN-IN-NO-REAL-EVENT')
  })

  test('it is asked once: the next night changes nothing', async () => {
    expect((await night()).pulls.map(({ state }) => state)).toEqual(['unchanged'])
    expect(scene.events(EMERGENCY).filter(({ event }) => event === 'used').length).toBe(1)
  })

  test('overdue it is escalated, day by day, to the entitlement’s owner; reviewed, that is over', async () => {
    const moment = scene.save()
    scene.sandbox.clock.set(at('2026-11-25T12:00:00Z'))
    const { issues, pulls } = await night()
    expect(issues.map(({ person, state }) => [person, state])).toEqual([['carol', 'opened']])
    const { body } = await issue(issues[0]?.issue ?? 0)
    expect(body).toContain('Its review was due at 2026-11-23T11:00:00Z: it is overdue by 2 days.')
    expect(body).toContain(`\`${BRANCH}\``)
    // Meanwhile no other emergency of hers would be approved.
    await scene.branch('alice', 'again', {
      [EMERGENCY]: grant('2026-11-25T13:00:00Z', 'incident: INC-2\n')
    })
    const again = await scene.pull('alice', 'again')
    await scene.review('dave', again)
    expect((await scene.run('verdict', '--pull', String(again))).status).toBe(0)
    expect(await summaryOf(again)).toContain('emergency-blocked')
    scene.wait(24 * 60)
    expect((await night()).issues.map(({ state }) => state)).toEqual(['updated'])
    expect((await issue(issues[0]?.issue ?? 0)).body).toContain('overdue by 3 days')
    await review(pulls[0]?.pull ?? 0, 'contested')
    const after = await night()
    expect(after.issues.map(({ state }) => state)).toEqual(['opened', 'closed'])
    const contested = after.issues[0]?.issue ?? 0
    expect((await issue(contested)).title).toBe('Contested: alice’s emergency on aws-prod/billing-write')
    await scene.api('carol', 'PATCH', `/issues/${contested}`, { state: 'closed' })
    expect((await night()).issues).toEqual([])
    await scene.restore(moment)
  })

  test('reviewed by others than the subject, it is recorded; audit is clean, and explain tells it all', async () => {
    const pull = (await night()).pulls[0]?.pull ?? 0
    await review(pull, 'accepted')
    expect((await scene.apply()).status).toBe(0)
    expect(scene.events(EMERGENCY).map(({ event }) => event)).toEqual([
      'requested',
      'approved',
      'issued',
      'revoked',
      'used',
      'reduced',
      'reviewed'
    ])
    expect(scene.events(EMERGENCY).at(-1)).toMatchObject({
      verdict: 'accepted',
      review: REVIEW,
      pull: `acme/access#${pull}`,
      from: '2026-11-20T09:02:00Z',
      until: '2026-11-20T11:00:00Z'
    })
    expect((await night()).pulls).toEqual([])
    const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
    expect(JSON.parse(audit.out)).toMatchObject({ ok: true, problems: [] })
    const explained = await scene.run('explain', 'alice', '--evidence', 'refs/grantbook/evidence')
    const told = explained.out.split('\n').filter((line) => line !== '' && !line.includes('http:'))
    expect(told.slice(0, 2)).toEqual([
      EMERGENCY,
      '  Ended: revoked at 2026-11-21T02:17:00Z. Reviewed: accepted.'
    ])
    const about = (word: string) => told.find((line) => line.includes(word))?.slice(2) ?? ''
    expect(about('taken up')).toBe(
      '2026-11-21T02:17:00Z  What aws-prod tells of user/alice from 2026-11-20T09:02:00Z until 2026-11-20T11:00:00Z: taken up 1 time, first at 2026-11-20T09:02:00Z, last at 2026-11-20T09:02:00Z; 2 changes.'
    )
    expect(about('Reviewed by')).toMatch(
      new RegExp(`^[^ ]+  Reviewed by ${REVIEW} in acme/access#${pull}: accepted\\.`, 'u')
    )
  })
})
