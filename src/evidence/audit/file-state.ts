import type { Form } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { OutsideState } from './outside-state.ts'

/** What one grant has on one account of one system, by the record. */
export interface StandingNow {
  readonly system: string
  readonly principal: string
  readonly blob: string | null
  readonly until: Instant
  /** Place of the event that gave it. */
  readonly line: number
  readonly commit: string
}

/** Dates and requester that a grant's file names. */
export interface GrantFacts {
  readonly expires: Instant | null
  readonly starts: Instant | null
  readonly hasStarts: boolean
  readonly requester: string | null
  readonly task: string | null
}

/** What the record has said of one governed file so far. There are as many as files, so it holds little. */
export interface FileState {
  /** Under approved/; null: not there. */
  form: Form | null
  /** When the present form came, by its event; `-Infinity`: at genesis. */
  since: Instant
  /** Forms that have left, with when. */
  left: { readonly blob: string; readonly at: Instant }[]
  /** What the approved form says, if it is a grant's and can be read. */
  grant: GrantFacts | null
  standing: StandingNow[]
  /** An end before its time that holds until another form is approved: of which form, and when. */
  ended: { readonly blob: string | null; readonly at: Instant } | null
  /** Access was found outside under this file: that may be taken away although nobody gave it. */
  found: boolean
  /** What was found there, and what became of it; null for every other file. */
  outside: OutsideState | null
  /** Request that waits for its approval. */
  requested: { readonly pull: string; readonly requester: string | null } | null
}

/** A file of which nothing has been said. */
export function newFileState(): FileState {
  return {
    form: null,
    since: -Infinity,
    left: [],
    grant: null,
    standing: [],
    ended: null,
    found: false,
    outside: null,
    requested: null
  }
}
