import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS, openPull, putBack, refusal, startAcme, type Acme } from './acme.ts'

let acme: Acme
let head: string

beforeAll(async () => {
  acme = await startAcme()
  head = (await openPull(acme.as('alice-acme'), 'request', { 'free/x': '1\n' })).head
})
afterAll(async () => {
  await acme.sandbox.close()
})

const create = (name: string | null, more: object = {}) =>
  acme.as(name).request('POST /repos/{owner}/{repo}/check-runs', {
    ...ACCESS,
    name: 'grantbook',
    head_sha: head,
    ...more
  })
const note = (line: number) => ({
  path: 'free/x',
  start_line: line,
  end_line: line,
  annotation_level: 'warning' as const,
  message: `note ${line}`
})
const output = (more: object = {}) => ({ output: { title: 'T', summary: 'S', ...more } })

describe('making check runs', () => {
  test('is for Apps with the permission alone', async () => {
    for (const login of ['olga-acme', 'alice-acme', 'erin-acme']) {
      expect(await refusal(create(login))).toEqual({
        status: 403,
        why: 'You must authenticate via a GitHub App.'
      })
    }
    expect(await refusal(create('reader'))).toEqual({
      status: 403,
      why: 'Resource not accessible by integration'
    })
    expect((await refusal(create(null))).status).toBe(403)
    expect((await refusal(create('mallory'))).status).toBe(403)
  })

  test('needs a commit, and a conclusion with its end', async () => {
    const app = (more: object) => refusal(create('grantbook-acme', more))
    expect(await app({ head_sha: 'f'.repeat(40) })).toEqual({
      status: 422,
      why: `No commit found for SHA: ${'f'.repeat(40)}`
    })
    expect((await app({ head_sha: 'main' })).status).toBe(422)
    expect((await app({ status: 'completed' })).status).toBe(422)
    expect((await app({ conclusion: 'stale' })).status).toBe(422)
    expect((await app({ conclusion: 'approved' })).status).toBe(422)
    expect((await app({ name: '' })).status).toBe(422)
  })

  test('takes texts of 65,535 characters and 50 annotations, no more', async () => {
    putBack(acme)
    const app = (more: object) => create('grantbook-acme', more)
    const { data } = await app(
      output({ summary: 'x'.repeat(65_535), annotations: Array.from({ length: 50 }, (_, n) => note(n + 1)) })
    )
    expect(data.output.annotations_count).toBe(50)
    expect((await refusal(app(output({ summary: 'x'.repeat(65_536) })))).status).toBe(422)
    expect((await refusal(app(output({ text: 'x'.repeat(65_536) })))).status).toBe(422)
    expect(
      (await refusal(app(output({ annotations: Array.from({ length: 51 }, (_, n) => note(n + 1)) })))).status
    ).toBe(422)
    expect((await refusal(app({ output: { summary: 'x' } }))).status).toBe(422)
    expect(
      (await refusal(app(output({ annotations: [{ ...note(1), annotation_level: 'error' }] })))).status
    ).toBe(422)
  })
})

describe('changing check runs', () => {
  test('is for the App that made them alone', async () => {
    putBack(acme)
    const { data } = await create('grantbook-acme', { external_id: 'abc' })
    const one = { ...ACCESS, check_run_id: data.id }
    const change = (name: string) => acme.as(name).checks.update({ ...one, conclusion: 'success' })
    expect(await refusal(change('other-ci'))).toEqual({
      status: 403,
      why: 'Invalid app_id `502` - check run can only be modified by the GitHub App that created it.'
    })
    expect((await refusal(change('olga-acme'))).status).toBe(403)
    const { data: after } = await change('grantbook-acme')
    expect([after.status, after.conclusion, after.external_id, after.completed_at]).toEqual([
      'completed',
      'success',
      'abc',
      '2026-11-20T09:00:00Z'
    ])
  })

  test('annotations add up and are listed page by page', async () => {
    putBack(acme)
    const app = acme.as('grantbook-acme')
    const { data } = await create('grantbook-acme', output({ annotations: [note(1), note(2)] }))
    const one = { ...ACCESS, check_run_id: data.id }
    await app.checks.update({ ...one, output: { title: 'T', summary: 'S', annotations: [note(3)] } })
    const page = await app.checks.listAnnotations({ ...one, per_page: 2 })
    expect(page.data.map(({ message }) => message)).toEqual(['note 1', 'note 2'])
    const all = await app.paginate(app.checks.listAnnotations, { ...one, per_page: 2 })
    expect(all.map(({ message }) => message)).toEqual(['note 1', 'note 2', 'note 3'])
  })
})

describe('listing check runs', () => {
  test('by name and App; the last of each, unless all are asked for', async () => {
    putBack(acme)
    const app = acme.as('grantbook-acme')
    const ids: number[] = []
    for (const [name, more] of [
      ['grantbook-acme', {}],
      ['grantbook-acme', { conclusion: 'success' }],
      ['other-ci', { conclusion: 'failure' }],
      ['grantbook-acme', { name: 'grantbook evidence' }]
    ] as const) {
      ids.push((await create(name, more)).data.id)
    }
    const list = async (more: object) => {
      const { data } = await app.checks.listForRef({ ...ACCESS, ref: 'request', ...more })
      return [data.total_count, data.check_runs.map(({ id }) => ids.indexOf(id))]
    }
    expect(await list({})).toEqual([3, [3, 2, 1]])
    expect(await list({ check_name: 'grantbook', app_id: 501 })).toEqual([1, [1]])
    expect(await list({ check_name: 'grantbook', app_id: 501, filter: 'all' })).toEqual([2, [1, 0]])
    expect(await list({ check_name: 'Grantbook' })).toEqual([0, []])
    expect((await refusal(app.checks.listForRef({ ...ACCESS, ref: 'nowhere' }))).status).toBe(422)
  })
})

describe('statuses', () => {
  test('whoever may push posts one under any name; who may only read doesn’t', async () => {
    putBack(acme)
    const post = (name: string, state: 'success' | 'failure' | 'pending', context = 'grantbook') =>
      acme.as(name).repos.createCommitStatus({ ...ACCESS, sha: head, state, context })
    expect((await post('alice-acme', 'success')).data.creator?.login).toBe('alice-acme')
    expect((await refusal(post('erin-acme', 'success'))).status).toBe(403)
    expect((await refusal(post('reader', 'success'))).status).toBe(403)
    await post('alice-acme', 'pending', 'ci')
    const combined = async () => {
      const { data } = await acme.as('erin-acme').repos.getCombinedStatusForRef({ ...ACCESS, ref: head })
      return [data.state, data.statuses.map(({ context, state }) => `${context}=${state}`)]
    }
    expect(await combined()).toEqual(['pending', ['grantbook=success', 'ci=pending']])
    await post('alice-acme', 'failure', 'CI')
    expect(await combined()).toEqual(['failure', ['grantbook=success', 'CI=failure']])
  })
})

test('every answer was as GitHub describes it', () => {
  expect([...acme.watch.problems]).toEqual([])
})
