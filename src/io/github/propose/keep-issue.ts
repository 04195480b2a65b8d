import { z } from 'zod'
import { plain } from '../../../book/quote.ts'
import type { Reading } from '../github.ts'
import { gap, parsed } from '../read.ts'
import { addLabels, missingLabels } from './describe.ts'
import { write, type Desk } from './desk.ts'
import type { OwnIssue } from './own-issues.ts'
import { bodyOf, sameText, titleOf } from './proposal.ts'

/** One issue as it is to be. */
export interface WantedIssue {
  /** What it is about, for finding it again: `notice/alice`. Letters, digits and `._/-`. */
  readonly key: string
  readonly title: string
  /** Markdown, everything from outside escaped. */
  readonly body: string
  /** Asked for when it is made or opened again; whoever takes himself off afterwards stays off. */
  readonly assignees: readonly string[]
  /** Put on if missing. The one that `ownIssues` was asked with must be among them. */
  readonly labels: readonly string[]
  /** False: there is nothing left to say. */
  readonly open: boolean
}

/** What became of an issue. */
export interface KeptIssue {
  /** Null: there is none, and none is needed. */
  readonly number: number | null
  readonly state: 'opened' | 'updated' | 'unchanged' | 'closed' | 'reopened' | 'none'
}

const ISSUE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'
const made = z.object({ number: z.int().min(1) })

/**
 * One issue for each key, among those that `ownIssues` listed: made, edited in place, closed when nothing is left to say,
 * opened again. It is known by a hidden marker, and should somebody have taken that out, by its title. Should there be
 * several, the oldest is kept and the others are closed.
 */
export async function keepIssue(
  desk: Desk,
  issues: readonly OwnIssue[],
  wanted: WantedIssue
): Promise<Reading<KeptIssue>> {
  if (!/^[A-Za-z0-9._/-]{1,200}$/u.test(wanted.key) || wanted.key.includes('--'))
    return gap('issue', `${plain(wanted.key)} is no key`, false)
  const found = issues.filter((issue) => isAbout(issue, wanted))
  const [kept = null, ...more] = found.toSorted(
    (a, b) => Number(b.open) - Number(a.open) || a.number - b.number
  )
  for (const second of more.filter(({ open }) => open)) {
    const closed = await edit(desk, second.number, { state: 'closed', state_reason: 'not_planned' })
    if (!closed.ok) return closed
  }
  if (kept === null)
    return wanted.open ? create(desk, wanted) : { ok: true, value: { number: null, state: 'none' } }
  if (!wanted.open) {
    if (!kept.open) return told(kept, 'unchanged')
    const closed = await edit(desk, kept.number, { state: 'closed', state_reason: 'completed' })
    return closed.ok ? told(kept, 'closed') : closed
  }
  return bring(desk, kept, wanted)
}

/** Brings one that is there to what it is to be. */
async function bring(desk: Desk, kept: OwnIssue, wanted: WantedIssue): Promise<Reading<KeptIssue>> {
  const [title, body] = [titleOf(wanted.title), bodyWithMarker(wanted)]
  const changed = {
    ...(kept.open ? {} : { state: 'open' }),
    ...(sameText(kept.title, title) ? {} : { title }),
    ...(sameText(kept.body, body) ? {} : { body })
  }
  const edits = Object.keys(changed).length > 0
  if (edits) {
    const edited = await editWith(desk, kept, changed, kept.open ? [] : wanted.assignees)
    if (!edited.ok) return edited
  }
  const missing = missingLabels(kept.labels, wanted.labels)
  const labelled = await addLabels(desk, kept.number, missing)
  if (!labelled.ok) return labelled
  if (!kept.open) return told(kept, 'reopened')
  return told(kept, edits || missing.length > 0 ? 'updated' : 'unchanged')
}

async function create(desk: Desk, wanted: WantedIssue): Promise<Reading<KeptIssue>> {
  const what = `issue ${wanted.key}`
  const route = 'POST /repos/{owner}/{repo}/issues'
  const issue = { title: titleOf(wanted.title), body: bodyWithMarker(wanted), labels: wanted.labels }
  let sent = await write(
    desk,
    what,
    route,
    { ...issue, assignees: wanted.assignees },
    unless(wanted.assignees)
  )
  // Who can't be assigned (no access, gone) mustn't keep the others from being told.
  if (sent.ok && sent.value === null) sent = await write(desk, what, route, issue)
  if (!sent.ok) return sent
  const created = parsed(what, sent.value, made)
  return created.ok ? { ok: true, value: { number: created.value.number, state: 'opened' } } : created
}

async function editWith(
  desk: Desk,
  { number }: OwnIssue,
  changed: object,
  assignees: readonly string[]
): Promise<Reading<unknown>> {
  if (assignees.length === 0) return edit(desk, number, changed)
  const sent = await edit(desk, number, { ...changed, assignees }, unless(assignees))
  return sent.ok && sent.value === null ? edit(desk, number, changed) : sent
}

function edit(
  desk: Desk,
  number: number,
  changed: object,
  fine: readonly number[] = []
): Promise<Reading<unknown>> {
  return write(desk, `issue #${number}`, ISSUE, { issue_number: number, ...changed }, fine)
}

/** GitHub answers 422 if one of them can't be assigned. */
function unless(assignees: readonly string[]): readonly number[] {
  return assignees.length > 0 ? [422] : []
}

function isAbout(issue: OwnIssue, { key, title }: WantedIssue): boolean {
  if (issue.body.includes(markerOf(key))) return true
  return issue.open && !issue.body.includes(MARKER) && sameText(issue.title, titleOf(title))
}

const MARKER = '<!-- grantbook:about '
/** Leaves room for the marker. Bytes. */
const LONGEST = 64_500

function markerOf(key: string): string {
  return `${MARKER}${key} -->`
}

function bodyWithMarker({ body, key }: WantedIssue): string {
  const marker = markerOf(key)
  return `${bodyOf(body, LONGEST)}\n\n${marker}`
}

function told({ number }: OwnIssue, state: KeptIssue['state']): Reading<KeptIssue> {
  return { ok: true, value: { number, state } }
}
