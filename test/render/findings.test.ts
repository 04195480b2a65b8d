import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/book/problem.ts'
import { CHECKS } from '../../src/checks.ts'
import { catalogueOf } from '../../src/findings/catalogue.ts'
import { renderFindingsGithub } from '../../src/render/findings-github.ts'
import { renderFindingsJson } from '../../src/render/findings-json.ts'
import { renderFindingsSarif } from '../../src/render/findings-sarif.ts'
import { renderFindingsText } from '../../src/render/findings-text.ts'
import { validateOutput } from '../../src/render/output/validate.ts'
import { countFindings, summary, type Report } from '../../src/render/report.ts'
import { sarifErrors } from './sarif-schema.ts'

const FILE = 'grants/systems/aws-prod/logs-read/alice.yaml'
const TEXT = 'reason: Watches the nightly export\nstarts: 2026-11-01\nexpires: 2027-10-31\n'

const tooFar: Finding = {
  code: 'expires-too-far',
  severity: 'error',
  message: 'The grant lasts 400d; 365d are allowed.',
  fix: 'Set "expires" to 2027-10-30 or earlier.',
  file: FILE,
  line: 3,
  column: 10,
  related: [{ file: 'grants/grantbook.yaml', line: 12, column: 3, message: 'The limit.' }]
}
const note: Finding = {
  ...tooFar,
  code: 'subject-suspended',
  severity: 'note',
  line: 1,
  column: 1,
  related: []
}

function report(findings: readonly Finding[], text: string = TEXT): Report {
  return { findings, counts: countFindings(findings, 2, 1), sources: (file) => (file === FILE ? text : null) }
}

