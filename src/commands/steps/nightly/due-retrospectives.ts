import { sizeLimit } from '../../../book/size-limit.ts'
import { readYaml } from '../../../book/yaml/read.ts'
import type { Event } from '../../../evidence/events.ts'
import { reviewPath, unreviewed } from '../../../findings/emergencies.ts'
import { emergenciesOf, type Emergency } from '../../../findings/uses.ts'
import { ObjectReader } from '../../../io/git/cat-file.ts'
import { eventsAt } from '../../../io/git/events-at.ts'
import type { Due } from '../../../io/github/propose/propose-all.ts'
import { draftOf, type ReviewedForm, type ToReview } from '../../../evidence/to-review.ts'
import { retrospectiveBody, retrospectiveTitle } from '../../../render/nightly/retrospective.ts'
import { askActivity } from './ask-activity.ts'
import { PREFIX, proposal } from './due.ts'
import type { Outlook } from './outlook.ts'
import { approvedText, type Sight } from './sight.ts'

/**
 * One pull request for each emergency that ended and that nobody has reviewed, whether or not its file still stands: it
 * adds the review and removes the grant.
 */
export async function dueRetrospectives(outlook: Outlook): Promise<readonly Due[]> {
  const { book, ledger, now, systems, differences, settings } = outlook.sight
  const changed = new Set(differences.map(({ path }) => path))
  const due: Due[] = []
  const waiting = unreviewed(emergenciesOf(ledger.uses), settings.emergency.reviewWithin, now)
  for (const { emergency, due: by } of waiting) {
    const path = reviewPath(emergency)
    if (systems !== null && !systems.has(emergency.system)) continue
    if (changed.has(path)) continue
    const review = await gather(outlook, emergency, path, by)
    const owner = book.entitlements.get(emergency.name)?.data.owner ?? null
    const over = [...new Set(emergency.uses.map((use) => use.path))].filter((file) => {
      const grant = book.grants.get(file)
      return grant && (grant.expires ?? now) <= now && !changed.has(file)
    })
    due.push({
      since: emergency.until,
      proposal: proposal(outlook.sight, {
        branch: reviewBranch(emergency),
        title: retrospectiveTitle(review),
        body: retrospectiveBody(review, owner, now),
        files: [
          { path, text: draftOf(review, await approvedText(outlook.sight, path)) },
          ...over.map((file) => ({ path: file, text: null }))
        ]
      })
    })
  }
  return due
}

/** Where an emergency's review is proposed: of several emergencies of one subject each has its own. */
export function reviewBranch(emergency: Emergency): string {
  const path = reviewPath(emergency)
  return `${PREFIX}${path.replace(/^grants\/retrospectives\/(.+)\.yaml$/u, 'retrospective/$1')}`
}

/** Everything that the record says of an emergency, and what its systems tell of it. */
async function gather(outlook: Outlook, emergency: Emergency, path: string, due: number): Promise<ToReview> {
  const { sight } = outlook
  const events: Event[] = []
  for (const file of new Set(emergency.uses.map((use) => use.path)))
    events.push(...(await eventsAt(sight.root, sight.evidence, file)))
  const used = await askActivity(outlook, emergency, events)
  return { emergency, due, path, forms: await formsOf(sight, emergency, events), used }
}

/** What each form said that gave access: git keeps it, whatever became of the file. */
async function formsOf(
  { root }: Sight,
  { uses }: Emergency,
  events: readonly Event[]
): Promise<readonly ReviewedForm[]> {
  const reader = new ObjectReader(root)
  try {
    const bytes = await reader.read(uses.flatMap(({ blob }) => (blob === '' ? [] : [blob])))
    return uses.map(({ blob, from, until }) => {
      const content = bytes.get(blob)
      const { data } = content ? readYaml(content, sizeLimit('emergency')) : { data: null }
      const text = (field: string): string => {
        const value = data && Object.hasOwn(data, field) ? data[field] : ''
        return typeof value === 'string' ? value : ''
      }
      const approved = events.filter((one) => one.event === 'approved' && one.blob === blob)
      return {
        incident: text('incident'),
        reason: text('reason'),
        from,
        until,
        approved: approved.filter(isApproved)
      }
    })
  } finally {
    reader.close()
  }
}

function isApproved(one: Event): one is Extract<Event, { readonly event: 'approved' }> {
  return one.event === 'approved'
}
