import { writeInstant } from '../src/book/instant.ts'
import type { RecordedCall } from '../src/sandbox/sandbox.ts'
import type { MadeRecord } from './evidence-world.ts'
import { BenchForge } from './forge.ts'
import { inTurn, runNode, type Run } from './measure.ts'
import type { Row } from './table.ts'

const PEOPLE = Array.from({ length: 20 }, (_, n) => ({
  login: `person-${String(n).padStart(4, '0')}-acme`,
  id: 500_000 + n
}))
const [REQUESTER = '', APPROVER = ''] = PEOPLE.slice(6).map(({ login }) => login)
/** After the record ends. */
const NOW = Date.UTC(2025, 2, 1, 9)
const TIMES = 2

/** What is measured of a long record on a forge: rows, and how many calls were made. */
export interface Measured {
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

/**
 * What is done day by day beside a long record: apply with nothing new, pull requests of one grant and of two hundred
 * judged without and with a cloud that can be read, a merge, and a whole apply. `grants` is the record's number of grants.
 */
export async function benchRecord(
  cli: string,
  dir: string,
  made: MadeRecord,
  grants: number
): Promise<Measured> {
  const forge = await BenchForge.open(
    dir,
    made.pem,
    ['main', 'evidence'],
    { users: PEOPLE, approvers: PEOPLE.slice(5).map(({ login }) => login), teams: ['data'] },
    { now: NOW, aws: [{ account: '100000000000' }] }
  )
  const rows: Row[] = []
  const notes: string[] = []
  try {
    await forge.anchor(made.evidence)
    const label = `${grants.toLocaleString('en')} grants, ${(grants * 5).toLocaleString('en')} events`
    const measure = async (
      what: string,
      args: readonly string[],
      floor: Floor,
      cloud = false,
      times = TIMES
    ) => {
      const [run, least] = await inTurn(times, [
        async () => {
          forge.sandbox.clearCalls()
          return command(cli, dir, forge, args, cloud)
        },
        () => runNode(['-e', floor.code], dir)
      ])
      if (!run || !least) throw new Error('nothing was measured')
      rows.push({ what: `${what}, ${label}`, run, floor: least, floorIs: floor.is })
      notes.push(`${what}: ${counted(forge.sandbox.calls())}`)
    }
    await measure('apply --authorise, nothing new', ['apply', '--authorise'], LISTING)
    const pulls: string[] = []
    for (const count of [1, 200]) {
      const files = changed(grants, count)
      await forge.push(REQUESTER, `ask-${count}`, files)
      const pull = String(await forge.request(REQUESTER, `ask-${count}`, APPROVER))
      pulls.push(pull)
      const what = `a pull request of ${count}`
      await measure(`approvals, ${what}`, ['approvals', '--pull', pull], LISTING)
      await measure(`verdict, ${what}, no cloud`, ['verdict', '--pull', pull], LISTING)
    }
    const [one = ''] = pulls
    await measure('verdict, a pull request of 1, with cloud', ['verdict', '--pull', one], BLOBS, true, 1)
    await measure(
      'apply --system of one account, nothing new',
      ['apply', '--system', 'aws-0'],
      BLOBS,
      true,
      1
    )
    await forge.api(APPROVER, 'PUT', `/pulls/${one}/merge`, {})
    forge.sandbox.clearCalls()
    const merged = await command(cli, dir, forge, ['apply', '--authorise'], false)
    const [floor] = await inTurn(1, [() => runNode(['-e', BLOBS.code], dir)])
    if (floor)
      rows.push({ what: `apply --authorise, one merge, ${label}`, run: merged, floor, floorIs: BLOBS.is })
    notes.push(`apply --authorise, one merge: ${counted(forge.sandbox.calls())}`)
    return { rows, notes }
  } finally {
    await forge.close()
  }
}

interface Floor {
  readonly code: string
  readonly is: string
}

const GIT = `const { execFileSync: x } = require('child_process'); const o = { maxBuffer: 2e9 };`
const LISTING: Floor = {
  code: `${GIT} x('git', ['ls-tree', '-r', '-z', 'evidence:approved'], o)`,
  is: 'Node starting and one git ls-tree'
}
const BLOBS: Floor = {
  code: `${GIT} const ids = x('git', ['ls-tree', '-r', 'evidence', '--', 'approved', 'events'], o).toString('latin1').replace(/^\\S+ \\S+ (\\S+)\\t.*$/gmu, '$1'); x('git', ['cat-file', '--batch', '--buffer'], { ...o, input: ids })`,
  is: 'git giving every approved file and every file of events'
}

async function command(
  cli: string,
  dir: string,
  forge: BenchForge,
  args: readonly string[],
  cloud: boolean
): Promise<Run> {
  const now = writeInstant(forge.sandbox.clock.now())
  const run = await runNode(
    [cli, ...args, '--root', dir, '--now', now, '--quiet'],
    dir,
    forge.environment(cloud)
  )
  if (run.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${String(run.status)}: ${run.output.slice(0, 500)}`)
  return run
}

/** So many grants of one system with another end. */
function changed(grants: number, count: number): Readonly<Record<string, string>> {
  const entitlements = Math.ceil(grants / 500)
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const role = String((n % 20) * 10).padStart(4, '0')
      const person = String(100 + Math.floor(n / 20)).padStart(4, '0')
      if ((n % 20) * 10 >= entitlements) throw new RangeError('the record is too small')
      return [
        `grants/systems/aws-0/role-${role}/person-${person}.yaml`,
        `reason: Work on data set ${n} for the quarterly review of orders\nexpires: 2025-06-01\n`
      ] as const
    })
  )
}

function counted(calls: readonly RecordedCall[]): string {
  const rest = calls.filter(({ service, operation }) => service === 'forge' && !operation.startsWith('git-'))
  const cloud = calls.filter(({ service }) => service !== 'forge')
  return `${rest.length} calls to GitHub, ${cloud.length} to AWS`
}
