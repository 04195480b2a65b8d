import type { Instant } from '../../book/instant.ts'
import { ApiError } from './error.ts'
import type { Actor, Allowance, ForgeState } from './state.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CREATIONS_AN_HOUR = 500

/** Allowances that the world sets instead of GitHub's. */
export interface Limits {
  /** Requests an hour. */
  readonly requests: number | null
  /** Content-creating requests a minute. */
  readonly creations: number | null
}

/** GitHub's primary and secondary limits, by the sandbox's clock. */
export class RateLimits {
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Counts a request; throws 403 with the headers that GitHub gives if it is one too many. */
  take(state: ForgeState, actor: Actor | null, creates: boolean, now: Instant): void {
    const mine = allowance(state, actor, now)
    const most = this.#most(state, actor)
    if (mine.used >= most) {
      throw new ApiError(
        403,
        `API rate limit exceeded for ${actor ? `user ID ${actor.account}` : '127.0.0.1'}.`,
        {
          headers: this.headers(state, actor, now)
        }
      )
    }
    if (creates) this.#create(mine, now)
    mine.used += 1
  }

  /** Gives a request back: an answer of 304 doesn't count. */
  giveBack(state: ForgeState, actor: Actor | null, now: Instant): void {
    const mine = allowance(state, actor, now)
    mine.used = Math.max(0, mine.used - 1)
  }

  /** `x-ratelimit-*`. */
  headers(state: ForgeState, actor: Actor | null, now: Instant): Record<string, string> {
    const { limit, remaining, reset, used } = this.show(state, actor, now)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
      'x-ratelimit-used': String(used)
    }
  }

  /** As `GET /rate_limit` gives it; `reset` in seconds. */
  show(
    state: ForgeState,
    actor: Actor | null,
    now: Instant
  ): { limit: number; remaining: number; reset: number; used: number } {
    const mine = allowance(state, actor, now)
    const limit = this.#most(state, actor)
    return {
      limit,
      remaining: Math.max(0, limit - mine.used),
      reset: Math.floor(mine.reset / 1000),
      used: mine.used
    }
  }

  #most(state: ForgeState, actor: Actor | null): number {
    if (this.#limits.requests !== null) return this.#limits.requests
    if (!actor) return 60
    if (actor.kind === 'user') return 5000
    return state.apps.get(actor.app)?.slug === 'github-actions' ? 1000 : 5000
  }

  #create(mine: Allowance, now: Instant): void {
    mine.created = mine.created.filter((at) => at > now - HOUR && at <= now)
    const minute = mine.created.filter((at) => at > now - MINUTE)
    const most = this.#limits.creations ?? 80
    const wait = [
      minute.length >= most ? (minute.at(-most) ?? now) + MINUTE - now : 0,
      this.#limits.creations === null && mine.created.length >= CREATIONS_AN_HOUR
        ? (mine.created.at(-CREATIONS_AN_HOUR) ?? now) + HOUR - now
        : 0
    ]
    const longest = Math.max(...wait)
    if (longest > 0) throw secondaryLimit(Math.ceil(longest / 1000))
    mine.created.push(now)
  }
}

/** 403 of the secondary limit. */
export function secondaryLimit(seconds: number): ApiError {
  return new ApiError(
    403,
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
    { headers: { 'retry-after': String(seconds) } }
  )
}

function allowance(state: ForgeState, actor: Actor | null, now: Instant): Allowance {
  const key = actor ? `${actor.kind} ${actor.account}` : 'nobody'
  const known = state.allowances.get(key)
  if (known && now < known.reset && known.reset <= now + HOUR) return known
  const fresh: Allowance = { reset: now + HOUR, used: 0, created: known?.created ?? [] }
  state.allowances.set(key, fresh)
  return fresh
}
