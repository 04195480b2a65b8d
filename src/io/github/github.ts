import type { Octokit } from '@octokit/rest'
import type { Gap } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { Budget } from './budget.ts'

/** One repository on GitHub, reached with one token. */
export interface GitHub {
  readonly octokit: Octokit
  readonly owner: string
  readonly repo: string
  /** Where git reaches it: `https://github.com/acme/access.git`. */
  readonly remote: GitRemote
  /** What may still be written; {@link send} takes every write from it. */
  readonly budget: Budget
  /** REST calls so far. */
  calls(): { readonly read: number; readonly write: number }
  /** GitHub's clock at its last answer; null: it hasn't answered yet, or didn't say. */
  serverTime(): Instant | null
}

/** Where git fetches from and pushes to, and how it proves who it is. The token never stands in a command line. */
export interface GitRemote {
  readonly url: string
  readonly token: string | null
}

/** What a read gave: a value that is whole, or why it isn't. An empty value is an answer; an unreadable one never is. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly gap: Gap }
