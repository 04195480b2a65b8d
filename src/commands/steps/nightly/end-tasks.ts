import { few } from '../../../book/few.ts'
import { endedByTask } from '../../../evidence/record.ts'
import type { GitHub } from '../../../io/github/github.ts'
import { readTasks, type SeenTasks } from '../../../io/github/tasks.ts'
import { guardEnds, type GuardedEnds } from '../../../nightly/task-guard.ts'
import { inTurn, tasksOf, type TaskMatter } from '../../../nightly/tasks.ts'
import { logLine } from '../../../render/escape.ts'
import { plural } from '../../../render/report.ts'
import type { Io } from '../../command.ts'
import type { Recorder } from '../recorder.ts'
import type { Sight } from './sight.ts'

/** So many calls one night makes for tasks; who isn't looked at has a turn in the nights that follow. */
export const MOST_CALLS = 1000

/** With what tasks are looked at. */
export interface TaskLook {
  readonly sight: Sight
  readonly github: GitHub
  /** Opened when there is something to record. */
  readonly recorder: () => Promise<Recorder>
  readonly io: Io
  /** {@link MOST_CALLS}, unless a test says otherwise. */
  readonly most?: number
}

/** What came of it. */
export interface EndedTasks {
  /** Paths of the grants that were ended. */
  readonly over: readonly string[]
  /** Whether more tasks are over than may end what they justify at once. */
  readonly withheld: boolean
}

/**
 * Looks at the tasks of workloads' grants, each once, and ends for good what one that is over justified: recorded, so that
 * no later run brings it back. What can't be looked at is told and ends nothing; of many at once, some wait.
 */
export async function endTasks(look: TaskLook): Promise<EndedTasks> {
  const { sight, github, recorder, io, most = MOST_CALLS } = look
  const { host } = new URL(sight.repository)
  const { open, unknown } = tasksOf(sight.book, sight.desired, host)
  const turn = inTurn(open, most, sight.now)
  const limits = { most, signal: io.signal }
  const seen = await readTasks(
    github,
    turn.map(({ task }) => task),
    limits
  )
  tell(seen, unknown, io)
  const ends = turn.map((matter) => endOf(matter, seen)).filter((grants) => grants.length > 0)
  const { guard, at } = sight.desired
  const ended = sight.ledger.ended.values()
  const guarded = guardEnds(ends, { settings: guard, open: open.length, ended, now: at })
  tellWithheld(guarded, io)
  const over = guarded.now.flat()
  const withheld = guarded.withheld.length > 0
  if (over.length === 0) return { over: [], withheld }
  const record = await recorder()
  await record.append(
    'End what has no task any more',
    over.map(({ path, task, how }) => endedByTask(path, task, how, record.facts))
  )
  return { over: over.map(({ path }) => path).toSorted(), withheld }
}

interface Over {
  readonly path: string
  /** As the file names it. */
  readonly task: string
  readonly how: string
}

function endOf({ task: { key }, grants }: TaskMatter, { ends }: SeenTasks): readonly Over[] {
  const end = ends.get(key)
  const how = end?.ok ? end.value : null
  if (how === null) return []
  return grants.flatMap(({ path, task }) => (task === null ? [] : [{ path, task, how }]))
}

/** So many of each are told by name. */
const NAMED = 20

function tellWithheld({ withheld, most }: GuardedEnds<readonly Over[]>, io: Io): void {
  if (withheld.length === 0) return
  const tasks = withheld.flatMap(([first]) => first?.task ?? [])
  io.err(
    `error: ${logLine(
      `More tasks are over at once than the ${plural(most, 'task')} that "guard" lets end within 24 hours: ${few(tasks, NAMED)} wait for the nights that follow. If they are over indeed, delete the files of the grants, or raise guard.share; if not, see why GitHub says so.`
    )}\n`
  )
}

function tell({ ends, left }: SeenTasks, unknown: ReadonlyMap<string, number>, io: Io): void {
  const warn = (text: string): void => io.err(`warning: ${logLine(text)}\n`)
  const gaps = [...ends].flatMap(([key, end]) => (end.ok ? [] : [`${key}: ${end.gap.why}`]))
  for (const gap of gaps.slice(0, NAMED)) warn(`Task ${gap}. What it justifies goes on to its own end.`)
  if (gaps.length > NAMED) warn(`${plural(gaps.length - NAMED, 'more task')} could not be read either.`)
  const others = [...unknown].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [why, count] of others.slice(0, NAMED))
    warn(`The task of ${plural(count, 'grant')} ${why}: nobody sees when it is over.`)
  const rest = others.slice(NAMED).reduce((sum, [, count]) => sum + count, 0)
  if (rest > 0) warn(`The tasks of ${plural(rest, 'more grant')} can’t be looked at either.`)
  if (left > 0)
    warn(`${plural(left, 'task')} could not be looked at in this run; they have their turn later.`)
}
