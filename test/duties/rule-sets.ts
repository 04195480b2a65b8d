import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/house/root.ts'
import { ACME, type Files } from '../checks/acme.ts'
import { findingsOf } from '../checks/judge.ts'

/** A rule set of `docs/separation-of-duties.md`, with a small book in which somebody breaks it. */
export interface RuleSet {
  readonly name: string
  readonly folder: string
  /** Settings, and everything in its folder but what is expected: path → text. */
  readonly files: Files
}

const FOLDER = `${ROOT}test/duties/rule-sets`

/** All rule sets, by name. */
export function readRuleSets(): readonly RuleSet[] {
  return readdirSync(FOLDER)
    .toSorted()
    .map((name) => {
      const folder = join(FOLDER, name)
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.yaml')
      )
      const files = paths
        .map((path) => path.replaceAll('\\', '/'))
        .toSorted()
        .map((path) => [`grants/${path}`, readFileSync(join(folder, path), 'utf8')] as const)
      const settings = ACME['grants/grantbook.yaml'] ?? ''
      return { name, folder, files: { 'grants/grantbook.yaml': settings, ...Object.fromEntries(files) } }
    })
}

/** Every finding of a book with its repair, two lines each. */
export function tell(files: Files): string {
  return findingsOf(files)
    .map(
      ({ file, line, column, severity, code, message, fix }) =>
        `${file}:${line}:${column} ${severity} ${code} ${message}\n  fix: ${fix}\n`
    )
    .join('')
}
