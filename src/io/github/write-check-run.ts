import { z } from 'zod'
import { writeInstant, type Instant } from '../../book/instant.ts'
import type { GitHub, Reading } from './github.ts'
import { readCheckRuns, type CheckRun } from './check-runs.ts'
import { clip } from './clip.ts'
import { parsed, send } from './read.ts'

/** A remark on lines of a file, as a check run shows it in the pull request. */
export interface CheckAnnotation {
  readonly path: string
  /** Counted from 1. */
  readonly startLine: number
  readonly endLine: number
  /** Counted from 1; GitHub takes columns only where both lines are the same. */
  readonly column: number | null
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

/** A check run to be written. Its App is the one that the token belongs to. */
export interface NewCheckRun {
  readonly name: string
  readonly commit: string
  readonly conclusion: 'success' | 'failure' | 'action_required' | 'neutral'
  readonly title: string
  /** Markdown. */
  readonly summary: string
  /** What the run is about, for finding it again. */
  readonly externalId: string
  readonly annotations: readonly CheckAnnotation[]
  readonly at: Instant
}

/** A check run that stands. */
export interface WrittenCheckRun {
  readonly id: number
  readonly url: string | null
  /** False: one just like it, the newest of its name by this App, stood there already. */
  readonly written: boolean
}

const LONGEST = { title: 250, summary: 65_000, message: 60_000 }
const BATCH = 50
const made = z.object({ id: z.int().min(1), html_url: z.string().nullish() })

/**
 * Writes a check run: always a new one, because annotations of a run can only be added to, and the newest of a name and
 * App is what counts. If the newest says the same already (`externalId`, conclusion), nothing is written.
 */
export async function writeCheckRun(
  github: GitHub,
  run: NewCheckRun,
  app: string
): Promise<Reading<WrittenCheckRun>> {
  const standing = await readCheckRuns(github, run.commit, run.name)
  if (!standing.ok) return standing
  const newest = newestOf(standing.value, app)
  if (newest && newest.externalId === run.externalId && newest.conclusion === run.conclusion)
    return { ok: true, value: { id: newest.id, url: newest.url, written: false } }
  const what = `check run "${run.name}"`
  const first = await send(github, what, 'POST /repos/{owner}/{repo}/check-runs', {
    name: run.name,
    head_sha: run.commit,
    external_id: run.externalId,
    status: 'completed',
    conclusion: run.conclusion,
    started_at: writeInstant(run.at),
    completed_at: writeInstant(run.at),
    output: outputOf(run, 0)
  })
  if (!first.ok) return first
  const created = parsed(what, first.value, made)
  if (!created.ok) return created
  for (let at = BATCH; at < run.annotations.length; at += BATCH) {
    const more = await send(github, what, 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      check_run_id: created.value.id,
      output: outputOf(run, at)
    })
    if (!more.ok) return more
  }
  return { ok: true, value: { id: created.value.id, url: created.value.html_url ?? null, written: true } }
}

/** The newest run by an App: numbers only grow. */
export function newestOf(runs: readonly CheckRun[], app: string): CheckRun | null {
  return runs.filter((run) => run.app === app).toSorted((a, b) => b.id - a.id)[0] ?? null
}

function outputOf({ title, summary, annotations }: NewCheckRun, from: number): object {
  return {
    title: clip(title, LONGEST.title),
    summary: clip(summary, LONGEST.summary),
    annotations: annotations.slice(from, from + BATCH).map((each) => ({
      path: each.path,
      start_line: each.startLine,
      end_line: each.endLine,
      ...(each.column !== null && each.startLine === each.endLine
        ? { start_column: each.column, end_column: each.column }
        : {}),
      annotation_level: each.level,
      title: clip(each.title, LONGEST.title),
      message: clip(each.message, LONGEST.message)
    }))
  }
}
