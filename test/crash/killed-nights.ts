import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNT } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import { nightScene } from './night-scene.ts'
import { nightState, type NightState } from './night-state.ts'
import { seeded } from './shuffled.ts'

// Everything that a night leaves outside itself stands on GitHub and in the account: killed before or after a call, it
// leaves what stood there between this call and its neighbour. So the states between the calls of one night are all that a
// kill can leave; each is gone on from once, however many calls led to it. A call whose effect happens and whose answer is
// a 500 is another matter: the night goes on and must cope. Thirty seeded points of each of two nights; in .ci/run all.
const ALL = process.env['GRANTBOOK_FULL'] === '1'
const POINTS = 30
/** All of them, on a slow machine with everything else beside them. Milliseconds. */
const LONGEST = 7_200_000

/** Where a night is killed, or told of an error that was none. */
interface Point {
  readonly call: Call
  readonly when: 'before' | 'after' | 'error'
}

/** A call of a night, and what stood before and after it. */
interface Call {
  readonly service: 'iam' | 'sts' | 'cloudtrail' | 'forge'
  readonly operation: string
  /** The how-manieth of its operation. */
  readonly nth: number
  readonly before: number
  readonly after: number
}

/** Kills one night at many points, or all, and looks at what the night after it comes to. */
export function killedNights(kind: keyof typeof EXPECTED): void {
  let scene: ForgeScene
  let begun: Moment
  beforeAll(async () => {
    scene = await nightScene(kind)
    begun = scene.save()
  })
  afterAll(async () => {
    await scene.close()
  })

  /** The next night, and what is left after it. */
  async function next(): Promise<NightState> {
    await scene.git('frank', 'update-ref', '-d', 'refs/grantbook/evidence')
    scene.wait(1)
    await scene.run('nightly')
    return nightState(scene)
  }

  test(
    'killed or misled at any call, the next night comes to the same end',
    async () => {
      const { calls, moments } = await watched(scene, begun)
      const once = nightState(scene)
      const end = await next()
      expect(summary(end, scene)).toEqual(EXPECTED[kind])
      expect([calls.length > 200, moments.length > 40]).toEqual([true, true])
      const settled = new Set<number>()
      for (const { call, when } of chosen(calls)) {
        const name = `${when} ${call.operation} ${call.nth}`
        if (when === 'error') {
          const { nth, operation, service } = call
          await scene.restore(begun)
          scene.sandbox.setFaults([{ service, operation, call: nth, kind: 'error-after' }])
          await scene.run('nightly')
          scene.sandbox.setFaults([])
          // It coped, and left what an undisturbed night leaves: what the next one makes of that is known.
          if (isDeepStrictEqual(nightState(scene), once)) continue
        } else {
          const moment = moments[call[when]]
          if (settled.has(call[when]) || !moment) continue
          settled.add(call[when])
          await scene.restore(moment)
        }
        expect([name, await next()]).toEqual([name, end])
      }
      const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
      expect([audit.status, audit.out]).toEqual([0, expect.stringContaining('"problems": []')])
    },
    LONGEST
  )
}

/** All points of a night, or some of them. */
function chosen(calls: readonly Call[]): readonly Point[] {
  const all = calls.flatMap((call) => (['before', 'after', 'error'] as const).map((when) => ({ call, when })))
  return ALL ? all : some(all, POINTS, 20_261_128)
}

const OURS = [
  'grantbook/expired/aws-prod/auditors open',
  'grantbook/expired/aws-prod/billing-read open',
  'grantbook/expired/aws-prod/logs-read closed',
  'grantbook/outside/aws-prod open',
  'grantbook/retrospective/aws-prod/billing-write/dave.20261120T0900Z open'
]
const ISSUES = [
  'Overdue: the review of dave’s emergency on aws-prod/billing-write open',
  // What is overdue and stays: it holds a Deny.
  'aws open',
  'bob closed',
  'carol closed',
  'dave closed',
  'erin closed',
  'grace open'
]
/** Nothing is left of mallory, whom no file names: nor of her user. */
const ACCOUNT_AFTER = {
  frozen: [1, 0, 0],
  grace: [1, 1, 0],
  bob: [0, 0, 0],
  alice: [1, 0, 0],
  erin: [0, 0, 0]
}

/** What a night with everything in it comes to. Of an account: inline and attached policies, and groups. */
const EXPECTED = {
  restore: {
    pulls: [...OURS, 'grantbook/restore open'].toSorted(),
    issues: ISSUES,
    account: ACCOUNT_AFTER
  },
  codeowners: {
    pulls: [...OURS, 'grantbook/codeowners open'].toSorted(),
    issues: ISSUES,
    account: ACCOUNT_AFTER
  }
}

function summary({ issues, pulls }: NightState, { sandbox }: ForgeScene): object {
  const users = sandbox
    .snapshot(ACCOUNT)
    .users.filter(({ name }) => name === 'mallory' || Object.hasOwn(ACCOUNT_AFTER, name))
  const counted = users.map(({ attached, groups, inline, name }) => [
    name,
    [inline.length, attached.length, groups.length]
  ])
  return {
    pulls: pulls.flatMap((one) => {
      const [branch, state] = JSON.parse(one) as [string, string]
      return branch.startsWith('grantbook/') ? [`${branch} ${state}`] : []
    }),
    issues: issues
      .map((one) => {
        const [title, state] = JSON.parse(one) as [string, string]
        return `${/^[a-z]+/u.exec(title)?.[0] ?? title} ${state}`
      })
      .toSorted(),
    account: Object.fromEntries(counted) as object
  }
}

/** One undisturbed night: its calls, and everything that stood between them. */
async function watched(
  scene: ForgeScene,
  begun: Moment
): Promise<{ readonly calls: readonly Call[]; readonly moments: readonly Moment[] }> {
  const calls: Call[] = []
  const moments = [begun]
  const seen = new Map<string, number>()
  scene.sandbox.observe((phase, { operation, service }) => {
    if (phase === 'before') return
    const key = `${service} ${operation}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const before = moments.length - 1
    if (isWrite(operation)) moments.push(scene.save())
    calls.push({ service: service as Call['service'], operation, nth, before, after: moments.length - 1 })
  })
  await scene.run('nightly')
  scene.sandbox.observe(null)
  return { calls, moments }
}

/** Calls after which something stands otherwise than before. */
function isWrite(operation: string): boolean {
  return /^(?:Put|Delete|Add|Remove|Attach|Detach|Create|Set|Update|Generate)|receive-pack|create|update|delete|add-/u.test(
    operation
  )
}

function some<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const random = seeded(seed)
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one)
}
