import { outsidePath } from '../../src/nightly/outside.ts'
import { nightlyOutput, type NightlyDocument } from '../../src/render/output/nightly.ts'
import type { WorldUser } from '../../src/sandbox/world.ts'
import { ACCOUNT, BASE } from '../support/book.ts'
import { ForgeScene, PEOPLE, type Patch } from '../support/forge-scene.ts'
import type { Ran } from '../support/repository.ts'
import { worldOf } from '../support/scene.ts'

export const SYSTEM = 'grants/systems/aws-prod/system.yaml'
/** The branch of our App’s pull request about what was found. */
export const BRANCH = 'grantbook/outside/aws-prod'
const KNOWN =
  'known: [root, role/ci/exporter, role/entitlements/billing-write, role/entitlements/billing-read]\n'

/** A policy of one statement. */
export function policy(effect: 'Allow' | 'Deny', action: string, resource = '*') {
  return { Version: '2012-10-17', Statement: [{ Effect: effect, Action: action, Resource: resource }] }
}

export const READ = policy(
  'Allow',
  'sts:AssumeRole',
  `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
)

/** A scene with people who have files, and what was made by hand in the account. */
export function openOutsideScene(
  outOfBand: 'report' | 'revoke',
  users: readonly WorldUser[],
  files: Patch = {},
  more: object = {}
): Promise<ForgeScene> {
  const [account] = worldOf([]).aws ?? []
  if (!account) throw new Error('no account')
  const named = Object.keys(PEOPLE).filter((name) => users.every((user) => user.name !== name))
  const system = `${(BASE[SYSTEM] ?? '').replace('outOfBand: report', `outOfBand: ${outOfBand}`)}${KNOWN}`
  return ForgeScene.open({
    files: { [SYSTEM]: system, ...files },
    world: { aws: [{ ...account, ...more, users: [...named.map((name) => ({ name })), ...users] }] }
  })
}

/** Path of the file about a user. */
export function fileAbout(name: string): string {
  return outsidePath('aws-prod', {
    kind: 'user',
    name: `user/${name}`,
    principal: `arn:aws:iam::${ACCOUNT}:user/${name}`
  })
}

/** One night, and what it said. */
export async function nightOf(scene: ForgeScene): Promise<NightlyDocument & Ran> {
  const ran = await scene.run('nightly', '--format', 'json')
  if (ran.out === '') throw new Error(ran.err)
  return { ...ran, ...nightlyOutput.parse(JSON.parse(ran.out)) }
}

/** What was done to what was found, as `user.alice done inline:read`. */
export function doneTo(outcomes: NightlyDocument['outcomes']): readonly string[] {
  return outcomes.flatMap(({ grant, state, why }) => {
    const name = /\/out-of-band\/aws-prod\/(.+)-[0-9a-f]{8}\.yaml$/u.exec(grant ?? '')?.[1]
    return name === undefined ? [] : [`${name} ${state} ${/^\S+?:\S*?(?=: )/u.exec(why)?.[0] ?? why}`]
  })
}

/** A user as the account has it. */
export function userOf(scene: ForgeScene, name: string) {
  const user = scene.sandbox.snapshot(ACCOUNT).users.find((one) => one.name === name)
  if (!user) throw new Error(`no user ${name}`)
  return user
}

/** Names of the kinds of events of one file, in order. */
export function kinds(scene: ForgeScene, file: string): readonly unknown[] {
  return scene.events(file).map(({ event }) => event)
}

/** What audit says of the record. */
export async function problemsOf(scene: ForgeScene): Promise<readonly unknown[]> {
  const ran = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
  return (JSON.parse(ran.out) as { readonly problems: readonly unknown[] }).problems
}

/** The number of our App's pull request about what was found. */
export async function pullAbout(scene: ForgeScene): Promise<number> {
  const all = (await scene.api('frank', 'GET', `/pulls?state=all&head=acme:${BRANCH}`)) as readonly {
    readonly number: number
  }[]
  const [first, ...more] = all
  if (!first || more.length > 0) throw new Error(`${all.length} pull requests`)
  return first.number
}
