import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readTasks } from '../../../src/io/github/tasks.ts'
import { readTask, type TaskReference } from '../../../src/nightly/task-reference.ts'
import { Fake, listing, type FakeAnswer } from './fake.ts'

const fake = new Fake()
beforeAll(() => fake.start())
beforeEach(() => fake.reset())
afterAll(() => fake.stop())

const REPO = '/repos/acme/billing'

function task(path: string): TaskReference {
  const { reference } = readTask(`https://github.com/${path}`, 'github.com')
  if (!reference) throw new Error(path)
  return reference
}

function look(tasks: readonly TaskReference[], most = 1000, signal = new AbortController().signal) {
  return readTasks(fake.open(), tasks, { most, signal })
}

/** What one task is seen as. */
async function seen(path: string): Promise<unknown> {
  const { ends } = await look([task(path)])
  const [end] = ends.values()
  return end?.ok ? end.value : end?.gap.why
}

describe('a task is over', () => {
  const issues = `GET ${REPO}/issues/12`
  const statuses = `GET ${REPO}/deployments/12/statuses`
  const runs = `GET ${REPO}/actions/runs/12`
  test.each<[string, string, FakeAnswer['body'], string | null]>([
    ['issues/12', issues, { state: 'open' }, null],
    ['issues/12', issues, { state: 'closed', pull_request: null }, 'closed'],
    ['pull/12', issues, { state: 'open', pull_request: { merged_at: null } }, null],
    ['pull/12', issues, { state: 'closed', pull_request: { merged_at: null } }, 'closed'],
    ['pull/12', issues, { state: 'closed', pull_request: { merged_at: '2026-11-20T09:00:00Z' } }, 'merged'],
    ['deployments/12', statuses, [], null],
    [
      'deployments/12',
      statuses,
      [
        { id: 2, state: 'success' },
        { id: 1, state: 'in_progress' }
      ],
      null
    ],
    [
      'deployments/12',
      statuses,
      [
        { id: 1, state: 'inactive' },
        { id: 2, state: 'success' }
      ],
      null
    ],
    [
      'deployments/12',
      statuses,
      [
        { id: 1, state: 'success' },
        { id: 2, state: 'inactive' }
      ],
      'inactive'
    ],
    ['deployments/12', statuses, [{ id: 2, state: 'failure' }], null],
    ['actions/runs/12', runs, { status: 'in_progress', conclusion: null }, null],
    ['actions/runs/12', runs, { status: 'completed', conclusion: 'failure' }, 'completed']
  ])('%s', async (path, route, body, expected) => {
    fake.on(route, { body })
    expect(await seen(`acme/billing/${path}`)).toBe(expected)
    expect(fake.calls).toHaveLength(1)
  })
})

describe('what isn’t understood is no end', () => {
  test.each<[string, FakeAnswer, string]>([
    [
      '404',
      { status: 404, body: { message: 'Not Found' } },
      'there is no such thing, or the token may not see it (404)'
    ],
    ['403', { status: 403, body: { message: 'Resource not accessible' } }, '403, Resource not accessible'],
    ['410', { status: 410, body: { message: 'This issue was deleted' } }, '410, This issue was deleted'],
    ['another shape', { body: { state: 'gone' } }, 'the answer isn’t of the known shape at state'],
    ['a listing', { body: [] }, 'the answer isn’t of the known shape']
  ])('%s', async (_, answer, why) => {
    fake.on(`GET ${REPO}/issues/12`, answer)
    expect(await seen('acme/billing/issues/12')).toContain(why)
  })
})

describe('calls', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => task(`acme/billing/issues/${n + 1}`))

  test('a hundred open issues of one repository take one, those that are closed one each besides', async () => {
    const open = Array.from({ length: 98 }, (_, n) => ({ number: n + 1, state: 'open' }))
    fake.on(`GET ${REPO}/issues`, listing(fake, `${REPO}/issues`, open))
    for (const number of [99, 100]) fake.on(`GET ${REPO}/issues/${number}`, { body: { state: 'closed' } })
    const { ends, left } = await look(many(100))
    expect([...ends.values()].filter((end) => end.ok && end.value === 'closed')).toHaveLength(2)
    expect([ends.size, left, fake.calls.length]).toEqual([100, 0, 3])
  })

  test('a repository with thousands of open issues is not listed to its end', async () => {
    const open = Array.from({ length: 5000 }, (_, n) => ({ number: n + 1000, state: 'open' }))
    fake.on(`GET ${REPO}/issues`, listing(fake, `${REPO}/issues`, open))
    for (let number = 1; number <= 30; number++)
      fake.on(`GET ${REPO}/issues/${number}`, { body: { state: 'open' } })
    const { ends } = await look(many(30))
    expect([ends.size, fake.calls.length]).toEqual([30, 33])
  })

  test('one that can’t list asks for each', async () => {
    fake.on(`GET ${REPO}/issues`, { status: 403, body: { message: 'no' } })
    for (let number = 1; number <= 20; number++)
      fake.on(`GET ${REPO}/issues/${number}`, { body: { state: 'open' } })
    const { ends } = await look(many(20))
    expect([...ends.values()].every((end) => end.ok && end.value === null)).toBe(true)
  })

  test('no more than allowed, and none once stopped: the rest is counted', async () => {
    for (let number = 1; number <= 10; number++)
      fake.on(`GET ${REPO}/issues/${number}`, { body: { state: 'open' } })
    const { ends, left } = await look(many(10), 4)
    expect([ends.size, left, fake.calls.length]).toEqual([4, 6, 4])
    expect((await look(many(10), 4, AbortSignal.abort())).left).toBe(10)
    expect(fake.calls.length).toBe(4)
  })
})
