import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { grownAccount, together } from '../../bench/grown-account.ts'
import { importOutput } from '../../src/render/output/import.ts'
import { ACCOUNT } from '../support/book.ts'
import { ForgeScene, PEOPLE } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'

// Sixty principals beside those that the files name; five thousand where everything is tested.
const SIZES =
  process.env['GRANTBOOK_FULL'] === '1'
    ? { people: 2500, programs: 800, roles: 1700, groups: 120 }
    : { people: 30, programs: 10, roles: 20, groups: 5 }

let scene: ForgeScene
beforeAll(async () => {
  const [account] = worldOf(Object.keys(PEOPLE)).aws ?? []
  if (!account) throw new Error('no account')
  scene = await ForgeScene.open({ world: { aws: [together(account, grownAccount(SIZES))] } })
})
afterAll(() => scene.close())

/** Somebody’s own token, and keys that may read the account. */
async function imported(...args: readonly string[]) {
  const environment = { ...scene.environment(), GITHUB_TOKEN: scene.token('frank') }
  const { status, out, err } = await scene.runWith(
    { environment },
    'import',
    '--system',
    'aws-prod',
    '--format',
    'json',
    ...args
  )
  if (out === '') throw new Error(err)
  return { status, err, ...importOutput.parse(JSON.parse(out)) }
}

type Found = Awaited<ReturnType<typeof imported>>['found']

function count(found: Found): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { what, state } of found) {
    if (what === 'outside') continue
    counts[`${what} ${state}`] = (counts[`${what} ${state}`] ?? 0) + 1
  }
  return counts
}

const account = () => JSON.stringify(scene.sandbox.snapshot(ACCOUNT).users)
const writes = () =>
  scene.sandbox
    .calls()
    .filter(({ service, kind }) => service === 'iam' && kind === 'write')
    .map(({ operation }) => operation)

const open = z.array(
  z.object({ number: z.int(), title: z.string(), body: z.string(), head: z.object({ ref: z.string() }) })
)

async function openPulls(): Promise<z.infer<typeof open>> {
  return open.parse(await scene.api('frank', 'GET', '/pulls?state=open&per_page=100'))
}

/** Has Grace approve and Frank merge what is open; returns the verdict on each. */
async function approved(): Promise<readonly string[]> {
  const states: string[] = []
  for (const { number } of await openPulls()) {
    scene.wait(1)
    await scene.review('grace', number)
    scene.wait(1)
    const { out } = await scene.run('approvals', '--format', 'json', '--pull', String(number))
    states.push(z.object({ state: z.string() }).parse(JSON.parse(out)).state)
    await scene.merge('frank', number)
  }
  scene.wait(1)
  return states
}

