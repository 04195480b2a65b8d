import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../../scripts/house/root.ts'
import { grant, grantPath, NOW } from '../../support/book.ts'
import { approved, TestRecord } from './evidence-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const NEEDS = spawnSync('ssh-keygen', ['-?']).error === undefined

/** The commands of docs/evidence.md, block by block. */
const BLOCKS = [...readFileSync(`${ROOT}docs/evidence.md`, 'utf8').matchAll(/```sh\n(.*?)```/gsu)].map(
  ([, commands = '']) => commands
)

let record: TestRecord
/** A clone, as an auditor has it. */
let clone: string

beforeAll(async () => {
  record = new TestRecord()
  const first = await record.genesis()
  const { event, move } = approved(ALICE, record.blob(grant('2026-12-14')))
  await record.store().append(first, [{ subject: 'Approve', events: [event], moves: [move] }], NOW)
  record.repository.commit({ ...record.files, [ALICE]: grant('2026-12-14') })
  clone = join(record.root, '.git', 'auditor')
  execFileSync('git', ['clone', '-q', record.root, clone])
})

afterAll(() => record.remove())

/** What the block that holds a text prints, and its status. */
function block(text: string): readonly [number | null, string] {
  const found = BLOCKS.filter((commands) => commands.includes(text))
  expect([text, found.length]).toEqual([text, 1])
  const commands = (found[0] ?? '').replace('ssh-ed25519 AAAA…', record.signer.publicKey)
  const { status, stdout, stderr } = spawnSync('sh', ['-c', commands], { cwd: clone, encoding: 'utf8' })
  expect(stderr.replace(/^From .*\n.*evidence.*\n/u, '')).not.toMatch(/fatal|error/u)
  return [status, stdout]
}

test.skipIf(!NEEDS)('the commands for auditors say what they should (apt-get install openssh-client)', () => {
  expect(BLOCKS.length).toBe(8)
  expect(block('git fetch origin')).toEqual([0, ''])
  const lines = block('log --format=')[1].trimEnd().split('\n')
  expect(lines.map((line) => line.replace(/ [0-9a-f]{40} /u, ' '))).toEqual([
    'G 2026-11-20T09:00:00+00:00 Approve',
    'G 2026-11-20T09:00:00+00:00 Begin'
  ])
  expect(block('verify-commit')[0]).toBe(0)
  expect(block('--max-parents=0')[1]).toMatch(/^[0-9a-f]{40}\n$/u)
  expect(block('grep -E')).toEqual([1, ''])
  expect(block('diff --stat')).toEqual([0, ''])
  expect(block('fsck')[0]).toBe(0)
  expect(block('git show')[1]).toBe(record.git('show', `evidence:events/${ALICE}.jsonl`))
})

test.skipIf(!NEEDS)(
  'and something else where the record was tampered with (apt-get install openssh-client)',
  () => {
    record.craft({ [`events/${ALICE}.jsonl`]: '{}\n' }, { signer: null })
    block('git fetch origin')
    expect(block('log --format=')[1]).toMatch(/^N /u)
    expect(block('grep -E')[1]).toMatch(/^-\{/u)
    record.git('update-ref', 'refs/heads/evidence', 'evidence~1')
    record.craft({ [`events/${ALICE}.jsonl`]: null })
    execFileSync('git', ['fetch', '-q', 'origin', '+evidence:refs/remotes/origin/evidence'], { cwd: clone })
    expect(block('grep -E')[1]).toContain('deleted file')
  }
)
