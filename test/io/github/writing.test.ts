import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clip } from '../../../src/io/github/clip.ts'
import { writeCheckRun, type NewCheckRun } from '../../../src/io/github/write-check-run.ts'
import { writeComment } from '../../../src/io/github/write-comment.ts'
import { writeLabels } from '../../../src/io/github/write-labels.ts'
import { Fake } from './fake.ts'

const fake = new Fake()
const REPO = '/repos/acme/access'
const HEAD = 'a'.repeat(40)
const APP = 'grantbook-acme'

beforeAll(() => fake.start())
beforeEach(() => fake.reset())
afterAll(() => fake.stop())

const writes = () =>
  fake.calls.filter(({ method }) => method !== 'GET').map(({ method, url, body }) => [method, url, body])

describe('a check run', () => {
  const run = (annotations: number, over: Partial<NewCheckRun> = {}): NewCheckRun => ({
    name: 'grantbook',
    commit: HEAD,
    conclusion: 'failure',
    title: 'Needs changes',
    summary: 'All of it',
    externalId: 'digest',
    at: Date.UTC(2026, 10, 20, 9),
    annotations: Array.from({ length: annotations }, (_, n) => ({
      path: 'grants/grantbook.yaml',
      startLine: n + 1,
      endLine: n % 2 === 0 ? n + 1 : n + 2,
      column: 3,
      level: 'failure' as const,
      title: 'expires-too-far',
      message: 'Too far'
    })),
    ...over
  })
  const RUNS = `GET ${REPO}/commits/${HEAD}/check-runs`

  function standing(...runs: readonly object[]): void {
    fake.on(RUNS, {
      body: {
        total_count: runs.length,
        check_runs: runs.map((each) => ({
          name: 'grantbook',
          head_sha: HEAD,
          external_id: 'digest',
          conclusion: 'failure',
          app: { slug: APP },
          ...each
        }))
      }
    })
    fake.on(`POST ${REPO}/check-runs`, { status: 201, body: { id: 9, html_url: 'https://x.example/9' } })
    fake.on(`PATCH ${REPO}/check-runs/9`, { body: { id: 9 } })
  }

  it('is made anew, with fifty annotations at a time, columns only within a line', async () => {
    standing()
    expect(await writeCheckRun(fake.open(), run(120), APP)).toEqual({
      ok: true,
      value: { id: 9, url: 'https://x.example/9', written: true }
    })
    const sent = writes().map(([method, , body]) => {
      const { output } = body as { output: { annotations: Record<string, unknown>[] } }
      return [method, output.annotations.length]
    })
    expect(sent).toEqual([
      ['POST', 50],
      ['PATCH', 50],
      ['PATCH', 20]
    ])
    const first = writes()[0]?.[2] as { output: { annotations: object[] } } | undefined
    expect(first).toMatchObject({
      name: 'grantbook',
      head_sha: HEAD,
      status: 'completed',
      conclusion: 'failure',
      started_at: '2026-11-20T09:00:00Z',
      external_id: 'digest'
    })
    expect(first?.output.annotations[0]).toMatchObject({ start_line: 1, end_line: 1, start_column: 3 })
    expect(first?.output.annotations[1]).not.toHaveProperty('start_column')
  })

  it('that stands already is left alone', async () => {
    standing({ id: 4 })
    expect(await writeCheckRun(fake.open(), run(1), APP)).toEqual({
      ok: true,
      value: { id: 4, url: null, written: false }
    })
    expect(writes()).toEqual([])
  })

  it.each([
    ['another App made it', [{ id: 4, app: { slug: 'github-actions' } }]],
    ['nobody says who made it', [{ id: 4, app: null }]],
    ['it concludes otherwise', [{ id: 4, conclusion: 'success' }]],
    ['it is of other content', [{ id: 4, external_id: 'other' }]],
    ['a newer one of ours says otherwise', [{ id: 4 }, { id: 5, conclusion: 'success' }]]
  ])('is made anew if %s', async (_, runs) => {
    standing(...runs)
    expect(await writeCheckRun(fake.open(), run(0), APP)).toMatchObject({
      ok: true,
      value: { written: true }
    })
  })

  it('isn’t made if it can’t be told what stands', async () => {
    fake.on(RUNS, { status: 403, body: { message: 'No' } })
    expect(await writeCheckRun(fake.open(), run(0), APP)).toMatchObject({ ok: false })
    expect(writes()).toEqual([])
  })
})

