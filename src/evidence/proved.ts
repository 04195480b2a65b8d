import type { Event } from './events.ts'

/**
 * Whether a file's present form is proved. `reduced`: it was only reduced since, and `blob` is the form that was last
 * proved (null: there was none). `adopted`: it was only reduced since genesis, whose form counts.
 */
export type Proved =
  | { readonly state: 'proved' }
  | { readonly state: 'reduced'; readonly blob: string | null }
  | { readonly state: 'adopted' }

/**
 * What the events of one file say of its last proved form. Only `approved` proves one: a reduction that came with a pull
 * request moved without enough approvals all the same, or it would be recorded as approved.
 */
export function lastProved(events: readonly Event[]): Proved {
  let proved: string | null | undefined
  let reduced = false
  for (const one of events) {
    if (one.event !== 'approved' && one.event !== 'reduced') continue
    reduced = one.event === 'reduced'
    if (!reduced) proved = one.blob
  }
  if (!reduced) return { state: 'proved' }
  return proved === undefined ? { state: 'adopted' } : { state: 'reduced', blob: proved }
}

/**
 * The commit of main up to which everything has been judged: the last seal of files of `runs/`. Two runs that overlap at
 * the turn of a month may write into the older file last, so of several files the latest seal by its time counts; within
 * one file the order of lines does. Null: none of them has one.
 */
export function newestSeal(files: readonly (readonly Event[])[]): string | null {
  let newest: { readonly at: string; readonly commit: string } | null = null
  for (const events of files) {
    const last = events.findLast((one) => one.event === 'sealed' || one.event === 'genesis')
    const commit = last?.event === 'sealed' ? last.sealed : (last?.commit ?? null)
    if (last && commit !== null && (newest === null || last.at > newest.at)) newest = { at: last.at, commit }
  }
  return newest?.commit ?? null
}
