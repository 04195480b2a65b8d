import { expect, test } from 'vitest'
import { DAY } from '../../src/book/duration.ts'
import { notices } from '../../src/nightly/notices.ts'
import { noticeBody, noticeTitle } from '../../src/render/nightly/notice.ts'
import { BASE, bookOf, NOW, person, workload } from '../support/book.ts'

const WITHIN = 7 * DAY

function told(expires: string, more: string) {
  const files = {
    ...BASE,
    'grants/people/carol.yaml': person('carol', 'ends: 2026-11-10\n'),
    'grants/workloads/x/exporter.yaml': workload('exporter', more, expires)
  }
  return notices(bookOf(files).book, { at: NOW, systems: new Map() }, WITHIN)
}

test('owner and backup are told of a workload that is to be re-attested, or was', () => {
  for (const day of ['2026-11-26', '2026-06-01'])
    expect(told(day, 'owner: alice\nbackup: bob').map((notice) => notice.person)).toEqual(['alice', 'bob'])
  expect(told('2026-11-27', 'owner: alice\nbackup: bob')).toEqual([])
})

test('who has left isn’t told', () => {
  expect(told('2026-11-26', 'owner: carol\nbackup: bob').map((notice) => notice.person)).toEqual(['bob'])
})

test('with the ready-made ways', () => {
  const [notice] = told('2026-11-21', 'owner: alice')
  if (!notice) throw new Error('none')
  expect(noticeTitle(notice)).toBe('alice: 1 workload to be re-attested')
  const body = noticeBody(notice, 'https://github.com/acme/access', 'main')
  expect(body).toContain(
    '| exporter | exporter | 2026-11-22T00:00:00Z | [edit](https://github.com/acme/access/edit/main/grants/workloads/x/exporter.yaml) | `npx grantbook renew grants/workloads/x/exporter.yaml --expires YYYY-MM-DD` |'
  )
  expect(body).not.toContain('This access ends by itself then')
})
