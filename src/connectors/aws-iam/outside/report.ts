import { readInstant, type Instant } from '../../../book/instant.ts'

/** One user's line of the credential report (IAM user guide, "credential reports"), or the root user's. */
export interface ReportLine {
  readonly arn: string
  readonly created: Instant | null
  readonly password: boolean
  readonly passwordUsed: Instant | null
  readonly mfa: boolean
  /** The keys that exist, one or two. The report never tells their ids. */
  readonly keys: readonly {
    readonly active: boolean
    readonly changed: Instant
    readonly lastUsed: Instant | null
    /** With which service it was used then; null: not told. */
    readonly service: string | null
  }[]
}

/** How the report calls the root user. */
const ROOT = '<root_account>'

/** Lines by ARN, without those that can't be read; null if it isn't a report that we know. */
export function readReport(text: string): ReadonlyMap<string, ReportLine> | null {
  const [head = '', ...lines] = text.split(/\r?\n/u)
  const columns = head.split(',')
  if (columns[0] !== 'user' || columns[1] !== 'arn' || !NEEDED.every((name) => columns.includes(name)))
    return null
  const read = lines.map((each) => readLine(each, columns)).filter((each) => each !== null)
  return new Map(read.map((each) => [each.arn, each]))
}

const NEEDED = [
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'mfa_active',
  ...['1', '2'].flatMap((n) => [
    `access_key_${n}_active`,
    `access_key_${n}_last_rotated`,
    `access_key_${n}_last_used_date`
  ])
]

/**
 * Names and paths of users may hold commas, paths quotes too; everything after them can't. So cells are counted from the
 * end, and the ARN begins at the first `,arn:`, because a name has no colon. Null: nothing that can be told whose it is.
 */
function readLine(text: string, columns: readonly string[]): ReportLine | null {
  const all = text.split(',')
  const rest = columns.length - 2
  const cells = all.slice(-rest)
  const [, user, quote, raw] = /^"?([^:]*?)"?,("?)(arn:.*)$/u.exec(all.slice(0, -rest).join(',')) ?? []
  if (user === undefined || raw === undefined) return null
  const arn = quote === '' ? raw : raw.replace(/"$/u, '').replaceAll('""', '"')
  const cell = (name: string): string => cells[columns.indexOf(name) - 2] ?? ''
  return {
    arn,
    created: readTime(cell('user_creation_time')),
    // Of the root user the report says `not_supported`: it always has a password.
    password: cell('password_enabled') === 'true' || user === ROOT,
    passwordUsed: readTime(cell('password_last_used')),
    mfa: cell('mfa_active') === 'true',
    keys: ['1', '2'].flatMap((n) => {
      const active = cell(`access_key_${n}_active`) === 'true'
      const changed = readTime(cell(`access_key_${n}_last_rotated`))
      const lastUsed = readTime(cell(`access_key_${n}_last_used_date`))
      const service = wordIn(cell(`access_key_${n}_last_used_service`))
      return changed === null ? [] : [{ active, changed, lastUsed, service }]
    })
  }
}

/** `2026-11-01T00:00:00+00:00`; null for `N/A`, `no_information` and `not_supported`. */
function readTime(text: string): Instant | null {
  return readInstant(text, 'end')
}

/** A service as the report names it (`s3`); null for `N/A` and whatever is no such name. */
function wordIn(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,62}$/u.test(text) ? text : null
}

/** With which service the report says that a key was used at that very time; null: it doesn't, or of two keys. */
export function serviceIn({ keys }: ReportLine, lastUsed: Instant | null): string | null {
  const [one, other] = keys.filter((key) => lastUsed !== null && key.lastUsed === lastUsed)
  return one && !other ? one.service : null
}

/**
 * When the report says that a key was last used (null: never), by when the key was made: the report has no ids. `ask`: it
 * doesn't tell of this key surely. `count`: how many keys the user has now.
 */
export function useIn(line: ReportLine, created: Instant | null, count: number): Instant | null | 'ask' {
  const [exact, second] = line.keys.filter(({ changed }) => changed === created)
  if (exact && !second) return exact.lastUsed
  const [only, other] = line.keys
  const isSame = count === 1 && only && !other && created !== null && only.changed > created
  return isSame ? only.lastUsed : 'ask'
}
