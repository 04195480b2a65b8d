import { z } from 'zod'
import type { Account } from '../../../approval/facts.ts'
import type { GitHub, Reading } from '../github.ts'
import { one } from '../read.ts'
import { someone } from '../shapes.ts'

const issue = z.object({ state: z.enum(['open', 'closed']), closed_by: someone })

/** Who closed a pull request or an issue; null: the account is gone, or it is open. */
export async function readCloser(github: GitHub, number: number): Promise<Reading<Account | null>> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}'
  const read = await one(github, `who closed #${number}`, route, issue, { issue_number: number })
  return read.ok ? { ok: true, value: read.value.closed_by } : read
}
