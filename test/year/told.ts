import { z } from 'zod'
import type { Ran } from '../support/repository.ts'

const document = z.object({
  ok: z.boolean(),
  outcomes: z.array(
    z.object({
      grant: z.string().nullable(),
      system: z.string(),
      action: z.string().nullable(),
      state: z.string(),
      why: z.string()
    })
  ),
  pulls: z.array(z.object({ pull: z.number().nullable(), branch: z.string(), state: z.string() })).default([])
})

/** What a run said of itself. */
export interface Told extends z.infer<typeof document> {
  readonly command: 'apply' | 'nightly'
  readonly status: number
  readonly err: string
  /** It came to no result at all. */
  readonly died: boolean
}

/** Reads what a run printed. */
export function toldBy(command: Told['command'], { err, out, status }: Ran): Told {
  const nothing = { ok: false, outcomes: [], pulls: [] }
  const said = out === '' ? nothing : document.parse(JSON.parse(out))
  return { command, status, err, died: out === '', ...said }
}

/** What a run said could not be done, beside its outcomes. */
export function errorsIn({ err }: Told): readonly string[] {
  return err.split('\n').filter((line) => line.startsWith('error:'))
}

/** Whether a run said that something about a grant, or about its whole system, went wrong or waits. */
export function tellsOf({ died, outcomes }: Told, path: string, system: string, principal: string): boolean {
  const wrong = outcomes.filter(({ state }) => state === 'failed' || state === 'held' || state === 'refused')
  return (
    died ||
    wrong.some(
      ({ grant, why, ...one }) =>
        grant === path ||
        (grant === null &&
          (one.system === '' || (one.system === system && (why.includes(principal) || one.action === null))))
    )
  )
}
