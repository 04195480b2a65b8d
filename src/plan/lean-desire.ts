import type { Grant } from '../book/book.ts'
import { keepIn } from '../book/bounded.ts'
import type { Window } from '../book/window.ts'
import type { Enforcement, Holding, Piece } from '../connectors/connector.ts'
import type { Desire } from './desired.ts'
import type { OpenSystem } from './systems.ts'

/** An entitlement's target that a grant leads to. */
export interface Held {
  readonly entitlement: string
  readonly target: unknown
}

/**
 * A desire that makes its pieces when it is asked for them, always the same ones: those of everybody in all systems together
 * would be most of the memory, and only one system is looked at at a time.
 */
export class LeanDesire implements Desire {
  readonly grant: Grant
  readonly principal: string
  readonly window: Window
  readonly enforcement: Enforcement
  readonly #at: OpenSystem
  readonly #held: readonly Held[]

  constructor(grant: Grant, principal: string, window: Window, at: OpenSystem, held: readonly Held[]) {
    this.grant = grant
    this.principal = principal
    this.window = shared(window)
    this.#at = at
    this.#held = held
    const byJob = held.some(({ target }) => at.core.enforcementOf(target) === 'job')
    this.enforcement = byJob ? 'job' : 'target'
  }

  get system(): string {
    return this.#at.context.id
  }

  get holdings(): readonly Holding[] {
    const { path } = this.grant
    return this.#held.map((one) => ({ grant: path, ...one, ...this.window }))
  }

  get pieces(): readonly Piece[] {
    return this.#at.core.compile(this.holdings, this.#at.context)
  }
}

/** A desire with its pieces at hand, for whoever asks for them often. */
export function atHand({ grant, system, principal, window, holdings, pieces, enforcement }: Desire): Desire {
  return { grant, system, principal, window, holdings, pieces, enforcement }
}

const MOST = 10_000
const windows = new Map<string, Window>()

/** One copy of a window for all grants that begin and end together. */
function shared({ from, until }: Window): Window {
  const key = `${from ?? ''} ${until}`
  return windows.get(key) ?? keepIn(windows, MOST, key, { from, until })
}
