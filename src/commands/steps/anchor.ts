import type { Gap } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { readCheckRuns } from '../../io/github/check-runs.ts'
import type { GitHub } from '../../io/github/github.ts'
import { newestOf, writeCheckRun } from '../../io/github/write-check-run.ts'
import { send } from '../../io/github/read.ts'
import { runGit } from '../../io/git/run.ts'

/** Name of the check run that holds the head of evidence as its `external_id`. Only our App can alter it. */
export const ANCHOR = 'grantbook evidence'

/** So many commits of the default branch are asked for an anchor: every run leaves one on the tip. */
const DEPTH = 100
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u

/** A head of evidence that a check run names, and the run's number. */
export interface AnchorFound {
  readonly head: string
  readonly check: number
}

/**
 * The newest head of evidence that a check run of an App names on the default branch's own line; null if none does.
 * Throws UnableError if GitHub doesn't answer: a cut must not go unseen because of it.
 */
export async function readAnchor(
  github: GitHub,
  root: string,
  tip: string,
  app: string
): Promise<AnchorFound | null> {
  const listed = await runGit(root, ['rev-list', '--first-parent', `--max-count=${DEPTH}`, tip, '--'])
  for (const commit of listed.toString('utf8').split('\n').filter(Boolean)) {
    const runs = await readCheckRuns(github, commit, ANCHOR)
    if (!runs.ok)
      throw new UnableError(
        `The newest known head of evidence can’t be read on GitHub (${runs.gap.what}: ${runs.gap.why}). Nothing was done.`
      )
    const newest = newestOf(runs.value, app)
    const head = newest?.externalId ?? null
    if (newest && head !== null && SHA.test(head)) return { head, check: newest.id }
  }
  return null
}

/**
 * Whether a check run is our own App's: nobody else may write to it. Writes what stands there already.
 */
export async function isOurs(github: GitHub, check: number): Promise<boolean> {
  const what = `check run "${ANCHOR}"`
  const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
  return (await send(github, what, route, { check_run_id: check, name: ANCHOR })).ok
}

/** Leaves a head of evidence on a commit. Returns what stopped it; null if it stands there, by the App that counts. */
export async function writeAnchor(
  github: GitHub,
  commit: string,
  evidence: string,
  app: string,
  at: Instant
): Promise<Gap | null> {
  const written = await writeCheckRun(
    github,
    {
      name: ANCHOR,
      commit,
      conclusion: 'neutral',
      title: `Evidence stands at ${evidence.slice(0, 12)}`,
      summary: `The branch \`evidence\` stood at \`${evidence}\` after this run. \`grantbook audit\` demands that it contains this commit.`,
      externalId: evidence,
      annotations: [],
      at
    },
    app
  )
  if (!written.ok) return written.gap
  if (!written.value.written) return null
  const runs = await readCheckRuns(github, commit, ANCHOR)
  if (!runs.ok) return runs.gap
  if (newestOf(runs.value, app)?.externalId === evidence) return null
  const why = `GITHUB_TOKEN doesn’t belong to the App "${app}" that the approved settings name`
  return { what: `check run "${ANCHOR}"`, why, passing: false }
}
