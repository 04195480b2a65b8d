import type { Gap } from '../../../approval/facts.ts'
import { reviewPath, unreviewed } from '../../../findings/emergencies.ts'
import { emergenciesOf, type Emergency } from '../../../findings/uses.ts'
import type { Reading } from '../../../io/github/github.ts'
import type { Desk } from '../../../io/github/propose/desk.ts'
import { keepIssue, type KeptIssue, type WantedIssue } from '../../../io/github/propose/keep-issue.ts'
import { ownIssues } from '../../../io/github/propose/own-issues.ts'
import { contestedBody, contestedTitle, overdueBody, overdueTitle } from '../../../render/nightly/overdue.ts'
import { reviewBranch } from './due-retrospectives.ts'
import type { KeptNotices } from './keep-notices.ts'
import type { Sight } from './sight.ts'

/** Bears every issue about reviews of emergencies. */
const LABEL = 'grantbook: emergency'
const KEY = /<!-- grantbook:about (overdue\/[A-Za-z0-9._/-]+) -->/u

/** What one issue is to say, and to whom. */
type Told = WantedIssue & { readonly person: string }

/**
 * Escalates reviews of emergencies: one issue for each that is overdue, closed when it is merged, and one for each that
 * was merged as contested, which is opened once and then people's.
 */
export async function keepReviews(desk: Desk, sight: Sight): Promise<Pick<KeptNotices, 'issues' | 'gaps'>> {
  const listed = await ownIssues(desk.github, desk.by, LABEL)
  if (!listed.ok) return { issues: [], gaps: [listed.gap] }
  const wanted = [...overdueIn(sight), ...contestedIn(sight)]
  const keys = new Set(wanted.map(({ key }) => key))
  for (const { body, open } of listed.value) {
    const key = KEY.exec(body)?.[1]
    if (open && key !== undefined && !keys.has(key)) wanted.push(over(key))
  }
  const issues: { issue: number; person: string; state: string }[] = []
  const gaps: Gap[] = []
  for (const { person, ...one } of wanted) {
    const settled = one.key.startsWith('contested/') && listed.value.some((issue) => isClosed(issue, one.key))
    if (settled) continue
    const kept: Reading<KeptIssue> = await keepIssue(desk, listed.value, one)
    if (!kept.ok) gaps.push(kept.gap)
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, person, state: kept.value.state })
  }
  return { issues, gaps }
}

function isClosed({ open, body }: { readonly open: boolean; readonly body: string }, key: string): boolean {
  return !open && body.includes(`<!-- grantbook:about ${key} -->`)
}

function overdueIn(sight: Sight): readonly Told[] {
  const { book, ledger, settings, now } = sight
  const { governance } = settings
  return unreviewed(emergenciesOf(ledger.uses), settings.emergency.reviewWithin, now)
    .filter(({ due }) => due <= now)
    .map((one) => {
      const owner = book.entitlements.get(one.emergency.name)?.data.owner ?? null
      const branch = reviewBranch(one.emergency)
      return {
        ...aboutTo(sight, one.emergency, 'overdue'),
        title: overdueTitle(one),
        body: overdueBody(one, { owner, governance, branch }, now)
      }
    })
}

function contestedIn(sight: Sight): readonly Told[] {
  return emergenciesOf(sight.ledger.uses)
    .filter(({ review }) => review?.verdict === 'contested')
    .map((one) => ({
      ...aboutTo(sight, one, 'contested'),
      title: contestedTitle(one),
      body: contestedBody(one, sight.settings.governance)
    }))
}

/** Whom an issue is for: the entitlement's owner, where there is one. */
function aboutTo(
  { book }: Sight,
  emergency: Emergency,
  what: 'overdue' | 'contested'
): Omit<Told, 'title' | 'body'> {
  const person = book.entitlements.get(emergency.name)?.data.owner ?? ''
  const login = book.people.get(person)?.data.github
  const about = reviewPath(emergency).replace(/^grants\/retrospectives\/(.+)\.yaml$/u, '$1')
  return {
    // A key may hold no `--`, an id may.
    key: `${what}/${about.replaceAll(/-(?=-)/gu, '-.')}`,
    person,
    assignees: login === undefined ? [] : [login],
    labels: [LABEL],
    open: true
  }
}

function over(key: string): Told {
  const [title, body] = ['Reviewed', 'The review is merged.']
  return { key, title, body, person: '', assignees: [], labels: [LABEL], open: false }
}
