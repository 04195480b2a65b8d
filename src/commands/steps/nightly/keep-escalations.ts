import type { Gap } from '../../../approval/facts.ts'
import type { Desk } from '../../../io/github/propose/desk.ts'
import { keepIssue } from '../../../io/github/propose/keep-issue.ts'
import { ownIssues } from '../../../io/github/propose/own-issues.ts'
import {
  escalationBody,
  escalationTitle,
  urgentRows,
  type Urgent
} from '../../../render/nightly/escalation.ts'
import type { Sight } from './sight.ts'

/** Bears every issue about access found outside that can't wait. */
const LABEL = 'grantbook: found outside'

/** What became of one such issue. */
export interface KeptEscalation {
  readonly issue: number
  readonly system: string
  readonly state: string
}

/**
 * One issue for each system in which something can't wait: made once, brought up to date every night, closed when nothing is
 * left. What could not be read closes none.
 */
export async function keepEscalations(
  desk: Desk,
  { book, now }: Pick<Sight, 'book' | 'now'>,
  urgent: readonly Urgent[]
): Promise<{ readonly issues: readonly KeptEscalation[]; readonly gaps: readonly Gap[] }> {
  if (urgent.length === 0) return { issues: [], gaps: [] }
  const listed = await ownIssues(desk.github, desk.by, LABEL)
  if (!listed.ok) return { issues: [], gaps: [listed.gap] }
  const issues: KeptEscalation[] = []
  const gaps: Gap[] = []
  for (const one of urgent) {
    const rows = urgentRows(one)
    if (rows.length === 0 && one.unread.length > 0) continue
    const login = book.people.get(one.owner)?.data.github ?? null
    const kept = await keepIssue(desk, listed.value, {
      key: `outside/${one.system}`,
      title: escalationTitle(one.system, rows),
      body: rows.length === 0 ? 'Nothing is left of it.' : escalationBody(one, rows, { login, now }),
      assignees: login === null ? [] : [login],
      labels: [LABEL],
      open: rows.length > 0
    })
    if (!kept.ok) gaps.push(kept.gap)
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, system: one.system, state: kept.value.state })
  }
  return { issues, gaps }
}
