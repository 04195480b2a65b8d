import type { Grant } from '../../../book/book.ts'
import { readInstant, type Instant } from '../../../book/instant.ts'
import { eventsPath, readLines } from '../../../evidence/lines.ts'
import { unreviewed } from '../../../findings/emergencies.ts'
import { fileAt } from '../../../io/git/at-path.ts'
import { LARGEST_EVENTS } from '../../../io/git/evidence-walk.ts'
import type { Due } from '../../../io/github/propose/propose-all.ts'
import { draftOf, toReview } from '../../../nightly/retrospectives.ts'
import { retrospectiveBody, retrospectiveTitle } from '../../../render/nightly/retrospective.ts'
import { PREFIX, proposal } from './due.ts'
import type { Sight } from './sight.ts'

/** One pull request for each emergency that ended and that nobody has reviewed: it adds the review and removes the grant. */
export async function dueRetrospectives(sight: Sight): Promise<readonly Due[]> {
  const { book, evidence, now, systems, differences } = sight
  const changed = new Set(differences.map(({ path }) => path))
  const due: Due[] = []
  for (const { grant, due: by } of unreviewed(book, now)) {
    if (systems !== null && !systems.has(grant.system)) continue
    if (changed.has(grant.path)) continue
    const start = grant.starts ?? (await issuedAt(sight.root, evidence, grant)) ?? by
    const review = toReview(grant, Math.min(start, grant.expires ?? start), by)
    const owner = book.entitlements.get(grant.name)?.data.owner ?? null
    due.push({
      since: grant.expires ?? now,
      proposal: proposal(sight, {
        branch: `${PREFIX}retrospective/${grant.name}/${grant.subject}`,
        title: retrospectiveTitle(review),
        body: retrospectiveBody(review, owner, now),
        files: [
          { path: review.path, text: draftOf(review) },
          { path: grant.path, text: null }
        ]
      })
    })
  }
  return due
}

/** When the record says that a grant in its present form was first issued; null: it doesn't. */
async function issuedAt(root: string, evidence: string, { path, blob }: Grant): Promise<Instant | null> {
  const text = await fileAt(root, evidence, eventsPath(path), LARGEST_EVENTS)
  if (text === null) return null
  const { events } = readLines(text.toString('utf8'))
  const first = events.find((one) => one.event === 'issued' && one.blob === blob)
  return first ? readInstant(first.at, 'start') : null
}
