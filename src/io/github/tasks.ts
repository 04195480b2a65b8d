import { z } from 'zod'
import type { TaskReference } from '../../nightly/task-reference.ts'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { ask, gap, NOT_THERE, parsed } from './read.ts'

/** How a task ended, in a word (`closed`, `merged`, `inactive`, `completed`); null: it is open. */
export type TaskEnd = string | null

/** What looking at tasks gave. */
export interface SeenTasks {
  /** By key. */
  readonly ends: ReadonlyMap<string, Reading<TaskEnd>>
  /** So many were not looked at, because the run may make no more calls or was stopped. */
  readonly left: number
}

/** With how much may be asked. */
export interface TaskLimits {
  /** At most so many calls. */
  readonly most: number
  readonly signal: AbortSignal
}

/** From so many issues of one repository on, its open ones are listed: a hundred by one call. */
const MANY = 20

/**
 * Looks at each task once. Of a repository with many of them the open issues are listed first, in no more than a tenth of
 * the calls that asking for each would take: whatever stands there is open, and only the others are asked for.
 */
export async function readTasks(
  github: GitHub,
  tasks: readonly TaskReference[],
  { most, signal }: TaskLimits
): Promise<SeenTasks> {
  const ends = new Map<string, Reading<TaskEnd>>()
  const start = github.calls().read
  const may = (): boolean => !signal.aborted && github.calls().read - start < most
  const known = new Map<string, ReadonlySet<number>>()
  let left = 0
  for (const task of tasks) {
    if (task.kind === 'issue' && !known.has(repositoryOf(task)) && may())
      known.set(repositoryOf(task), await openIssues(github, tasks, task))
    if (task.kind === 'issue' && known.get(repositoryOf(task))?.has(task.number))
      ends.set(task.key, { ok: true, value: null })
    else if (may()) ends.set(task.key, await readEnd(github, task))
    else left++
  }
  return { ends, left }
}

function repositoryOf({ owner, repo }: TaskReference): string {
  return `${owner}/${repo}`.toLowerCase()
}

const issue = z.object({
  state: z.enum(['open', 'closed']),
  pull_request: z.object({ merged_at: z.string().nullish() }).nullish()
})
const numbered = z.object({ number: z.int().min(1) })
const status = z.object({ id: z.int(), state: z.string().max(100) })
const run = z.object({ status: z.string().max(100).nullish() })

/** Numbers of open issues of a repository, as many as it pays to list. None where they can't be listed. */
async function openIssues(
  github: GitHub,
  tasks: readonly TaskReference[],
  { owner, repo }: TaskReference
): Promise<ReadonlySet<number>> {
  const own = tasks.filter(
    (one) => one.kind === 'issue' && repositoryOf(one) === repositoryOf({ ...one, owner, repo })
  )
  if (own.length < MANY) return new Set()
  const listed: z.infer<typeof numbered>[] = []
  const most = Math.ceil(own.length / 10) * 100
  await pages(github, {
    what: `open issues of ${owner}/${repo}`,
    route: 'GET /repos/{owner}/{repo}/issues',
    item: numbered,
    parameters: { owner, repo, state: 'open', sort: 'created', direction: 'asc' },
    enough: (found) => {
      listed.splice(0, listed.length, ...found)
      return found.length >= most
    }
  })
  return new Set(listed.map(({ number }) => number))
}

async function readEnd(github: GitHub, task: TaskReference): Promise<Reading<TaskEnd>> {
  const { owner, repo, number } = task
  switch (task.kind) {
    case 'issue':
      return asked(
        github,
        task,
        'GET /repos/{owner}/{repo}/issues/{issue_number}',
        { owner, repo, issue_number: number },
        issue,
        ({ state, pull_request: pull }) => (state === 'open' ? null : pull?.merged_at ? 'merged' : 'closed')
      )
    case 'deployment':
      return asked(
        github,
        task,
        'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
        { owner, repo, deployment_id: number, per_page: 100 },
        status.array(),
        // The newest says how it stands.
        (all) => (all.toSorted((a, b) => b.id - a.id)[0]?.state === 'inactive' ? 'inactive' : null)
      )
    case 'run':
    default:
      return asked(
        github,
        task,
        'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
        { owner, repo, run_id: number },
        run,
        (found) => (found.status === 'completed' ? 'completed' : null)
      )
  }
}

async function asked<T>(
  github: GitHub,
  { key }: TaskReference,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  shape: z.ZodType<T>,
  endOf: (answer: T) => TaskEnd
): Promise<Reading<TaskEnd>> {
  const found = await ask(github, key, route, parameters)
  if (found.kind === 'gap') return { ok: false, gap: found.gap }
  if (found.kind === 'absent') return gap(key, NOT_THERE)
  const read = parsed(key, found.answer.data, shape)
  return read.ok ? { ok: true, value: endOf(read.value) } : read
}
