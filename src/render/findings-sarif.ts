import type { Location, Log, ReportingDescriptor, Result } from 'sarif'
import type { Finding } from '../book/problem.ts'
import type { CodeEntry } from '../findings/catalogue.ts'
import { plainLine } from './escape.ts'
import { renderJson } from './json.ts'
import type { Report } from './report.ts'

/**
 * Findings in the form that code scanning takes (SARIF 2.1.0, OASIS). Rules are those of the findings, sorted by code.
 * Message texts are plain text in it, without the escapes of `{0}` and `[link](1)` taking effect.
 */
export function renderFindingsSarif(
  { findings }: Report,
  catalogue: ReadonlyMap<string, CodeEntry>,
  version: string
): string {
  const codes = [...new Set(findings.map((finding) => finding.code))].toSorted()
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'grantbook', version, rules: codes.map((code) => rule(code, catalogue.get(code))) }
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, codes.indexOf(finding.code)))
      }
    ]
  }
  return renderJson(log)
}

function rule(code: string, entry: CodeEntry | undefined): ReportingDescriptor {
  if (!entry) return { id: code }
  return {
    id: code,
    shortDescription: { text: entry.doc },
    fullDescription: { text: entry.doc },
    help: { text: entry.fix },
    defaultConfiguration: { level: entry.severity }
  }
}

function result(finding: Finding, ruleIndex: number): Result {
  const { code, severity, message, fix, related } = finding
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: `${sarifText(message)} ${sarifText(fix)}` },
    locations: [location(finding)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((other) => ({
            ...location(other),
            message: { text: sarifText(other.message) }
          }))
        }
      : {})
  }
}

function location({
  file,
  line,
  column
}: {
  readonly file: string
  readonly line: number
  readonly column: number
}): Location {
  const uri = file.split('/').map(encode).join('/')
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column }
    }
  }
}

/** A path's part in a URI; a lone surrogate, which UTF-8 can't say, becomes the replacement character. */
function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))
}

/** Braces are placeholders and brackets links in SARIF's messages (3.11.5, 3.11.6): both are escaped. */
function sarifText(text: string): string {
  return plainLine(text)
    .replace(/[[\]\\]/gu, (c) => `\\${c}`)
    .replaceAll('{', '{{')
    .replaceAll('}', '}}')
}
