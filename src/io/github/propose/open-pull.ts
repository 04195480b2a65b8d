import { z } from 'zod'
import type { Reading } from '../github.ts'
import { parsed } from '../read.ts'
import { addLabels } from './describe.ts'
import { write, type Desk } from './desk.ts'
import { bodyOf, titleOf, type Proposal } from './proposal.ts'

const opened = z.object({ number: z.int().min(1) })

/** Opens the pull request of a branch that is there. Gives its number. A gap if there is one already. */
export async function openPull(desk: Desk, proposal: Proposal): Promise<Reading<number>> {
  const what = `pull request from ${proposal.branch}`
  const sent = await write(desk, what, 'POST /repos/{owner}/{repo}/pulls', {
    title: titleOf(proposal.title),
    head: proposal.branch,
    base: proposal.base.branch,
    body: bodyOf(proposal.body)
  })
  if (!sent.ok) return sent
  const made = parsed(what, sent.value, opened)
  if (!made.ok) return made
  const { number } = made.value
  const labelled = await addLabels(desk, number, proposal.labels ?? [])
  if (!labelled.ok) return labelled
  const asked = await askReviewers(desk, number, proposal.reviewers ?? [])
  return asked.ok ? { ok: true, value: number } : asked
}

/** GitHub answers 422 if one of them can't be asked: then whoever has to say something is named in the body all the same. */
function askReviewers(desk: Desk, number: number, reviewers: readonly string[]): Promise<Reading<unknown>> {
  if (reviewers.length === 0) return Promise.resolve({ ok: true, value: null })
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers'
  return write(desk, `reviewers of #${number}`, route, { pull_number: number, reviewers }, [422])
}

/** Opens a closed one again; false: GitHub refuses, because its branch has moved or another one is open. */
export async function reopenPull(desk: Desk, number: number): Promise<Reading<boolean>> {
  const sent = await write(
    desk,
    `pull request #${number}`,
    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    { pull_number: number, state: 'open' },
    [422]
  )
  return sent.ok ? { ok: true, value: sent.value !== null } : sent
}
