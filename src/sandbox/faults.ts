import type { Fault } from './sandbox.ts'

interface Armed {
  readonly fault: Fault
  seen: number
  left: number
}

/** The faults that are still to strike. */
export class Faults {
  #armed: Armed[] = []

  set(faults: readonly Fault[]): void {
    this.#armed = faults.map((fault) => ({ fault, seen: 0, left: fault.times ?? 1 }))
  }

  /** Whether reads may have to answer from the past: then writes keep what was before. */
  get keepsHistory(): boolean {
    return this.#armed.some((one) => one.fault.kind === 'stale' && one.left > 0)
  }

  /** The fault that strikes a call, if any. Every fault counts the calls that match it, struck or not. */
  take(service: Fault['service'], operation: string): Fault | null {
    return this.#take((fault) => !isReading(fault) && matches(fault, service, operation))
  }

  /** The same for `stale` and `short`, which change what a read answers instead of failing it. */
  takeReading(kind: 'stale' | 'short', service: Fault['service'], operation: string): Fault | null {
    return this.#take((fault) => fault.kind === kind && matches(fault, service, operation))
  }

  #take(wanted: (fault: Fault) => boolean): Fault | null {
    let struck: Fault | null = null
    for (const one of this.#armed) {
      if (!wanted(one.fault)) continue
      one.seen += 1
      if (struck !== null || one.left < 1 || one.seen < (one.fault.call ?? 1)) continue
      one.left -= 1
      struck = one.fault
    }
    return struck
  }
}

function isReading(fault: Fault): boolean {
  return fault.kind === 'stale' || fault.kind === 'short'
}

function matches(fault: Fault, service: Fault['service'], operation: string): boolean {
  return fault.service === service && (fault.operation === undefined || fault.operation === operation)
}
