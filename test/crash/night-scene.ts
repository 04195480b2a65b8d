import { IAM } from '@aws-sdk/client-iam'
import { at, BASE, ACCOUNT, entitlement, grant, grantPath } from '../support/book.ts'
import { ForgeScene, PEOPLE } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'

/** The night that is killed. */
export const NIGHT = at('2026-11-28T02:17:00Z')

const SYSTEM = 'grants/systems/aws-prod/system.yaml'
const GONE = '210987654321'
const DENY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }
const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess'
const until = (expires: string, requester: string): string => grant(expires, `requester: ${requester}\n`)

const MEMBER = grantPath('auditors', 'bob')
const RENEWED = grantPath('logs-read', 'frank')
const LONGER = grantPath('logs-read', 'carol')
const NEW = grantPath('billing-read', 'alice')

const FILES = {
  [SYSTEM]: `${(BASE[SYSTEM] ?? '').replace('outOfBand: report', 'outOfBand: revoke')}known: [root, role/ci/exporter]\n`,
  // Nobody can reach it: nothing of it is ever done, and nothing else waits for it.
  'grants/systems/aws-west/system.yaml': `title: West\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: {account: "${GONE}", region: eu-central-1}\n`,
  'grants/systems/aws-prod/billing-write/entitlement.yaml': entitlement(
    'billing-write',
    `target: {assumeRole: "arn:aws:iam::${ACCOUNT}:role/entitlements/billing-write"}\nemergency: {approvers: ["@acme/on-call"], maxDuration: 4h}`
  ),
  [grantPath('billing-read', 'erin')]: until('2026-11-21', 'erin'),
  [grantPath('billing-read', 'grace')]: until('2026-12-02', 'grace'),
  [MEMBER]: until('2026-11-21', 'bob'),
  [RENEWED]: until('2026-11-19', 'frank'),
  [LONGER]: until('2026-11-26', 'carol'),
  'grants/emergency/aws-prod/billing-write/dave.yaml':
    'reason: The site is down again\nexpires: 2026-11-20T12:00:00Z\nincident: INC-1\nrequester: dave\n'
}

/**
 * A clone, GitHub and an account just before a night that has everything to do: grants that ended, one of them a membership;
 * an emergency to be reviewed; a file to be restored, or CODEOWNERS to be brought up to date; notices to be made and closed;
 * a pull request to be withdrawn; access outside to be recorded, and some whose time is over; a system that can't be
 * reached; a request to be proved and issued.
 */
export async function nightScene(files: 'restore' | 'codeowners'): Promise<ForgeScene> {
  const [account] = worldOf(Object.keys(PEOPLE)).aws ?? []
  if (!account) throw new Error('no account')
  const users = [
    ...(account.users ?? []),
    { name: 'mallory', attached: [ADMINISTRATOR], inline: { work: ALLOW } },
    { name: 'frozen', inline: { quarantine: DENY, work: ALLOW } }
  ]
  const scene = await ForgeScene.open({ files: FILES, world: { aws: [{ ...account, users }] } })
  await scene.apply()
  scene.wait(60)
  await scene.run('nightly')
  scene.sandbox.clock.set(at('2026-11-25T09:00:00Z'))
  await scene.request('frank', 'r1', { [RENEWED]: until('2026-12-20', 'frank') }, ['carol'])
  await scene.request('carol', 'r2', { [LONGER]: until('2026-12-20', 'carol') }, ['bob'])
  await scene.request('alice', 'r3', { [NEW]: until('2026-12-14', 'alice') }, ['carol'])
  if (files === 'restore')
    await scene.pushMain('frank', { [grantPath('billing-read', 'frank')]: until('2026-12-14', 'frank') })
  else {
    const path = 'grants/systems/aws-prod/mail-read/entitlement.yaml'
    const text = entitlement(
      'mail-read',
      'target: {statements: [{actions: ["ses:GetAccount"], resources: ["*"]}]}'
    )
    await scene.request('bob', 'r4', { [path]: text }, ['grace'])
  }
  const keys = scene.sandbox.aws.accounts[0]?.root
  const iam = new IAM({
    endpoint: scene.sandbox.aws.iam,
    region: 'us-east-1',
    ...(keys && { credentials: keys })
  })
  await iam.attachUserPolicy({ UserName: 'grace', PolicyArn: ADMINISTRATOR })
  iam.destroy()
  scene.sandbox.clock.set(NIGHT)
  return scene
}
