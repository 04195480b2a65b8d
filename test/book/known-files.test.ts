import { expect, test } from 'vitest'
import { load } from '../../src/book/load.ts'
import type { FileEntry } from '../../src/book/tree.ts'

const PATH = 'grants/people/zoe.yaml'
const BLOB = 'f'.repeat(40)
const entry: FileEntry = { path: PATH, mode: '100644', blob: BLOB, size: null }

function read(text: string) {
  const bytes = new TextEncoder().encode(text)
  return load({ entries: new Map([[PATH, entry]]) }, new Map([[PATH, bytes]]))
}

test('a file is read anew where its bytes differ, whatever id git gives them', () => {
  const named = (name: string): string => `name: ${name}\nemail: zoe@acme.example\n`
  expect(read(named('Zoe')).book.people.get('zoe')?.data.name).toBe('Zoe')
  expect(read(named('Zoe')).book.people.get('zoe')?.data.name).toBe('Zoe')
  expect(read(named('Eve')).book.people.get('zoe')?.data.name).toBe('Eve')
})

test('what is wrong is told each time', () => {
  const wrong = 'name: Zoe\nemail: zoe@acme.example\nends: never\n'
  const first = read(wrong).problems
  expect(first).toHaveLength(1)
  expect(read(wrong).problems).toEqual(first)
})
