import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BenchForge } from './forge.ts'
import { grownAccount } from './grown-account.ts'
import { runNode } from './measure.ts'
import type { Row } from './table.ts'

const CLI = process.env['GRANTBOOK_CLI'] ?? fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const FLOOR = fileURLToPath(new URL('floor-iam.mjs', import.meta.url))
const SETTINGS = fileURLToPath(new URL('../grants/grantbook.yaml', import.meta.url))
const NOW = Date.UTC(2026, 10, 20, 9)
const ACCOUNT = '123456789012'
/** 5,000 principals. */
const SIZES = { people: 2500, programs: 800, roles: 1700, groups: 120 }

const BOOK = {
  'grants/people/carol.yaml':
    'name: Carol Example\nemail: carol@acme.example\ngithub: carol-acme\ngithubId: 103\n',
  'grants/systems/aws-prod/system.yaml': `title: AWS production\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: {account: "${ACCOUNT}", region: eu-central-1}\n`
}

/** What the first import of an account of 5,000 principals costs, and the next one, which finds it all asked for. */
export async function benchImport(): Promise<{
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}> {
  const dir = mkdtempSync(join(tmpdir(), 'grantbook-bench-'))
  write(dir)
  const forge = await BenchForge.open(
    dir,
    '',
    ['main'],
    { users: [{ login: 'carol-acme', id: 103 }], approvers: ['carol-acme'], teams: [] },
    { now: NOW, aws: [{ account: ACCOUNT, ...grownAccount(SIZES) }] }
  )
  try {
    const environment = {
      ...forge.environment(true),
      GITHUB_TOKEN: forge.sandbox.github?.tokens['carol-acme'] ?? ''
    }
    const rows: Row[] = []
    const notes: string[] = []
    for (const what of ['import, first', 'import, everything asked for']) {
      forge.sandbox.clearCalls()
      const args = [
        CLI,
        'import',
        '--system',
        'aws-prod',
        '--root',
        dir,
        '--quiet',
        '--now',
        new Date(NOW).toISOString()
      ]
      const run = await runNode(args, dir, environment)
      if (run.status !== 0)
        throw new Error(`${what} ended with status ${run.status}: ${run.output.slice(-2000)}`)
      const calls = forge.sandbox.calls().length
      const floor = await runNode([FLOOR], dirname(FLOOR), environment)
      rows.push({
        what: `${what}, 5,000 principals`,
        run,
        floor,
        floorIs: 'the same bulk reads by the SDK, nothing decoded'
      })
      notes.push(`${what}: ${calls} calls, ${run.own.toFixed(1)} s of its own CPU time`)
    }
    return { rows, notes }
  } finally {
    await forge.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

function write(dir: string): void {
  mkdirSync(join(dir, 'grants'), { recursive: true })
  cpSync(SETTINGS, join(dir, 'grants/grantbook.yaml'))
  for (const [path, text] of Object.entries(BOOK)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  const identity = ['-c', 'user.name=carol', '-c', 'user.email=carol@acme.example']
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [...identity, 'commit', '-q', '-m', 'Begin']
  ])
    execFileSync('git', args, { cwd: dir })
}