describe('the comment', () => {
  const MARKER = '<!-- grantbook -->'
  const LIST = `GET ${REPO}/issues/12/comments`
  const given = { app: APP, marker: MARKER, body: `${MARKER}\nAll of it` }
  const comment = (id: number, body: string, app: string | null): object => ({
    id,
    body,
    performed_via_github_app: app === null ? null : { slug: app }
  })

  beforeEach(() => {
    fake.on(`POST ${REPO}/issues/12/comments`, {
      status: 201,
      body: { id: 77, html_url: 'https://x.example/77' }
    })
    for (const id of [1, 2, 3]) fake.on(`PATCH ${REPO}/issues/comments/${id}`, { body: { id } })
  })

  it.each([
    ['by somebody who wrote our marker', [comment(1, MARKER, null)]],
    ['by another App', [comment(1, MARKER, 'other-app')]],
    ['of ours about something else', [comment(1, 'hello', APP)]]
  ])('is made although there is one %s', async (_, comments) => {
    fake.on(LIST, { body: comments })
    expect(await writeComment(fake.open(), 12, given)).toEqual({
      ok: true,
      value: { id: 77, url: 'https://x.example/77', written: true }
    })
    expect(writes()).toEqual([['POST', `${REPO}/issues/12/comments`, { body: given.body }]])
  })

  it('is edited in place: our oldest', async () => {
    fake.on(LIST, {
      body: [comment(3, MARKER, APP), comment(2, `${MARKER} old`, APP), comment(1, MARKER, null)]
    })
    expect(await writeComment(fake.open(), 12, given)).toMatchObject({
      ok: true,
      value: { id: 2, written: true }
    })
    expect(writes().map(([method, url]) => [method, url])).toEqual([['PATCH', `${REPO}/issues/comments/2`]])
  })

  it('that says the same is left alone', async () => {
    fake.on(LIST, { body: [comment(2, `${MARKER}\r\nAll of it\n`, APP)] })
    expect(await writeComment(fake.open(), 12, given)).toMatchObject({
      ok: true,
      value: { id: 2, written: false }
    })
    expect(writes()).toEqual([])
  })

  it('isn’t made a second time because the list could not be read', async () => {
    fake.on(LIST, { status: 500, body: {} })
    expect(await writeComment(fake.open(), 12, given)).toMatchObject({ ok: false })
    expect(writes()).toEqual([])
  })
})

describe('labels', () => {
  const label = (name: string) => ({ name, color: 'ededed', description: name })
  const OURS = [label('ready'), label('waiting')]
  const LIST = `GET ${REPO}/issues/12/labels`

  it('are exactly ours that are wanted; others stay', async () => {
    fake.on(LIST, { body: [{ name: 'Waiting' }, { name: 'bug' }] })
    fake.on(`POST ${REPO}/labels`, { status: 201, body: {} })
    fake.on(`POST ${REPO}/issues/12/labels`, { body: [] })
    fake.on(`DELETE ${REPO}/issues/12/labels/waiting`, { body: [] })
    expect(await writeLabels(fake.open(), 12, OURS, new Set(['ready']))).toEqual({ ok: true, value: true })
    expect(writes()).toEqual([
      ['POST', `${REPO}/labels`, label('ready')],
      ['POST', `${REPO}/issues/12/labels`, { labels: ['ready'] }],
      ['DELETE', `${REPO}/issues/12/labels/waiting`, null]
    ])
  })

  it('that are right already cost one call', async () => {
    fake.on(LIST, { body: [{ name: 'ready' }, { name: 'bug' }] })
    const github = fake.open()
    expect(await writeLabels(github, 12, OURS, new Set(['ready']))).toEqual({ ok: true, value: false })
    expect(github.calls()).toEqual({ read: 1, write: 0 })
  })

  it('that somebody else made or took away meanwhile are fine', async () => {
    fake.on(LIST, { body: [{ name: 'waiting' }] })
    fake.on(`POST ${REPO}/labels`, { status: 422, body: { message: 'already_exists' } })
    fake.on(`POST ${REPO}/issues/12/labels`, { body: [] })
    expect(await writeLabels(fake.open(), 12, OURS, new Set(['ready']))).toEqual({ ok: true, value: true })
  })
})

describe('a clipped text', () => {
  it.each([
    ['abc', 5, 'abc'],
    ['abcdef', 5, 'ab…'],
    ['ééé', 5, 'é…'],
    ['😀😀', 7, '😀…'],
    ['😀😀', 6, '…']
  ])('%s to %i bytes', (text, most, clipped) => {
    expect(clip(text, most)).toBe(clipped)
    expect(Buffer.byteLength(clip(text, most))).toBeLessThanOrEqual(most)
  })
})
