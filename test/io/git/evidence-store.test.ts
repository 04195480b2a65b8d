import { afterEach, expect, test } from 'vitest'
import { EvidenceError } from '../../../src/book/errors.ts'
import { openApproved, openProved } from '../../../src/io/git/approved.ts'
import { grant, grantPath, NOW } from '../../support/book.ts'
import { approved, common, TestRecord, reduced, settingsSignedBy, testSigner } from './evidence-scene.ts'

const records: TestRecord[] = []
afterEach(() => {
  for (const one of records.splice(0)) one.remove()
})

function record(): TestRecord {
  const one = new TestRecord()
  records.push(one)
  return one
}

const ALICE = grantPath('billing-read', 'alice')

test('before genesis there is nothing, and nothing is wrong', async () => {
  const read = await record().store().read()
  expect([read.head, read.approved, read.files]).toEqual([null, null, 0])
})

test('genesis takes main as it is; an approved change moves the tree; both are verified from genesis', async () => {
  const one = record()
  const first = await one.genesis()
  const text = grant('2026-12-14')
  const { event, move } = approved(ALICE, one.blob(text))
  const done = await one.store().append(first, [{ subject: 'Approve', events: [event], moves: [move] }], NOW)
  if (done.state !== 'done') throw new Error('raced')
  const read = await one.store().read()
  expect(read.head).toBe(done.head)
  expect(read.approved?.entries.size).toBe(9)
  expect(read.approved?.sealed).toBe(one.main)
  expect([...(read.approved?.unproved ?? [])]).toEqual([])
  const source = await openApproved(one.root, done.head)
  expect(Buffer.from((await source.bytes(ALICE)) ?? []).toString()).toBe(text)
  source.close()
})

test('an unproved reduction of a person acts on access, and not on who may approve', async () => {
  const one = record()
  const first = await one.genesis()
  const path = 'grants/people/alice.yaml'
  const { event, move } = reduced(
    path,
    one.blob('name: alice\nemail: alice@acme.example\nends: 2026-01-01\n')
  )
  await one.store().append(first, [{ subject: 'Reduce', events: [event], moves: [move] }], NOW)
  const { approved: tree } = await one.store().glance()
  if (!tree) throw new Error('no tree')
  expect([...tree.unproved.keys()]).toEqual([path])
  const was = one.git('rev-parse', `${one.main}:${path}`).trim()
  const proved = await openProved(one.root, tree)
  expect(proved.tree.entries.get(path)?.blob).toBe(was)
  expect(tree.entries.get(path)?.blob).toBe(event.blob)
  proved.close()
})

test('a new signer comes in under an old signature, and the old one can go', async () => {
  const one = record()
  const first = await one.genesis()
  const next = testSigner(2)
  const { event, move } = approved('grants/grantbook.yaml', one.blob(settingsSignedBy(next)))
  const done = await one.store().append(first, [{ subject: 'Rotate', events: [event], moves: [move] }], NOW)
  if (done.state !== 'done') throw new Error('raced')
  const beat = {
    ...common(null, null),
    event: 'finished' as const,
    id: 'a',
    closes: [],
    sealed: null,
    counts: {}
  }
  const entry = { subject: 'Beat', events: [beat], moves: [] }
  await expect(one.store().append(done.head, [entry], NOW)).rejects.toThrow(
    'is no signer by the approved settings'
  )
  const more = await one.store({ signer: next }).append(done.head, [entry], NOW)
  expect(more.state).toBe('done')
  expect((await one.store().read()).head).toBe(more.state === 'done' ? more.head : '')
})

test('settings that take our key away land, whatever was to be recorded after them', async () => {
  const one = record()
  const first = await one.genesis()
  const { event, move } = approved('grants/grantbook.yaml', one.blob(settingsSignedBy(testSigner(2))))
  const facts = { ...common(null, null), event: 'finished' as const, closes: [], sealed: null, counts: {} }
  const entries = [
    { subject: 'Rotate', events: [event], moves: [move] },
    { subject: 'Beat', events: [{ ...facts, id: 'a' }], moves: [] }
  ]
  await expect(one.store().append(first, entries, NOW)).rejects.toThrow(
    'is no signer by the approved settings'
  )
  const { head, approved: tree } = await one.store().read()
  expect(tree?.entries.get('grants/grantbook.yaml')?.blob).toBe(event.blob)
  const more = await one.store({ signer: testSigner(2) }).append(head, entries.slice(1), NOW)
  expect(more.state).toBe('done')
})

test('an unsigned commit is named, with its rule', async () => {
  const one = record()
  await one.genesis()
  one.repository.forge('runs/2026-11.jsonl', '')
  await expect(one.store().read()).rejects.toThrow(EvidenceError)
  const forged = one.git('rev-parse', 'evidence').trim()
  await expect(one.store().read()).rejects.toThrow(`Commit ${forged}, runs/2026-11.jsonl:1: `)
})

test('from an anchor on only what came after it is looked at, and the branch must hold it', async () => {
  const one = record()
  const first = await one.genesis()
  one.git(
    'update-ref',
    'refs/heads/evidence',
    one.git('commit-tree', `${first}^{tree}`, '-m', 'Again').trim()
  )
  await expect(one.store({ anchor: first }).read()).rejects.toThrow('doesn’t come from')
  one.git('update-ref', '-d', 'refs/heads/evidence')
  await expect(one.store({ anchor: first }).read()).rejects.toThrow('is gone')
})

test('moved meanwhile, nothing is written', async () => {
  const one = record()
  const first = await one.genesis()
  const beat = {
    ...common(null, null),
    event: 'finished' as const,
    id: 'a',
    closes: [],
    sealed: null,
    counts: {}
  }
  const entry = { subject: 'Beat', events: [beat], moves: [] }
  const [left, right] = [one.store(), one.store()]
  await Promise.all([left.read(), right.read()])
  expect((await left.append(first, [entry], NOW)).state).toBe('done')
  expect(await right.append(first, [entry], NOW)).toEqual({ state: 'raced' })
})
