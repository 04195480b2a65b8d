import { renderJson } from './json.ts'
import type { ValidateDocument } from './output/validate.ts'
import type { Report } from './report.ts'

/** The document of `validate --format json`. */
export function validateDocument({ findings, counts }: Report): ValidateDocument {
  return {
    format: 1,
    ok: counts.errors === 0,
    findings: findings.map((each) => ({ ...each, related: [...each.related] })),
    counts
  }
}

/** Findings as one JSON document. */
export function renderFindingsJson(report: Report): string {
  return renderJson(validateDocument(report))
}
