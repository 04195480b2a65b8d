import { describe, expect, test } from 'vitest'
import { annotationsOf } from '../../src/render/verdict/annotations.ts'
import { renderVerdictMarkdown } from '../../src/render/verdict/markdown.ts'
import { standingOf, TITLES, type VerdictView } from '../../src/render/verdict/view.ts'
import { NEEDS_CHANGES, READY, THREE_HUNDRED, WAITING } from './verdict-situations.ts'

describe('the check’s summary, whole', () => {
  test.each([
    ['ready', READY],
    ['waiting', WAITING],
    ['needs-changes', NEEDS_CHANGES],
    ['three-hundred', THREE_HUNDRED]
  ])('%s', async (name, view) => {
    await expect(renderVerdictMarkdown(view)).toMatchFileSnapshot(`../cases/verdict/${name}.md`)
  })
})

describe('the first line', () => {
  const error = NEEDS_CHANGES.findings.filter(({ severity }) => severity === 'error')
  const refused = [{ grant: 'g', system: 's', code: 'c', why: 'w', state: 'refused' as const }]
  test.each<[string, VerdictView, string]>([
    ['approved and clean', READY, 'Ready to merge'],
    [
      'approved, with a warning',
      { ...READY, findings: error.map((one) => ({ ...one, severity: 'warning' })) },
      'Ready to merge'
    ],
    ['approved, with an error', { ...READY, findings: error }, 'Needs changes'],
    [
      'approved, but its plan refuses a grant',
      { ...READY, plan: READY.plan && { ...READY.plan, refused } },
      'Needs changes'
    ],
    ['lacking an approval', WAITING, 'Waiting for approval'],
    ['lacking an approval, with an error', { ...WAITING, findings: error }, 'Needs changes'],
    ['refused by the proof', { ...READY, verdict: { ...READY.verdict, state: 'refused' } }, 'Needs changes']
  ])('%s', (_, view, title) => {
    expect(TITLES[standingOf(view)]).toBe(title)
    expect(renderVerdictMarkdown(view).split('\n')[0]).toBe(`## ${title}`)
  })
})

test('three thousand grants fit into a comment, and what is cut is said', () => {
  const changes = Array.from({ length: 10 }, () => THREE_HUNDRED.plan?.changes ?? []).flat()
  const text = renderVerdictMarkdown({
    ...THREE_HUNDRED,
    plan: THREE_HUNDRED.plan && { ...THREE_HUNDRED.plan, changes }
  })
  expect(text.length).toBeLessThanOrEqual(60_000)
  expect(text).toMatch(/_\d+ of 3000 changes are not shown: this text would be too long\. /u)
  expect(text).toContain('**1 of `@acme/billing`** for ')
})

test('whatever its script, it fits whole, so that nothing cuts off what ends it', () => {
  const changes = THREE_HUNDRED.plan?.changes.map((one) => ({ ...one, why: '経理'.repeat(40) })) ?? []
  const text = renderVerdictMarkdown({
    ...THREE_HUNDRED,
    plan: THREE_HUNDRED.plan && { ...THREE_HUNDRED.plan, changes }
  })
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000)
  expect(Buffer.byteLength(text)).toBeGreaterThan(text.length)
  expect(text.trimEnd().split('\n').at(-1)).toMatch(/^<sub>Commit .*<\/sub>$/u)
})

test('what can’t be cut any shorter still says the verdict', () => {
  const why = '|'.repeat(2000)
  const paths = WAITING.verdict.paths.flatMap((path) =>
    Array.from({ length: 40 }, (_, index) => ({
      ...path,
      path: `grants/${index}`,
      reasons: [{ rule: 'x', why: `${index}${why}`, passing: false }]
    }))
  )
  const text = renderVerdictMarkdown({ ...WAITING, verdict: { ...WAITING.verdict, state: 'refused', paths } })
  expect(text.length).toBeLessThan(1000)
  expect(text).toContain('## Needs changes')
  expect(text).toContain('grantbook approvals --format json')
})

test('nobody is mentioned, nothing is a command, no address is followed that a file chose', () => {
  const hostile =
    '@acme/everyone <!-- x --> <script> ![x](https://evil.example/x) ##[error] www.evil.example\r\n## Ready to merge'
  const text = renderVerdictMarkdown({
    ...NEEDS_CHANGES,
    requests: NEEDS_CHANGES.requests.map((one) => ({
      ...one,
      subject: hostile,
      reason: hostile,
      requester: hostile,
      task: hostile,
      ticket: hostile
    })),
    verdict: {
      ...NEEDS_CHANGES.verdict,
      reasons: [{ rule: hostile, why: hostile, passing: false }],
      discounted: [{ review: 1, login: hostile, why: hostile }],
      warnings: [hostile]
    },
    diffs: [{ path: hostile, text: `+${hostile}\n+\`\`\`\n+## Ready to merge\n` }],
    notices: [hostile]
  })
  const outside = text.replaceAll(/(`+)[\s\S]*?\1/gu, '')
  expect(outside).not.toMatch(/@[a-z]|<script|<!--|!\[x\]\(|https:\/\/evil|www\.evil/u)
  expect(outside.split('\n').filter((line) => line.startsWith('## '))).toEqual(['## Needs changes'])
})

test('annotations: errors first, ten of each severity, each on its line', () => {
  const [error, note] = NEEDS_CHANGES.findings
  if (!error || !note) throw new Error('The situation has two findings')
  const many = Array.from({ length: 12 }, (_, index) => ({ ...error, line: index + 1 }))
  const told = annotationsOf([note, ...many])
  expect(told.length).toBe(11)
  expect(told.at(-1)?.level).toBe('notice')
  expect(told[0]).toEqual({
    path: 'grants/systems/aws-prod/billing-read/alice.yaml',
    startLine: 1,
    endLine: 1,
    column: 10,
    level: 'failure',
    title: 'expires-too-far',
    message:
      'The grant lasts 90 days, longer than the 14 days that "billing-read" allows. Set "expires" to 2026-12-04 or earlier.'
  })
})