describe('a whole account becomes a first baseline', () => {
  test('first who is in it and what can be held, in pull requests that validate, and nothing of it is touched', async () => {
    const before = account()
    scene.sandbox.clearCalls()
    const { status, found, pulls, err } = await imported()
    expect(status).toBe(0)
    expect(writes().filter((operation) => operation !== 'GenerateCredentialReport')).toEqual([])
    expect(account()).toBe(before)
    expect(count(found)).toMatchObject({
      'person proposed': SIZES.people,
      'person there': 7,
      'workload proposed': SIZES.programs + SIZES.roles + 1
    })
    expect(pulls.every(({ files, state }) => files <= 1000 && state === 'opened')).toBe(true)
    expect(err).toContain('1 principal may give themselves anything (administrators)')
    await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    for (const { branch } of pulls) {
      const judged = await scene.run('validate', '--base', 'origin/main', '--head', `origin/${branch}`)
      expect([judged.status, judged.out]).toEqual([0, expect.stringContaining('nothing wrong')])
    }
  })

  test('the bodies begin with the risks, say what merging does, and tell every guess with its confidence', async () => {
    const pulls = await openPulls()
    const subjects = pulls.find(({ head }) => head.ref.startsWith('import/aws-prod/subjects-'))
    expect(subjects?.title).toContain('people and workloads')
    const body = subjects?.body ?? ''
    expect(body.indexOf('### Risks')).toBeLessThan(body.indexOf('### What merging does'))
    expect(body).toContain('- 1 principal may give themselves anything (administrators)')
    expect(body).toContain('nobody the right to approve anything')
    expect(body).toMatch(/\| user\/svc\\-0001 \| `workloads\/svc-0001\.yaml` \| high \|/u)
  })

  test('asked again it opens nothing new', async () => {
    const again = await imported()
    expect([again.status, again.pulls]).toEqual([0, []])
    expect(count(again.found)).toMatchObject({ 'person open': SIZES.people, 'entitlement there': 2 })
    expect((await openPulls()).length).toBe(2)
  })

  test('approved, it asks for the grants; these approved and applied, everything is converged and the rest is as it was', async () => {
    expect(await approved()).toEqual(['approved', 'approved'])
    expect((await scene.apply('--authorise')).status).toBe(0)
    const before = account()
    const second = await imported()
    const grants = second.found.filter(({ what, state }) => what === 'grant' && state === 'proposed')
    // Two groups each, one policy each of programs and roles; the policy that the files call otherwise is left.
    expect(grants.length).toBe(SIZES.people * 2 + SIZES.programs + SIZES.roles)
    expect(await approved()).toEqual(second.pulls.map(() => 'approved'))
    const applied = await scene.apply()
    expect([
      applied.status,
      applied.outcomes.filter(({ state }) => state !== 'done' && state !== 'unchanged')
    ]).toEqual([0, []])
    const foreign = ({ inline, ...user }: { readonly inline: readonly { readonly name: string }[] }) => ({
      ...user,
      inline: inline.filter(({ name }) => !/^grantbook-[0-9a-f]{8}$/u.test(name))
    })
    const users = z.array(z.looseObject({ inline: z.array(z.looseObject({ name: z.string() })) }))
    expect(users.parse(JSON.parse(account())).map(foreign)).toEqual(
      users.parse(JSON.parse(before)).map(foreign)
    )
    const converged = await scene.apply()
    expect([converged.status, converged.calls.write]).toEqual([0, 0])
    expect((await scene.run('validate')).out).toContain('nothing wrong')
    expect((await scene.run('conflicts')).status).toBe(0)
  })

  test('then there is nothing left to ask for, and what it can’t express is what the night asks about', async () => {
    const last = await imported()
    expect(last.pulls).toEqual([])
    expect(count(last.found)).toMatchObject({
      'grant there': SIZES.people * 2 + SIZES.programs + SIZES.roles
    })
    const outside = last.found.filter(({ what }) => what === 'outside')
    const admins = outside.filter(({ name }) => name.endsWith('AdministratorAccess'))
    expect(admins.length).toBe(Math.ceil(SIZES.people / 50))
    expect(outside.every(({ path }) => path?.startsWith('grants/out-of-band/aws-prod/') === true)).toBe(true)
    const { out } = await scene.run('nightly', '--format', 'json')
    expect(out).toContain('grantbook/outside/aws-prod')
    await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    const asked = await scene.git(
      'frank',
      'ls-tree',
      '-r',
      '--name-only',
      'origin/grantbook/outside/aws-prod',
      'grants/out-of-band'
    )
    expect(new Set(asked.split('\n').filter(Boolean))).toEqual(new Set(outside.map(({ path }) => path)))
  })
})

describe('who may import', () => {
  test('a person with their own token: an App’s is refused, and so is a system that isn’t', async () => {
    const app = await scene.run('import', '--system', 'aws-prod')
    expect([app.status, app.err]).toEqual([2, expect.stringContaining('GITHUB_TOKEN is not a person’s')])
    const environment = { ...scene.environment(), GITHUB_TOKEN: scene.token('frank') }
    const wrong = await scene.runWith({ environment }, 'import', '--system', 'aws-prd')
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('The nearest is "aws-prod"')])
    const none = await scene.runWith({ environment }, 'import')
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('--system is missing')])
  })
})
