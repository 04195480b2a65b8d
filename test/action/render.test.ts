import { expect, test } from 'vitest'
import { annotations } from '../../src/render/step-annotations.ts'
import { stepSummary } from '../../src/render/step-summary.ts'

const finding = (message: string) => ({
  code: 'expires-too-far',
  severity: 'error',
  message,
  fix: 'Shorten it.',
  file: 'grants/systems/aws-prod/billing-read/alice.yaml',
  line: 2,
  column: 10,
  related: []
})
const counts = { files: 2, grants: 1, errors: 1, warnings: 0 }
const outcome = {
  grant: 'grants/systems/a/b/c.yaml',
  system: 'a',
  action: 'grant',
  state: 'failed',
  why: 'x'
}

test('findings become annotations on their lines', () => {
  expect(annotations({ findings: [finding('Too far.')], counts })).toBe(
    '::error file=grants/systems/aws-prod/billing-read/alice.yaml,line=2,col=10,title=expires-too-far::Too far.%0AShorten it.\n' +
      '1 grant in 2 files: 1 error, 0 warnings.\n'
  )
})

test('findings of doctor are counted without files', () => {
  expect(
    annotations({ findings: [{ ...finding('Too far.'), where: 'github' }] })
      .split('\n')
      .slice(1)
  ).toEqual(['1 error, 0 warnings.', ''])
})

test('what failed becomes an error, ten at most, and the rest stays a line', () => {
  const lines = annotations({ outcomes: Array.from({ length: 12 }, () => outcome) }).split('\n')
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10)
  expect(lines.filter((line) => line.startsWith('grants/'))).toHaveLength(2)
  expect(lines[0]).toBe('::error file=grants/systems/a/b/c.yaml,title=failed::failed: grant in a: x')
})

test.each([
  '::set-output name=ok::true',
  'a\n::error::forged',
  'a ##[command]rm',
  '\r::stop-commands::x',
  '\u2028::warning::x',
  '%0A::notice::x'
])('no text of a file starts a workflow command: %j', (text) => {
  const log =
    annotations({ findings: [finding(text)], counts }) +
    annotations({
      outcomes: [
        { ...outcome, state: 'done', why: text },
        { ...outcome, why: text, grant: `grants/${text}` }
      ]
    })
  for (const line of log.split(/[\n\r\u2028]/u)) {
    expect(line).not.toMatch(/^\s*::(?!error (?:file|title)=)/u)
    expect(line).not.toContain('##[')
  }
})

test('the summary is a table of escaped text', () => {
  expect(stepSummary('validate', { findings: [finding('<img src=x> @acme/all | x')] })).toBe(
    '### grantbook validate\n\n|  | code | where | what |\n| --- | --- | --- | --- |\n' +
      '| error | `expires-too-far` | `grants/systems/aws-prod/billing-read/alice.yaml:2` | ' +
      '&lt;img src\\=x\\> @&#8203;acme/all \\| x Shorten it\\. |\n'
  )
  expect(stepSummary('validate', { findings: [] })).toBe('### grantbook validate\n\nNothing wrong.\n')
  expect(stepSummary('apply', { outcomes: [] })).toBe('### grantbook apply\n\nNothing to do.\n')
  expect(stepSummary('verdict', { state: 'missing', why: 'one approval' })).toBe(
    '### grantbook verdict\n\n**missing** one approval\n'
  )
})

test('a summary stays under 1 MiB and counts what it leaves out', () => {
  const findings = Array.from({ length: 3000 }, () => finding('é'.repeat(400)))
  const text = stepSummary('validate', { findings })
  expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024)
  const shown = text.split('\n').filter((line) => line.startsWith('| error')).length
  expect(text).toContain(`\n${3000 - shown} more; all of them are in the job’s result file.\n`)
})
