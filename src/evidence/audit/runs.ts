import type { Instant } from '../../book/instant.ts'
import { quote } from '../../book/quote.ts'
import type { Event } from '../events.ts'
import type { Tell } from './approvals.ts'

/** What runs say of themselves: who began, who ended, whose intents are settled. */
export class Runs {
  readonly #open = new Set<string>()
  readonly #finished = new Set<string>()
  #last: Instant = -Infinity

  /** When the newest run that came to its end began; `-Infinity` if none did. */
  get lastFinished(): Instant {
    return this.#last
  }

  /** Follows one event; those of grants say nothing here. */
  take(event: Event, at: Instant, tell: Tell): void {
    if (event.event === 'started') this.#open.add(event.id)
    if (event.event !== 'finished') return
    this.#last = Math.max(this.#last, at)
    if (this.#finished.has(event.id)) tell('run-broken', `The run ${quote(event.id)} is finished twice.`)
    this.#finished.add(event.id)
    for (const id of event.closes) {
      if (!this.#open.has(id)) tell('run-broken', `It settles the run ${quote(id)}, which isn’t open.`)
      this.#open.delete(id)
    }
    this.#open.delete(event.id)
  }
}
