import { afterAll, beforeAll, expect, test } from 'vitest'
import { land, type Landed } from '../../src/commands/steps/land.ts'
import type { Authority } from '../../src/commands/steps/authority.ts'
import type { EvidenceStore } from '../../src/io/git/evidence-store.ts'
import { TestRecord } from '../io/git/evidence-scene.ts'
import { grant, grantPath, NOW } from '../support/book.ts'

// Whoever may push to main may give files any names there. None of them may stop the record, and with it every revocation.

const BOB = grantPath('billing-read', 'bob')
const NOBODY: Authority = {
  has: () => Promise.resolve(true),
  pullsOf: () => Promise.resolve({ ok: true, value: [] }),
  prove: () => Promise.reject(new Error('nothing to prove'))
}

let record: TestRecord
let begun: string
beforeAll(async () => {
  record = new TestRecord()
  record.repository.commit({ ...record.files, [BOB]: grant('2026-12-14') })
  Object.assign(record, { main: record.git('rev-parse', 'HEAD').trim() })
  begun = await record.genesis()
})
afterAll(() => record.remove())

async function judge(store: EvidenceStore, tip: string): Promise<Landed> {
  const snapshot = await store.read()
  if (!snapshot.approved || snapshot.head === null) throw new Error('no genesis')
  const facts = { now: NOW, repository: 'acme/access', run: null, id: 'r' }
  const landing = { root: record.root, authority: NOBODY, approved: snapshot.approved, tip, facts }
  const landed = await land({ ...landing, folded: () => Promise.resolve(snapshot) })
  const done = await store.append(snapshot.head, landed.entries, NOW)
  expect(done.state).toBe('done')
  return landed
}

/** A commit on main's tip with further entries of the tree at any paths, and without those that are to go. */
function pushed(add: Readonly<Record<string, string>>, remove: readonly string[]): string {
  const { repository } = record
  repository.git('read-tree', record.main)
  for (const path of remove) repository.git('rm', '-q', '--cached', '-r', '--', path)
  for (const [path, mode] of Object.entries(add)) {
    const id = mode === '160000' ? record.main : record.blob('odd: true\n')
    repository.git('update-index', '--add', '--cacheinfo', `${mode},${id},${path}`)
  }
  const tree = repository.git('write-tree').trim()
  return repository.git('commit-tree', tree, '-p', record.main, '-m', 'Push').trim()
}

const REGULAR = '100644'
test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a line feed', { 'grants/a\nb.yaml': REGULAR }, [BOB]],
  ['a line separator', { 'grants/a\u2028b.yaml': REGULAR }, [BOB]],
  ['bytes that are no text', { 'grants/\u0001\u007f.yaml': REGULAR }, [BOB]],
  ['a folder named as a file’s events', { 'grants/people/alice.yaml.jsonl/x': REGULAR }, [BOB]],
  [
    'two files whose events would be file and folder',
    { 'grants/a': REGULAR, 'grants/a.jsonl/b': REGULAR },
    [BOB]
  ],
  ['a name longer than evidence holds', { [`grants/${'a'.repeat(4095)}`]: REGULAR }, [BOB]],
  [
    'a system of a name longer than evidence holds',
    { [`grants/systems/${'a'.repeat(250)}/e/bob.yaml`]: REGULAR },
    [BOB]
  ],
  ['a submodule', { 'grants/people/zoe.yaml': '160000' }, [BOB]],
  ['a link where a suspension stands', { 'grants/suspensions/bob.yaml': '120000' }, [BOB]],
  ['a file in place of the whole folder', { grants: REGULAR }, ['grants']],
  ['a submodule in place of the whole folder', { grants: '160000' }, ['grants']],
  [
    'a folder in place of a person',
    { 'grants/people/alice.yaml/x': REGULAR },
    ['grants/people/alice.yaml', BOB]
  ]
])('%s on main stops nothing, and what is taken away beside it goes', async (_, add, remove) => {
  record.git('update-ref', 'refs/heads/evidence', begun)
  const store = record.store()
  const landed = await judge(store, pushed(add, remove))
  expect(landed.unmoved.length).toBeGreaterThan(0)
  const { approved } = await record.store().read()
  expect([approved?.entries.has(BOB), approved?.entries.has('grants/people/alice.yaml')]).toEqual([
    false,
    true
  ])
  // And the next run goes on from there.
  const next = await judge(record.store(), record.main)
  expect(next.stopped).toBeNull()
})

test('a folder named as the events of a file that has some', async () => {
  record.git('update-ref', 'refs/heads/evidence', begun)
  const { repository } = record
  await judge(record.store(), pushed({ 'grants/people/alice.yaml': REGULAR }, []))
  const landed = await judge(record.store(), pushed({ 'grants/people/alice.yaml.jsonl/x': REGULAR }, [BOB]))
  expect(landed.unmoved.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'grants/people/alice.yaml.jsonl/x unproved'
  ])
  expect(repository.record('grants/people/alice.yaml').map(({ event }) => event)).toEqual(['refused'])
  expect(repository.record(BOB).map(({ event }) => event)).toEqual(['reduced'])
})
