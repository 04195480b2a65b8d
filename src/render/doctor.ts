import { createColors } from 'picocolors'
import type { DoctorFinding } from '../doctor/check.ts'
import { logLine } from './escape.ts'
import { renderFindingsGithub } from './findings-github.ts'
import { renderJson } from './json.ts'
import type { DoctorDocument } from './output/doctor.ts'
import { countFindings, plural } from './report.ts'

/** The document of `doctor --format json`. */
export function renderDoctorJson(findings: readonly DoctorFinding[]): string {
  const document: DoctorDocument = {
    format: 1,
    ok: isHealthy(findings),
    findings: findings.map((finding) => ({ ...finding, related: [] }))
  }
  return renderJson(document)
}

/** Findings for people: where, severity, code and message; the setting or command that mends it. Then one summary line. */
export function renderDoctorText(findings: readonly DoctorFinding[], colour: boolean): string {
  const paint = createColors(colour)
  const tints = { error: paint.red, warning: paint.yellow, note: paint.cyan }
  const lines = findings.flatMap(({ where, severity, code, message, fix, file, line }) => {
    const at = where === 'repository' ? `${logLine(file)}:${line}` : where
    return [
      `${paint.bold(at)} ${tints[severity](severity)} ${paint.dim(code)} ${logLine(message)}`,
      `  fix: ${logLine(fix)}`,
      ''
    ]
  })
  return `${[...lines, summary(findings)].join('\n')}\n`
}

/** Findings as annotations of a workflow's log. */
export function renderDoctorGithub(findings: readonly DoctorFinding[]): string {
  const annotated = renderFindingsGithub({
    findings,
    counts: countFindings(findings, 0, 0),
    sources: () => null
  })
  const lines = annotated.split('\n').slice(0, -2)
  return `${[...lines, summary(findings)].join('\n')}\n`
}

/** Whether nothing is set up wrongly. What can't be told is a warning. */
export function isHealthy(findings: readonly DoctorFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function summary(findings: readonly DoctorFinding[]): string {
  const { errors, warnings } = countFindings(findings, 0, 0)
  return errors + warnings === 0
    ? 'Everything is set up as it should be.'
    : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`
}
