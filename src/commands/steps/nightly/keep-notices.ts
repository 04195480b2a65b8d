import { unownedBody, unownedTitle, type Unowned } from '../../../render/nightly/ownerless.ts'
import type { Gap } from '../../../approval/facts.ts'
import { readDuration } from '../../../book/duration.ts'
import type { Desk } from '../../../io/github/propose/desk.ts'
import { keepIssue } from '../../../io/github/propose/keep-issue.ts'
import { ownIssues } from '../../../io/github/propose/own-issues.ts'
import { notices, type Notice } from '../../../nightly/notices.ts'
import { noticeBody, noticeTitle } from '../../../render/nightly/notice.ts'
import type { Sight } from './sight.ts'

/** Bears every issue that tells somebody what ends. */
const LABEL = 'grantbook: ends soon'
const KEY = /<!-- grantbook:about notice\/([a-z0-9-]+) -->/u

/** What became of the notices. */
export interface KeptNotices {
  readonly notices: readonly Notice[]
  readonly issues: readonly { readonly issue: number; readonly person: string; readonly state: string }[]
  readonly gaps: readonly Gap[]
}

/**
 * One issue for each person whose access ends soon, and one that asks governance for owners, kept up to date, closed when
 * there is nothing left to say.
 */
export async function keepNotices(
  desk: Desk,
  sight: Sight,
  unowned: readonly Unowned[]
): Promise<KeptNotices> {
  const within = readDuration(sight.settings.notice) ?? 0
  const all = notices(sight.book, sight.desired, within)
  const listed = await ownIssues(desk.github, desk.by, LABEL)
  if (!listed.ok) return { notices: all, issues: [], gaps: [listed.gap] }
  const told = new Map(all.map((notice) => [notice.person, notice]))
  const before = listed.value.flatMap(({ body, open }) => (open ? (KEY.exec(body)?.[1] ?? []) : []))
  const issues: { issue: number; person: string; state: string }[] = []
  const gaps: Gap[] = []
  for (const person of [...new Set([...told.keys(), ...before])].toSorted()) {
    const notice = told.get(person)
    const login = sight.book.people.get(person)?.data.github
    const kept = await keepIssue(desk, listed.value, {
      key: `notice/${person}`,
      title: notice ? noticeTitle(notice) : `${person}: nothing ends soon`,
      body: notice
        ? noticeBody(notice, sight.repository, sight.base.branch)
        : 'Nothing of this person’s ends soon any more.',
      assignees: login === undefined ? [] : [login],
      labels: [LABEL],
      open: notice !== undefined
    })
    if (!kept.ok) gaps.push(kept.gap)
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, person, state: kept.value.state })
  }
  const { governance } = sight.settings
  const asked = await keepIssue(desk, listed.value, {
    key: 'governance/owners',
    title: unownedTitle(unowned),
    body: unownedBody(unowned, governance),
    assignees: [],
    labels: [LABEL],
    open: unowned.length > 0
  })
  if (!asked.ok) gaps.push(asked.gap)
  else if (asked.value.number !== null)
    issues.push({ issue: asked.value.number, person: governance, state: asked.value.state })
  return { notices: all, issues: issues.toSorted((a, b) => (a.person < b.person ? -1 : 1)), gaps }
}
