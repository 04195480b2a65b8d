import { execFileSync, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signerOf } from '../src/evidence/signer-key.ts'
import type { RecordedCall } from '../src/sandbox/sandbox.ts'
import { BenchForge } from './forge.ts'
import { runNode, type Run } from './measure.ts'
import { nightWorld, type NightSize } from './night-world.ts'
import type { Measured } from './record.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const NOW = '2026-12-01T09:00:00Z'
const FIRST = Date.UTC(2026, 10, 30)
const PEOPLE = Array.from({ length: 5 }, (_, n) => ({
  login: `person-${String(n).padStart(6, '0')}-acme`,
  id: 500_000 + n
}))
const SIZE: NightSize = { grants: 100_000, systems: 20, each: 5, spread: 1 }
/** The least: git giving every approved file and every file of events. What AWS answers is in no floor. */
const FLOOR = `const { execFileSync: x } = require('child_process'); const o = { maxBuffer: 2e9 }; const ids = x('git', ['ls-tree', '-r', 'refs/remotes/origin/evidence', '--', 'approved', 'events'], o).toString('latin1').replace(/^\\S+ \\S+ (\\S+)\\t.*$/gmu, '$1'); x('git', ['cat-file', '--batch', '--buffer'], { ...o, input: ids })`

/** A night in which nothing is to be done: the forge and the accounts are in this process, the night in its own. */
export async function benchNight(size: NightSize = SIZE): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'grantbook-bench-'))
  const pem = String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const { files, aws, principals } = nightWorld(size, signerOf(pem).publicKey)
  await importFiles(dir, files)
  const logins = PEOPLE.map(({ login }) => login)
  const people = { users: PEOPLE, approvers: logins, teams: [] }
  const forge = await BenchForge.open(dir, pem, ['main'], people, { now: Date.parse(NOW), aws })
  try {
    const runner = forge.sandbox.aws.accounts[0]?.users['runner']
    const environment = {
      ...forge.environment(true),
      AWS_ACCESS_KEY_ID: runner?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: runner?.secretAccessKey ?? '',
      AWS_ENDPOINT_URL_CLOUDTRAIL: forge.sandbox.aws.cloudtrail
    }
    const grantbook = async (...args: readonly string[]): Promise<Run> => {
      const run = await runNode([CLI, ...args, '--root', dir, '--now', NOW, '--quiet'], dir, environment)
      if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${String(run.status)}`)
      return run
    }
    await grantbook('genesis', '--by', 'person-000000')
    // What stands is found done, and recorded.
    await grantbook('nightly')
    forge.sandbox.clearCalls()
    const run = await grantbook('nightly')
    const calls = counted(forge.sandbox.calls())
    const evidence = 'refs/heads/evidence:refs/remotes/origin/evidence'
    execFileSync('git', ['-C', dir, 'fetch', '-q', forge.directory, evidence])
    const floor = await runNode(['-e', FLOOR], dir)
    const what = `a quiet night, ${size.grants.toLocaleString('en')} grants on ${principals.toLocaleString('en')} principals of ${size.systems} systems`
    const floorIs = 'git giving every approved file and every file of events'
    return {
      rows: [{ what, run, floor, floorIs }],
      notes: [
        `${what}: ${run.own.toFixed(1)} s of own processor time, and ${run.others.toFixed(1)} s of git’s; ${calls}`
      ]
    }
  } finally {
    await forge.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function importFiles(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  execFileSync('git', ['-C', dir, 'init', '-q', '-b', 'main'])
  for (const key of ['gc.auto', 'maintenance.auto'])
    execFileSync('git', ['-C', dir, 'config', key, key === 'gc.auto' ? '0' : 'false'])
  const child = spawn('git', ['-C', dir, 'fast-import', '--quiet', '--date-format=raw'], {
    stdio: ['pipe', 'ignore', 'inherit']
  })
  const ended = once(child, 'close')
  child.stdin.write(
    `commit refs/heads/main\ncommitter Acme <acme@acme.example> ${FIRST / 1000} +0000\ndata 0\n`
  )
  for (const [path, text] of files) {
    const entry = `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
    if (!child.stdin.write(entry)) await once(child.stdin, 'drain')
  }
  child.stdin.end('\n')
  await ended
}

function counted(calls: readonly RecordedCall[]): string {
  const writes = calls.filter(({ kind }) => kind === 'write').length
  const forge = calls.filter(({ service, operation }) => service === 'forge' && !operation.startsWith('git-'))
  const cloud = calls.filter(({ service }) => service !== 'forge')
  return `${forge.length} calls to GitHub, ${cloud.length} to AWS, ${writes} writes`
}
