import { resolve } from 'node:path'
import type { Instant } from '../../book/instant.ts'
import type { SandboxClock } from '../clock.ts'
import { buildState } from './build.ts'
import { Disk } from './disk.ts'
import type { Forge } from './forge.ts'
import type { Git } from './git/git.ts'
import { RateLimits } from './limits.ts'
import { fullName, type ForgeState } from './state.ts'
import type { Repository } from './state-repository.ts'
import type { ForgeWorld } from './world.ts'

/** Everything that stood in the forge at one moment. Objects of git stay where they are: nothing is ever collected. */
export interface ForgeSnapshot {
  readonly state: ForgeState
}

/** The running forge with its folder. */
export class Hub implements Forge {
  state: ForgeState
  readonly clock: SandboxClock
  readonly limits: RateLimits
  readonly disk = new Disk()
  /** Known when the server listens. */
  api = ''
  web = ''
  readonly #first: ForgeState
  #before: ForgeState[] = []

  /** Builds everything that a world names; `base` is what relative folders start from. */
  constructor(world: ForgeWorld, clock: SandboxClock, now: Instant, base: string) {
    this.clock = clock
    this.limits = new RateLimits({
      requests: world.limits?.requests ?? null,
      creations: world.limits?.creations ?? null
    })
    try {
      this.state = buildState(world, now)
      const login = world.organization ?? ''
      for (const one of this.state.repositories.values()) {
        const named = world.repositories?.find(
          ({ name, owner }) =>
            `${owner ?? login}/${name}`.toLowerCase() === fullName(this.state, one).toLowerCase()
        )
        copyRefs(this.state, one)
        const from = named?.from === undefined ? null : resolve(base, named.from)
        this.disk.create(one, from, { name: login, email: `${login}@users.noreply.github.com` }, now)
      }
    } catch (error) {
      this.disk.remove()
      throw error
    }
    this.#first = structuredClone(this.state)
  }

  git(repository: Pick<Repository, 'id'>): Git {
    return this.disk.git(repository)
  }

  snapshot(): ForgeSnapshot {
    return { state: structuredClone(this.state) }
  }

  restore(snapshot: ForgeSnapshot): void {
    this.state = structuredClone(snapshot.state)
    for (const one of this.state.repositories.values()) this.git(one).refs.write(one.refs)
    this.forgetHistory()
  }

  /** Everything as it was at the start. */
  startOver(): void {
    this.restore({ state: this.#first })
  }

  /** Keeps how everything stands, for reads that a `stale` fault will strike. */
  keep(): void {
    this.#before.push(structuredClone(this.state))
  }

  /** How everything stood before the last `writes` (all, if absent); null: nothing was kept. */
  past(writes?: number): ForgeState | null {
    return this.#before[Math.max(0, this.#before.length - (writes ?? this.#before.length))] ?? null
  }

  forgetHistory(): void {
    this.#before = []
  }

  close(): void {
    this.disk.remove()
  }
}

/** A fork begins with the branches and tags of its parent. */
function copyRefs(state: ForgeState, fork: Repository): void {
  const parent = fork.parent === null ? undefined : state.repositories.get(fork.parent)
  for (const [ref, id] of parent?.refs ?? []) fork.refs.set(ref, id)
}
