import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { Budget } from '../../../src/io/github/budget.ts'
import { one, send } from '../../../src/io/github/read.ts'
import { Fake } from './fake.ts'

const fake = new Fake()
beforeAll(() => fake.start())
beforeEach(() => fake.reset())
afterAll(() => fake.stop())

/** A clock that goes on by sleeping alone. */
function stopped(longest?: number): { readonly budget: Budget; readonly slept: number[]; at: number } {
  const state = { at: 0, slept: [] as number[] }
  const sleep = (ms: number): Promise<void> => {
    state.slept.push(ms)
    state.at += ms
    return Promise.resolve()
  }
  const budget = new Budget({ clock: () => state.at, sleep, ...(longest === undefined ? {} : { longest }) })
  return Object.assign(state, { budget })
}

it('gives eighty in a minute, and waits for the next one', async () => {
  const { budget, slept } = stopped()
  for (let n = 0; n < 80; n++) expect(await budget.take()).toBe(true)
  expect(slept).toEqual([])
  expect(await budget.take()).toBe(true)
  expect(slept).toEqual([60_000])
})

it('gives five hundred in an hour, and refuses the next one instead of waiting for so long', async () => {
  const state = stopped()
  let given = 0
  while (await state.budget.take()) given++
  expect(given).toBe(500)
  expect(state.at).toBe(6 * 60_000)
  state.at = 3_600_000
  expect(await state.budget.take()).toBe(true)
})

it.each([
  ['4', 20],
  ['3', 26],
  ['99', 1]
])('of %s jobs that write at the same time, each has its part: %i in a minute', async (writers, part) => {
  fake.on('PATCH /repos/acme/access/check-runs/1', { body: {} })
  const github = fake.open({ GRANTBOOK_WRITERS: writers })
  for (let n = 0; n < part; n++) expect(await github.budget.take()).toBe(true)
  expect(fake.slept).toEqual([])
  await github.budget.take()
  expect(fake.slept).toEqual([60_000])
})

it.each(['0', '-1', '100', 'four'])('%s jobs are a mistake', (writers) => {
  expect(() => fake.open({ GRANTBOOK_WRITERS: writers })).toThrow(/GRANTBOOK_WRITERS/u)
})

it('waits for the hour if it may', async () => {
  const { budget, slept } = stopped(3_600_000)
  for (let n = 0; n <= 500; n++) expect(await budget.take()).toBe(true)
  expect(slept.at(-1)).toBe(3_600_000 - 6 * 60_000)
})

it('counts calls that are made at once one after the other', async () => {
  const { budget, slept } = stopped()
  expect(await Promise.all(Array.from({ length: 81 }, () => budget.take()))).toEqual(Array(81).fill(true))
  expect(slept).toEqual([60_000])
})

it('holds both limits in every window, whatever the pauses between calls', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 550, maxLength: 700 }),
      async (pauses) => {
        const state = stopped(3_600_000)
        const made: number[] = []
        for (const pause of pauses) {
          state.at += pause
          expect(await state.budget.take()).toBe(true)
          made.push(state.at)
        }
        for (const [most, span] of [
          [80, 60_000],
          [500, 3_600_000]
        ] as const) {
          const spans = made.slice(most).map((at, index) => at - (made[index] ?? 0))
          expect(Math.min(...spans)).toBeGreaterThanOrEqual(span)
        }
      }
    ),
    { numRuns: 20 }
  )
})

it('is one for all that is written over a connection, whoever writes it', async () => {
  fake.on('POST /repos/acme/access/issues', { status: 201, body: {} })
  fake.on('PATCH /repos/acme/access/check-runs/1', { body: {} })
  const github = fake.open()
  const issue = () => send(github, 'an issue', 'POST /repos/{owner}/{repo}/issues', { title: 'x' })
  const check = () =>
    send(github, 'a check run', 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: 1 })
  for (let n = 0; n < 40; n++) expect([(await issue()).ok, (await check()).ok]).toEqual([true, true])
  expect(fake.slept).toEqual([])
  expect((await check()).ok).toBe(true)
  expect(fake.slept).toEqual([60_000])
})

it('counts every attempt to write, and none to read', async () => {
  const path = '/repos/acme/access/check-runs/1'
  const failing = (times: number) => (times % 2 === 0 ? { status: 500, body: {} } : { body: {} })
  fake
    .on(`PATCH ${path}`, (_query, times) => failing(times))
    .on(`GET ${path}`, (_query, times) => failing(times))
  const github = fake.open()
  const route = '/repos/{owner}/{repo}/check-runs/{check_run_id}'
  for (let n = 0; n < 40; n++)
    expect((await send(github, 'a check run', `PATCH ${route}`, { check_run_id: 1 })).ok).toBe(true)
  const waits = () => fake.slept.filter((ms) => ms >= 1000)
  expect((await one(github, 'a check run', `GET ${route}`, z.unknown(), { check_run_id: 1 })).ok).toBe(true)
  expect(waits()).toEqual([])
  await send(github, 'a check run', `PATCH ${route}`, { check_run_id: 1 })
  // The clock of this test stands still: both attempts wait.
  expect(waits()).toEqual([60_000, 60_000])
})
