import { z } from 'zod'
import type { Instant } from '../../book/instant.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { gap } from './read.ts'
import { instant, sha } from './shapes.ts'

/** One check run on a commit. */
export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly commit: string
  /** Slug of the App that made it; null if GitHub doesn't say. Anybody may take a name, nobody another's App. */
  readonly app: string | null
  readonly externalId: string | null
  readonly conclusion: string | null
  readonly startedAt: Instant | null
  readonly url: string | null
}

const run = z.object({
  id: z.int().min(1),
  name: z.string(),
  head_sha: sha,
  external_id: z.string().nullish(),
  conclusion: z.string().nullish(),
  started_at: instant.nullish(),
  html_url: z.string().nullish(),
  app: z.object({ slug: z.string().nullish() }).nullish()
})
const page = z.object({ total_count: z.int().min(0), check_runs: z.array(z.unknown()) })

/** All check runs of one name on a commit, whoever made them, superseded ones too. */
export async function readCheckRuns(
  github: GitHub,
  commit: string,
  name: string
): Promise<Reading<readonly CheckRun[]>> {
  const what = `check runs of ${commit.slice(0, 12)}`
  let total: number | null = null
  const read = await pages(github, {
    what,
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    item: run,
    parameters: { ref: commit, check_name: name, filter: 'all' },
    pick: (data) => {
      const { success, data: found } = page.safeParse(data)
      if (!success) return null
      total ??= found.total_count
      return found.check_runs
    }
  })
  if (!read.ok) return read
  if (total !== null && read.value.length < total) return gap(what, 'fewer are listed than GitHub counts')
  return {
    ok: true,
    value: read.value
      .filter((each) => each.name === name)
      .map(({ id, head_sha, external_id, conclusion, started_at, html_url, app }) => ({
        id,
        name,
        commit: head_sha,
        app: app?.slug ?? null,
        externalId: external_id ?? null,
        conclusion: conclusion ?? null,
        startedAt: started_at ?? null,
        url: html_url ?? null
      }))
  }
}
