import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { grownAccount, together } from '../../bench/grown-account.ts'
import { importOutput } from '../../src/render/output/import.ts'
import { plural } from '../../src/render/report.ts'
import { ACCOUNT } from '../support/book.ts'
import { ForgeScene, PEOPLE } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'

const SMALL = { people: 30, programs: 10, roles: 20, groups: 5 }
/** Five thousand principals, where everything is tested. */
const LARGE = { people: 2500, programs: 800, roles: 1700, groups: 120 }
/** So many files one pull request has at most. */
const PART = 1000

let scene: ForgeScene

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

describe.each(process.env['GRANTBOOK_FULL'] === '1' ? [SMALL, LARGE] : [SMALL])('$people people', (sizes) => {
  const { people, programs, roles } = sizes
  const subjects = people + programs + roles + 1
  // Two groups each, one policy each of programs and roles; the policy that the files call otherwise is left.
  const grants = people * 2 + programs + roles
  /** Pull requests of people and workloads, and one of entitlements. */
  const first = Math.ceil(subjects / PART) + 1
  const administrators = Math.ceil(people / 50)
  const risk = `${plural(administrators, 'principal')} may give themselves anything (administrators)`

  beforeAll(async () => {
    const [own] = worldOf(Object.keys(PEOPLE)).aws ?? []
    if (!own) throw new Error('no account')
    scene = await ForgeScene.open({ world: { aws: [together(own, grownAccount(sizes))] } })
  })
  afterAll(() => scene.close())

  test('first who is in it and what can be held, in pull requests that validate, and nothing of it is touched', async () => {
    const before = account()
    scene.sandbox.clearCalls()
    const { status, found, pulls, err } = await imported()
    expect(status).toBe(0)
    expect(writes().filter((operation) => operation !== 'GenerateCredentialReport')).toEqual([])
    expect(account()).toBe(before)
    expect(count(found)).toMatchObject({
      'person proposed': people,
      'person there': 7,
      'workload proposed': subjects - people
    })
    expect(pulls).toHaveLength(first)
    expect(pulls.every(({ files, state }) => files <= PART && state === 'opened')).toBe(true)
    expect(err).toContain(risk)
    await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    // The largest part and the last; all of them are judged again by the verdicts, and together once they are merged.
    for (const { branch } of new Set([pulls[0], pulls.at(-1)].filter((pull) => pull !== undefined))) {
      const judged = await scene.run('validate', '--base', 'origin/main', '--head', `origin/${branch}`)
      expect([judged.status, judged.out]).toEqual([0, expect.stringContaining('nothing wrong')])
    }
  })

  test('the bodies begin with the risks, say what merging does, and tell every guess with its confidence', async () => {
    const pulls = await openPulls()
    const parts = pulls.filter(({ head }) => head.ref.startsWith('import/aws-prod/subjects-'))
    expect(parts).toHaveLength(first - 1)
    for (const { title, body } of parts) {
      expect(title).toMatch(/people and workloads|person or workload/u)
      expect(body.length).toBeLessThan(65_536)
      expect(body.indexOf('### Risks')).toBeLessThan(body.indexOf('### What merging does'))
      expect(body).toContain(`- ${risk}`)
      expect(body).toContain('nobody the right to approve anything')
    }
    // Of very many, the dangerous and the unsure; the rest is counted.
    const told = parts.flatMap(
      ({ body }) => body.match(/^\| (?:user|role)\/\S+ \| `\S+` \| (?:low|medium|high) \|/gmu) ?? []
    )
    const more = parts.flatMap(({ body }) =>
      [...body.matchAll(/^_and (\d+) more: each file/gmu)].map(([, n]) => Number(n))
    )
    expect(told.length + more.reduce((sum, n) => sum + n, 0)).toBe(subjects)
    expect(told.join('\n')).toMatch(/\| user\/svc\\-\d{4} \| `workloads\/svc-\d{4}\.yaml` \| high \|/u)
  })

  test('asked again it opens nothing new', async () => {
    const again = await imported()
    expect([again.status, again.pulls]).toEqual([0, []])
    expect(count(again.found)).toMatchObject({ 'person open': people, 'entitlement there': 2 })
    expect(await openPulls()).toHaveLength(first)
  })

  test('approved, it asks for the grants, in as many pull requests as GitHub’s limits ask for', async () => {
    expect(await approved()).toEqual(Array(first).fill('approved'))
    expect((await scene.apply('--authorise')).status).toBe(0)
    const before = account()
    scene.sandbox.clearCalls()
    const second = await imported()
    expect(writes().filter((operation) => operation !== 'GenerateCredentialReport')).toEqual([])
    expect(account()).toBe(before)
    const proposed = second.found.filter(({ what, state }) => what === 'grant' && state === 'proposed')
    expect([proposed.length, second.pulls.length]).toEqual([grants, Math.ceil(grants / PART)])
    expect(second.pulls.every(({ files, state }) => files <= PART && state === 'opened')).toBe(true)
    expect((await scene.run('validate')).out).toContain('nothing wrong')
  }, 400_000)

  // What follows is apply’s and the night’s, and holds for any number of grants.
  if (sizes === LARGE) return

  test('these approved and applied, everything is converged and the rest is as it was', async () => {
    const before = account()
    const states = await approved()
    expect(states).toEqual(Array(Math.ceil(grants / PART)).fill('approved'))
    expect((await scene.run('validate')).out).toContain('nothing wrong')
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
    expect((await scene.run('conflicts')).status).toBe(0)
  })

  test('then there is nothing left to ask for, and what it can’t express is what the night asks about', async () => {
    const last = await imported()
    expect(last.pulls).toEqual([])
    expect(count(last.found)).toMatchObject({ 'grant there': grants })
    const outside = last.found.filter(({ what }) => what === 'outside')
    const admins = outside.filter(({ name }) => name.endsWith('AdministratorAccess'))
    expect(admins).toHaveLength(administrators)
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

  test('who may import: a person with their own token: an App’s is refused, and so is a system that isn’t', async () => {
    const app = await scene.run('import', '--system', 'aws-prod')
    expect([app.status, app.err]).toEqual([2, expect.stringContaining('GITHUB_TOKEN is not a person’s')])
    const environment = { ...scene.environment(), GITHUB_TOKEN: scene.token('frank') }
    const wrong = await scene.runWith({ environment }, 'import', '--system', 'aws-prd')
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('The nearest is "aws-prod"')])
    const none = await scene.runWith({ environment }, 'import')
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('--system is missing')])
  })
})
