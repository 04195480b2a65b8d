import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nightlyOutput } from '../../src/render/output/nightly.ts'
import { ACCOUNT, BASE, entitlement, grantPath } from '../support/book.ts'
import { ForgeScene, forgeHalf, PEOPLE, personFile, type Moment } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'
import { SYSTEM } from './nightly-scene.ts'

const FULL = process.env['GRANTBOOK_FULL'] === '1'
/** GitHub's secondary limits on what creates content, and what one night opens. */
const [A_MINUTE, A_NIGHT] = [80, 25]
const DAY = 24 * 60

// 2,000 grants that end in one night where everything is tested, else some 400.
const MANY = FULL ? { entitlements: 40, people: 50 } : { entitlements: 30, people: 14 }
const FEW = FULL ? { entitlements: 4, people: 500 } : { entitlements: 4, people: 100 }

const two = (n: number): string => String(n).padStart(2, '0')
const nameOf = (n: number): string => `logs-${two(n)}`
const branchOf = (n: number): string => `grantbook/expired/aws-prod/${nameOf(n)}`

describe.each([
  { of: 'many', ...MANY },
  { of: 'few', ...FEW }
])('very many grants of $of entitlements that end in one night', ({ of, entitlements, people }) => {
  const more = of === 'many'
  const somebody = Array.from({ length: people }, (_one, n) => `some-${String(n).padStart(3, '0')}`)
  const matters = Array.from({ length: entitlements }, (_one, n) => n)
  /** The later in the alphabet, the earlier it ended. */
  const oldestFirst = matters.map(branchOf).toReversed()

  let scene: ForgeScene
  beforeAll(async () => {
    const files: Record<string, string> = {
      [SYSTEM]: `${BASE[SYSTEM] ?? ''}known: [root, role/ci/exporter, role/entitlements/billing-write]\n`
    }
    for (const [n, id] of somebody.entries()) {
      files[`grants/people/${id}.yaml`] = personFile(id, 1000 + n)
      // Ends within the time of notice: an issue each comes on top.
      if (more)
        files[grantPath('billing-read', id)] = `reason: Month-end reconciliation\nexpires: 2026-11-27\n`
    }
    for (const n of matters) {
      const name = nameOf(n)
      files[`grants/systems/aws-prod/${name}/entitlement.yaml`] = entitlement(
        name,
        `target: {statements: [{actions: ["logs:GetLogEvents"], resources: ["arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:${name}"]}]}`
      )
      const ends = `reason: Month-end reconciliation\nexpires: 2026-11-22T20:${two(entitlements - n)}:00Z\n`
      for (const id of somebody) files[grantPath(name, id)] = ends
    }
    const half = forgeHalf()
    const accounts = somebody.map((id, n) => ({
      login: `${id}-acme`,
      id: 1000 + n,
      email: `${id}@acme.example`
    }))
    scene = await ForgeScene.open({
      files,
      world: {
        users: [...(half.users ?? []), ...accounts],
        aws: worldOf([...Object.keys(PEOPLE), ...somebody]).aws ?? []
      }
    })
    scene.wait(2 * DAY + 17 * 60)
  })
  afterAll(() => scene.close())

  /** Whoever waits lets the sandbox’s time pass. */
  function sleep(ms: number): Promise<void> {
    const { clock } = scene.sandbox
    clock.set(clock.now() + ms)
    return Promise.resolve()
  }

  /** Forgets what the last night fetched: every run of the workflow has a clone of its own. */
  async function newClone(): Promise<void> {
    await scene.git('frank', 'update-ref', '-d', 'refs/grantbook/evidence')
    scene.update()
    scene.sandbox.clearCalls()
  }

  /** One night, and what it said. */
  async function night() {
    await newClone()
    const { status, out, err } = await scene.runWith({ sleep }, 'nightly', '--format', 'json')
    if (out === '') throw new Error(err)
    const branches = (state: string) =>
      oldestFirst.filter((branch) => pulls.some((pull) => pull.branch === branch && pull.state === state))
    const { pulls, issues } = nightlyOutput.parse(JSON.parse(out))
    return {
      status,
      // What went wrong, or had to be waited for because GitHub said so.
      err: err.split('\n').filter((line) => line !== '' && !line.startsWith('aws-prod: user/')),
      opened: branches('opened'),
      waiting: branches('waiting'),
      unchanged: branches('unchanged'),
      issues: issues.map(({ state }) => state)
    }
  }

  /** The calls of the last night that create or change something; none was refused, and no minute had too many. */
  function creations(): readonly string[] {
    const forge = scene.sandbox.calls().filter(({ service }) => service === 'forge')
    expect(forge.filter(({ status }) => status === 403 || status === 429)).toEqual([])
    const made = forge.filter(({ kind, operation }) => kind === 'write' && !operation.startsWith('git-'))
    const apart = made.map(({ at }, n) => (made[n + A_MINUTE]?.at ?? Infinity) - at)
    expect(Math.min(...apart, Infinity)).toBeGreaterThanOrEqual(60_000)
    return made.map(({ operation }) => operation)
  }

  /** Our pull requests, open or not, each with its labels. */
  async function ours() {
    const shape = z.array(
      z.object({
        state: z.string(),
        head: z.object({ ref: z.string() }),
        labels: z.array(z.object({ name: z.string() }))
      })
    )
    const all = shape.parse(await scene.api('frank', 'GET', '/pulls?state=all&per_page=100'))
    return all.map(({ state, head, labels }) => [head.ref, state, ...labels.map(({ name }) => name)])
  }
  const allOpen = matters.map((n) => [branchOf(n), 'open', 'grantbook'])

  /** All of them are open, each once, and the next night has nothing to do. */
  async function expectDone(): Promise<void> {
    expect((await ours()).toSorted(byBranch)).toEqual(allOpen)
    for (const branch of [branchOf(0), branchOf(entitlements - 1)])
      expect(await changesOf(branch)).toEqual(
        somebody.map((id) => `D\t${grantPath(branch.split('/').at(-1) ?? '', id)}`)
      )
    const quiet = await night()
    expect([quiet.status, quiet.err, quiet.unchanged]).toEqual([0, [], oldestFirst])
    expect(creations()).toEqual([])
  }

  /** What a branch of the forge changes. */
  async function changesOf(branch: string): Promise<readonly string[]> {
    await scene.git('frank', 'fetch', '-q', 'origin', branch)
    const changed = await scene.git('frank', 'diff', '--name-status', 'origin/main', 'FETCH_HEAD')
    return changed.trim().split('\n')
  }

  /** A night that is killed after a call: nothing of it happens afterwards. */
  async function killedAfter(operation: string, nth: number): Promise<void> {
    await newClone()
    const life = new AbortController()
    let [seen, then]: [number, Moment | null] = [0, null]
    scene.sandbox.observe((phase, call) => {
      if (phase !== 'after' || call.operation !== operation || ++seen !== nth) return
      then = scene.save()
      life.abort()
    })
    await scene.runWith({ sleep, signal: life.signal }, 'nightly')
    scene.sandbox.observe(null)
    if (then === null) throw new Error(`${operation} was called ${seen} times`)
    await scene.restore(then)
  }

  const fewAtOnce = async (): Promise<void> => {
    const { status, err, opened, waiting } = await night()
    expect([status, err, opened, waiting]).toEqual([0, [], oldestFirst, []])
    creations()
    await expectDone()
  }
  const manyInTurn = async (): Promise<void> => {
    // Between a branch and its pull request.
    await killedAfter('git/create-ref', 3)
    expect(await ours()).toHaveLength(2)
    scene.wait(DAY)
    const first = await night()
    expect([first.status, first.err]).toEqual([0, []])
    expect(first.unchanged).toEqual(oldestFirst.slice(0, 2))
    expect(first.opened).toEqual(oldestFirst.slice(2, 2 + A_NIGHT))
    expect(first.waiting).toEqual(oldestFirst.slice(2 + A_NIGHT))
    expect(first.issues).toEqual(somebody.map(() => 'opened'))
    expect(creations().filter((operation) => operation === 'pulls/create')).toHaveLength(A_NIGHT)
    scene.wait(DAY)
    // Between a pull request and its label.
    await killedAfter('pulls/create', 1)
    expect((await ours()).filter(([, , label]) => label === undefined)).toEqual([
      [oldestFirst[2 + A_NIGHT], 'open']
    ])
    scene.wait(DAY)
    const last = await night()
    expect([last.status, last.err, last.waiting]).toEqual([0, [], []])
    expect(last.opened).toEqual(oldestFirst.slice(3 + A_NIGHT))
    creations()
    await expectDone()
  }
  const holds = of === 'few' ? fewAtOnce : manyInTurn
  test('are opened at GitHub’s pace, one for each entitlement, oldest first and so many a night, however often one is killed', async () => {
    await holds()
    // However many nights it took: each once.
    expect((await ours()).toSorted(byBranch)).toEqual(allOpen)
  })
})

function byBranch([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : 1
}
