import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '../src/sandbox/start.ts'
import type { World } from '../src/sandbox/world.ts'
import type { RecordedCall, Sandbox } from '../src/sandbox/sandbox.ts'
import { inTurn, runNode, type Run } from './measure.ts'
import type { Row } from './table.ts'
import { makeRepository, type Made } from './world.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const FLOOR = fileURLToPath(new URL('floor-iam.mjs', import.meta.url))
const HERE = dirname(FLOOR)
const ACCOUNT = '100000000000'
const NOW = '2026-12-01T09:00:00Z'
const GRANTS = 20_000
const EACH = 4

const TRUST = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: {
          'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:role/ci/*`]
        }
      }
    }
  ]
}

const id = (kind: string, n: number) => `${kind}-${String(n).padStart(6, '0')}`

function worldFor(made: Made): World {
  return {
    now: NOW,
    aws: [
      {
        account: ACCOUNT,
        users: Array.from({ length: made.people }, (_, n) => ({ name: id('person', n) })),
        roles: [
          ...Array.from({ length: made.workloads }, (_, n) => ({
            name: id('workload', made.people + n),
            path: '/ci/',
            trust: TRUST
          })),
          ...Array.from({ length: made.entitlements }, (_, n) => ({
            name: `role-${String(n).padStart(4, '0')}`,
            path: '/entitlements/',
            trust: TRUST
          }))
        ],
        quotas: { users: 10_000, roles: 10_000 }
      }
    ]
  }
}

/** What one IAM account costs: the first apply of everything, a run that finds it converged, and a few changes. */
export async function benchIam(): Promise<{ rows: Row[]; notes: string[] }> {
  const dir = mkdtempSync(join(tmpdir(), 'grantbook-bench-'))
  const made = makeRepository(dir, { grants: GRANTS, each: EACH, systems: 1 })
  const sandbox = await startSandbox(worldFor(made))
  try {
    const keys = sandbox.aws.accounts[0]?.root
    const environment = {
      AWS_ENDPOINT_URL_IAM: sandbox.aws.iam,
      AWS_ENDPOINT_URL_STS: sandbox.aws.sts,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: keys?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey ?? ''
    }
    const apply = async (): Promise<Run> => {
      const run = await runNode(
        [CLI, 'apply', '--root', dir, '--now', NOW, '--format', 'json'],
        dir,
        environment
      )
      if (run.status !== 0)
        throw new Error(`apply ended with status ${run.status}: ${run.output.slice(-2000)}`)
      return run
    }
    const floor = () => runNode([FLOOR], HERE, environment)
    const first = await apply()
    const firstCalls = count(sandbox)
    const [converged, least] = await inTurn(3, [
      async () => {
        sandbox.clearCalls()
        return apply()
      },
      floor
    ])
    sandbox.clearCalls()
    await apply()
    const calls = count(sandbox)
    if (!converged || !least) throw new Error('nothing was measured')
    const label = `${made.people + made.workloads} principals, ${made.grants.toLocaleString('en')} grants`
    const floorIs = 'the same bulk reads by the SDK, nothing decoded'
    return {
      rows: [
        { what: `apply, first, ${label}`, run: first, floor: least, floorIs },
        { what: `apply, converged, ${label}`, run: converged, floor: least, floorIs }
      ],
      notes: [`first apply: ${firstCalls}`, `converged apply: ${calls}`]
    }
  } finally {
    await sandbox.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

function count(sandbox: Sandbox): string {
  const of = (kind: RecordedCall['kind']) => sandbox.calls().filter((call) => call.kind === kind).length
  return `${of('read')} reads, ${of('write')} writes`
}
