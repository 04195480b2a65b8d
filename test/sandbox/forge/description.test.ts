import { afterAll, beforeAll, expect, test } from 'vitest'
import { Description } from '../../support/openapi/description.ts'
import { OPERATIONS, startAcme, type Acme } from './acme.ts'
import { tour } from './tour.ts'

let acme: Acme

beforeAll(async () => {
  acme = await startAcme()
  await tour(acme)
})
afterAll(async () => {
  await acme.sandbox.close()
})

test('every answer is as GitHub describes it', () => {
  expect([...acme.watch.problems]).toEqual([])
})

// These say no to everybody here: the forge has no keys of Apps.
const REFUSED = ['GET /orgs/{org}/installation', 'GET /repos/{owner}/{repo}/installation']

test('every route was called, and succeeded', () => {
  const called = new Set(
    [...acme.watch.seen].filter((one) => / 2\d\d$/u.test(one)).map((one) => one.slice(0, -4))
  )
  const missing = OPERATIONS.filter((one) => !called.has(one))
  expect(missing.toSorted()).toEqual(REFUSED)
  for (const one of REFUSED) expect(acme.watch.seen).toContain(`${one} 401`)
})

test('an answer that GitHub would not give is told', () => {
  const description = new Description(['GET /users/{username}', 'POST /repos/{owner}/{repo}/check-runs'])
  const problems = (status: number, body: string, method = 'GET', pathname = '/users/alice') =>
    description.problems({ method, pathname, status, type: 'application/json; charset=utf-8', body })
  expect(problems(200, '{}')[0]).toBe(
    'GET /users/{username} 200 at /: must have required property \'avatar_url\' {"missingProperty":"avatar_url"}'
  )
  expect(problems(201, '{}')).toEqual(['GET /users/{username} never answers 201'])
  expect(problems(404, '{"message": 1}')).toEqual([
    'GET /users/{username} 404 at /message: must be string {"type":"string"}'
  ])
  const errors = new Description(['GET /repos/{owner}/{repo}/codeowners/errors'])
  const misspelt = { errors: [{ line: 1, column: 1, kind: 'x', message: 'x', path: 'x', sauce: 'x' }] }
  expect(
    errors.problems({
      method: 'GET',
      pathname: '/repos/acme/access/codeowners/errors',
      status: 200,
      type: 'application/json',
      body: JSON.stringify(misspelt)
    })
  ).toEqual(['GET /repos/{owner}/{repo}/codeowners/errors 200 has no /errors/0/sauce'])
  expect(problems(200, '<html>')).toEqual(['GET /users/{username} 200 is not JSON: <html>'])
  expect(problems(200, '[]', 'GET', '/users')).toEqual(['GET /users is none of the described operations'])
  expect(() => new Description(['GET /unheard/of'])).toThrow("GitHub's description has no GET /unheard/of.")
})
