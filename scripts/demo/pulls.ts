import { z } from 'zod'
import type { Stage } from './stage.ts'

const made = z.object({ number: z.int() })
const sent = z.object({ id: z.int() })
const runs = z.object({
  check_runs: z.array(
    z.object({
      name: z.string(),
      conclusion: z.string().nullable(),
      app: z.object({ slug: z.string() }).nullable(),
      output: z.object({ title: z.string().nullable(), summary: z.string().nullable() })
    })
  )
})

/** What our App's newest check on a commit says. */
export interface Check {
  readonly title: string
  readonly summary: string
  readonly conclusion: string
}

/** Pushes what lies in the clone as a branch of one commit on top of what is checked out. */
export async function push({ as }: Stage, person: string, branch: string, message: string): Promise<void> {
  const { git } = as(person)
  await git('add', '--all')
  await git('commit', '--quiet', `--message=${message}`)
  await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
}

/** Opens a pull request and returns its number. */
export async function open({ as }: Stage, person: string, branch: string, title: string): Promise<number> {
  const answer = await as(person).api('POST', '/pulls', { title, head: branch, base: 'main', body: '' })
  return made.parse(answer).number
}

/** Approves what stands there now. */
export async function approve({ as }: Stage, person: string, pull: number): Promise<number> {
  return sent.parse(await as(person).api('POST', `/pulls/${pull}/reviews`, { event: 'APPROVE' })).id
}

/** Merges, and brings the clone's main up to date. */
export async function merge(stage: Stage, person: string, pull: number): Promise<void> {
  await stage.as(person).api('PUT', `/pulls/${pull}/merge`, {})
  await update(stage)
}

/** Checks out the default branch as the forge has it. */
export async function update({ as }: Stage): Promise<void> {
  const { git } = as('dave')
  await git('fetch', '--quiet', 'origin')
  await git('checkout', '--quiet', '--force', '-B', 'main', 'origin/main')
}

/** The check of our App on what is checked out. */
export async function checkOf({ as }: Stage): Promise<Check> {
  const commit = (await as('dave').git('rev-parse', 'HEAD')).trim()
  const answer = await as('dave').api('GET', `/commits/${commit}/check-runs?check_name=grantbook`)
  const newest = runs.parse(answer).check_runs.find(({ app }) => app?.slug === 'grantbook-acme')
  return {
    title: newest?.output.title ?? '',
    summary: newest?.output.summary ?? '',
    conclusion: newest?.conclusion ?? ''
  }
}
