import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { intersects, matches } from '../../src/connectors/aws-iam/glob.ts'
import { findSecrets } from '../../src/book/secrets.ts'
import { ROOT } from '../../scripts/house/root.ts'
import { ACME } from '../checks/acme.ts'
import { findingsOf } from '../checks/judge.ts'

// None of these tests measures: what back-tracks doesn't come back within the limit of any test.

const SETTINGS = 'grants/grantbook.yaml'
const GRANT = 'grants/systems/aws-prod/billing-read/bob.yaml'

test.each(['(a+)+b', '(a|a)*b', '(a|aa)+b', '([a-z]+)*b', '(.*a){20}b'])(
  'a ticket is matched in linear time: %s',
  (pattern) => {
    const settings = (ACME[SETTINGS] ?? '').replace('(OPS|SEC)-[0-9]+', pattern)
    const file = (ACME[GRANT] ?? '').replace(/^ticket: .*$/mu, `ticket: ${'a'.repeat(200)}`)
    expect(settings).toContain(pattern)
    expect(file).toContain('aaaa')
    const codes = findingsOf({ ...ACME, [SETTINGS]: settings, [GRANT]: file }).map(({ code }) => code)
    expect(codes).toContain('ticket-malformed')
  }
)

test.each(['(a)\\1', '(?=a)a', '(?<!a)b'])('a pattern that can’t be matched so is refused: %s', (pattern) => {
  const settings = (ACME[SETTINGS] ?? '').replace('"(OPS|SEC)-[0-9]+"', JSON.stringify(pattern))
  expect(findingsOf({ ...ACME, [SETTINGS]: settings }).map(({ code, file }) => `${file} ${code}`)).toContain(
    `${SETTINGS} ticket-pattern-invalid`
  )
})

test('globs in ARNs don’t back-track', () => {
  const glob = `${'*a'.repeat(200)}b`
  expect(matches(glob, 'a'.repeat(1600))).toBe(false)
  expect(matches(glob, `${'a'.repeat(1600)}b`)).toBe(true)
  expect(intersects(glob, `${'a*'.repeat(200)}c`)).toBe(false)
})

test('no pattern of any schema back-tracks, whatever it is given', async () => {
  const names = (await readdir(`${ROOT}schemas`, { recursive: true })).filter((name) =>
    name.endsWith('.schema.json')
  )
  const texts = await Promise.all(names.map((name) => readFile(`${ROOT}schemas/${name}`, 'utf8')))
  const patterns = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/gu)].map((match) => match[1] ?? '')
    )
  )
  expect(patterns.size).toBeGreaterThan(15)
  const seeds = ['a', 'a-', 'a/', 'a.', 'a:', '1', ' ', '@a/', 'arn:aws:iam::', 'https://a', '*', 'a@', '-']
  const hostile = seeds.flatMap((seed) => ['', '!', '\n'].map((end) => seed.repeat(4000) + end))
  let tried = 0
  for (const source of patterns) {
    const pattern = new RegExp(String(JSON.parse(source)), 'u')
    for (const text of hostile) tried += pattern.test(text) ? 1 : 1
  }
  expect(tried).toBe(patterns.size * hostile.length)
})

test('looking for secrets doesn’t back-track either', () => {
  for (const seed of ['secret', 'token=', 'a://a:', 'eyJ', '-----BEGIN ', 'AKIA', 'A1b2']) {
    expect(findSecrets(seed.repeat(Math.floor(16_384 / seed.length))).length).toBeLessThan(16_384)
  }
})