describe('text', () => {
  test('shows place, line, caret, related places and fix', () => {
    expect(renderFindingsText(report([note, tooFar]), false))
      .toBe(`${FILE}:1:1 note subject-suspended The grant lasts 400d; 365d are allowed.
  fix: Set "expires" to 2027-10-30 or earlier.

${FILE}:3:10 error expires-too-far The grant lasts 400d; 365d are allowed.
  3 | expires: 2027-10-31
    |          ^
  see grants/grantbook.yaml:12:3 The limit.
  fix: Set "expires" to 2027-10-30 or earlier.

1 grant in 2 files: 1 error, 0 warnings.
`)
  })

  test('says that nothing is wrong', () => {
    expect(renderFindingsText(report([]), false)).toBe('1 grant in 2 files: nothing wrong.\n')
  })

  test('colours where it may and never otherwise', () => {
    expect(renderFindingsText(report([tooFar]), true)).toContain('\u001b[31merror\u001b[39m')
    expect(renderFindingsText(report([tooFar]), false)).not.toContain('\u001b')
  })

  test('the caret stands below its column, however the line is written', () => {
    const text = 'a\tb: \u001b[31m x\r\nsecond'
    const [, line, caret] = renderFindingsText(
      report([{ ...tooFar, line: 1, column: 12, related: [] }], text),
      false
    ).split('\n')
    expect(line).toBe('  1 | a b: \\u{1b}[31m x')
    expect(caret).toBe('    |                 ^')
  })

  test('a long line is cut around its column', () => {
    const text = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`
    const shown = renderFindingsText(
      report([{ ...tooFar, line: 1, column: 5001, related: [] }], text),
      false
    ).split('\n')
    expect(shown[1]).toBe(`  1 | ${'x'.repeat(80)}HERE${'y'.repeat(76)}`)
    expect(shown[2]).toBe(`    | ${' '.repeat(80)}^`)
  })
})

describe('json', () => {
  test('is one document with sorted keys that its schema accepts', () => {
    const text = renderFindingsJson(report([tooFar]))
    expect(validateOutput.parse(JSON.parse(text))).toEqual(JSON.parse(text))
    expect(text).toBe(`{
  "counts": {
    "errors": 1,
    "files": 2,
    "grants": 1,
    "warnings": 0
  },
  "findings": [
    {
      "code": "expires-too-far",
      "column": 10,
      "file": "${FILE}",
      "fix": "Set \\"expires\\" to 2027-10-30 or earlier.",
      "line": 3,
      "message": "The grant lasts 400d; 365d are allowed.",
      "related": [
        {
          "column": 3,
          "file": "grants/grantbook.yaml",
          "line": 12,
          "message": "The limit."
        }
      ],
      "severity": "error"
    }
  ],
  "format": 1,
  "ok": false
}
`)
  })

  test('is ok with warnings and notes', () => {
    expect(JSON.parse(renderFindingsJson(report([{ ...tooFar, severity: 'warning' }, note])))).toMatchObject({
      ok: true,
      counts: { errors: 0, warnings: 1 }
    })
  })
})

describe('github', () => {
  test('annotates the place and counts the rest', () => {
    expect(renderFindingsGithub(report([note, tooFar]))).toBe(
      `::error file=${FILE},line=3,col=10,title=expires-too-far::The grant lasts 400d; 365d are allowed.%0ASet "expires" to 2027-10-30 or earlier.
::notice file=${FILE},line=1,col=1,title=subject-suspended::The grant lasts 400d; 365d are allowed.%0ASet "expires" to 2027-10-30 or earlier.
1 grant in 2 files: 1 error, 0 warnings.
`
    )
  })

  test('at most ten of a type, errors first', () => {
    const many = [
      ...Array.from({ length: 12 }, (_, n): Finding => ({ ...tooFar, severity: 'warning', line: n + 1 })),
      ...Array.from({ length: 11 }, (_, n): Finding => ({ ...tooFar, line: n + 1 }))
    ]
    const lines = renderFindingsGithub(report(many)).trimEnd().split('\n')
    expect(lines.map((line) => line.slice(0, 9))).toEqual([
      ...Array.from({ length: 10 }, () => '::error f'),
      'and 1 mor',
      ...Array.from({ length: 10 }, () => '::warning'),
      'and 2 mor',
      '1 grant i'
    ])
    expect(lines[10]).toBe('and 1 more error not annotated')
    expect(lines[21]).toBe('and 2 more warnings not annotated')
  })
})

describe('sarif', () => {
  const catalogue = catalogueOf(CHECKS)

  test('is valid by its schema, whatever the findings hold', () => {
    const odd: Finding = {
      ...tooFar,
      code: 'file-unknown',
      message: '{0} [a](javascript:1) \u0000\u001b[31m %41 \ud800',
      file: 'grants/people/a b%#?\ud800\u0001:ü.txt'
    }
    for (const findings of [[], [tooFar], [note, odd, tooFar]]) {
      expect(sarifErrors(JSON.parse(renderFindingsSarif(report(findings), catalogue, '1.2.3')))).toEqual([])
    }
  })

  test('the schema that tests it refuses something else', () => {
    expect(sarifErrors({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([])
  })

  test('names rule, level, place and related places', () => {
    const log: unknown = JSON.parse(renderFindingsSarif(report([tooFar]), catalogue, '1.2.3'))
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'grantbook',
              version: '1.2.3',
              rules: [{ id: 'expires-too-far', defaultConfiguration: { level: 'error' } }]
            }
          },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'expires-too-far',
              ruleIndex: 0,
              level: 'error',
              message: {
                text: 'The grant lasts 400d; 365d are allowed. Set "expires" to 2027-10-30 or earlier.'
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: FILE, uriBaseId: '%SRCROOT%' },
                    region: { startLine: 3, startColumn: 10 }
                  }
                }
              ],
              relatedLocations: [
                {
                  message: { text: 'The limit.' },
                  physicalLocation: { region: { startLine: 12, startColumn: 3 } }
                }
              ]
            }
          ]
        }
      ]
    })
  })
})

test('the summary counts', () => {
  expect(summary({ files: 1, grants: 2, errors: 1, warnings: 2 })).toBe(
    '2 grants in 1 file: 1 error, 2 warnings.'
  )
  expect(summary({ files: 0, grants: 0, errors: 0, warnings: 0 })).toBe('0 grants in 0 files: nothing wrong.')
})
