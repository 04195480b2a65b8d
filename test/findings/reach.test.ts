import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { load, type Loaded } from '../../src/book/load.ts'
import type { Problem } from '../../src/book/problem.ts'
import type { Tree } from '../../src/book/tree.ts'
import { CHECKS } from '../../src/checks.ts'
import { runChecks } from '../../src/findings/check.ts'
import { newProblems } from '../../src/findings/differ.ts'
import { readReach, type Readable } from '../../src/findings/read-reach.ts'
import { ACME, type Files } from '../checks/acme.ts'
import { contextOf } from '../checks/judge.ts'
import { anyBook, anyChange } from './books.ts'

const RUNS = process.env['GRANTBOOK_FULL'] === '1' ? 500 : 150
const encoder = new TextEncoder()

/** Files in memory that tell what was read of them. */
function readable(files: Files): Readable & { readonly read: Set<string> } {
  const paths = Object.keys(files).toSorted()
  const tree: Tree = {
    entries: new Map(paths.map((path) => [path, { path, mode: '100644', blob: null, size: null }]))
  }
  const read = new Set<string>()
  const get = (path: string): Uint8Array | undefined => {
    read.add(path)
    return encoder.encode(files[path])
  }
  return { tree, read, load: async (some) => load(tree, { get }, some) }
}

/** As `validate --base` does it, given what was read. */
function difference(before: Loaded, after: Loaded, added: readonly string[]): readonly string[] {
  const known = [...before.problems, ...runChecks(CHECKS, contextOf(before.book, { changed: [] }))]
  const found = [...after.problems, ...runChecks(CHECKS, contextOf(after.book, { changed: added }))]
  return newProblems(known, found).map(write).toSorted()
}

function write({ file, pointer, code, message }: Problem): string {
  return `${file} ${pointer.join('.')} ${code} ${message}`
}

async function compare(
  old: Files,
  now: Files
): Promise<{ full: readonly string[]; near: readonly string[]; read: readonly string[] }> {
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (path) => old[path] !== now[path]
  )
  const added = changed.filter((path) => now[path] !== undefined)
  const [before, after] = [readable(old), readable(now)]
  const full = difference(await before.load(), await after.load(), added)
  before.read.clear()
  after.read.clear()
  const sides = await readReach(before, after, changed)
  return { full, near: difference(sides.before, sides.after, added), read: [...after.read].toSorted() }
}

test('what a change brings is the same whether everything is read or only what it reaches', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook, anyChange, async (old, { put, remove }) => {
      const now: Record<string, string> = { ...old }
      const paths = Object.keys(old)
      for (const index of remove) delete now[paths[index % paths.length] ?? '']
      for (const [path, text] of put) now[path] = text
      const { full, near } = await compare(old, now)
      expect(near).toEqual(full)
    }),
    { numRuns: RUNS }
  )
})

test('one changed grant leads to its settings, system, entitlement, subject and the subject’s other grants alone', async () => {
  const path = 'grants/systems/aws-prod/billing-read/bob.yaml'
  const { full, near, read } = await compare(ACME, {
    ...ACME,
    [path]: (ACME[path] ?? '').replace('OPS-4711', 'nothing')
  })
  expect(full.length).toBe(1)
  expect(near).toEqual(full)
  expect(read).toEqual([
    'grants/grantbook.yaml',
    'grants/people/bob.yaml',
    'grants/systems/aws-prod/billing-read/bob.yaml',
    'grants/systems/aws-prod/billing-read/entitlement.yaml',
    'grants/systems/aws-prod/system.yaml'
  ])
})

test('a workload’s grant also leads to its owner and backup', async () => {
  const path = 'grants/systems/aws-prod/logs-read/exporter.yaml'
  const { read } = await compare(ACME, {
    ...ACME,
    [path]: (ACME[path] ?? '').replace('issues/12', 'issues/13')
  })
  expect(read).toContain('grants/people/alice.yaml')
  expect(read).toContain('grants/people/bob.yaml')
  expect(read).not.toContain('grants/people/carol.yaml')
})

test('a workload that takes or gives up a person’s name leads to the workloads that the person owns', async () => {
  const exporter = (ACME['grants/workloads/exporter.yaml'] ?? '').replace('backup: bob\n', '')
  const grant = 'reason: Writes the nightly export\nexpires: 2027-06-30\ntask: https://acme.example/1\n'
  const free: Files = {
    ...ACME,
    'grants/workloads/exporter.yaml': exporter,
    'grants/systems/aws-prod/logs-read/exporter.yaml': grant
  }
  const taken: Files = { ...free, 'grants/workloads/alice.yaml': exporter }
  for (const [old, now] of [
    [free, taken],
    [taken, free]
  ] as const) {
    const { full, near } = await compare(old, now)
    expect(near).toEqual(full)
    expect(full.some((line) => line.includes('ends-earlier'))).toBe(now === free)
  }
})
