import { generateCodeowners, CODEOWNERS_PATH } from '../../../approval/codeowners/generate.ts'
import type { Due } from '../../../io/github/propose/propose-all.ts'
import type { Proposal } from '../../../io/github/propose/proposal.ts'
import { expired } from '../../../nightly/expired.ts'
import { unproved } from '../../../nightly/unproved.ts'
import { expiredBody, expiredTitle } from '../../../render/nightly/expired.ts'
import { unprovedBody, unprovedTitle } from '../../../render/nightly/unproved.ts'
import { approvedText, type Sight } from './sight.ts'

/** Every branch of ours begins so. */
export const PREFIX = 'grantbook/'
/** Bears every pull request that the nightly opens. */
export const LABEL = 'grantbook'

/** Pull requests that delete the files of what has ended, one for each entitlement. */
export function dueExpired(sight: Sight): readonly Due[] {
  const changed = new Set(sight.differences.map(({ path }) => path))
  const matters = expired({ ...sight, onMain: (path) => !changed.has(path) })
  return matters
    .filter(({ entitlement }) => sight.systems?.has(entitlement.split('/')[0] ?? '') ?? true)
    .map((matter) => ({
      since: matter.since,
      proposal: proposal(sight, {
        branch: `${PREFIX}expired/${matter.entitlement}`,
        title: expiredTitle(matter),
        body: expiredBody(matter),
        files: matter.ended.map(({ path }) => ({ path, text: null }))
      })
    }))
}

/** One pull request that restores what nobody approved. */
export async function dueUnproved(sight: Sight): Promise<readonly Due[]> {
  const files = unproved(sight.differences, sight.ledger)
  if (files.length === 0) return []
  const wanted = []
  for (const { path } of files) wanted.push({ path, text: await approvedText(sight, path) })
  return [
    {
      since: -Infinity,
      proposal: proposal(sight, {
        branch: `${PREFIX}restore`,
        title: unprovedTitle(files),
        body: unprovedBody(files),
        files: wanted
      })
    }
  ]
}

/** One pull request that brings CODEOWNERS to what the files generate. `present`: what the default branch has. */
export function dueCodeowners(sight: Sight, present: string | null): readonly Due[] {
  const text = generateCodeowners(sight.book)
  // Where the files differ from the approved ones, their CODEOWNERS may too: first things first.
  if (text === null || text === present || sight.differences.length > 0) return []
  return [
    {
      since: -Infinity,
      proposal: proposal(sight, {
        branch: `${PREFIX}codeowners`,
        title: 'Bring CODEOWNERS to what the files say',
        body: 'GitHub asks the wrong people for reviews while this file isn’t what the files under `grants/` generate. Grantbook itself doesn’t follow it.\n\n- **Merge:** GitHub asks whom Grantbook would.\n- **Close:** nothing changes, and it comes back tomorrow.',
        files: [{ path: CODEOWNERS_PATH, text }]
      })
    }
  ]
}

/** What all proposals of the nightly have alike. */
export function proposal(
  { base }: Sight,
  given: Pick<Proposal, 'branch' | 'title' | 'body' | 'files' | 'reviewers'>
): Proposal {
  return { ...given, message: given.title, base, labels: [LABEL], reopen: true }
}
