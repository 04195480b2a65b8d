// Node lets a timer of no delay wait for a millisecond, and the throttling of GitHub's client (bottleneck) sets four for
// each call: half of what a test that calls the forge some thousand times would take, nothing done meanwhile.

const INSTALLED = Symbol.for('grantbook.timers')

/** Has timers of no delay end with the turn of the event loop. Once is enough. */
export function endZeroTimersAtOnce(): void {
  const known = globalThis as { [INSTALLED]?: true }
  if (known[INSTALLED]) return
  known[INSTALLED] = true
  const { setTimeout: start, clearTimeout: stop } = globalThis
  const turns = new WeakMap<NodeJS.Timeout, NodeJS.Immediate>()
  const clearTimeout = (timer?: NodeJS.Timeout): void => {
    if (timer) clearImmediate(turns.get(timer))
    stop(timer)
  }
  const setTimeout = (
    callback: (...args: unknown[]) => void,
    delay = 0,
    ...args: unknown[]
  ): NodeJS.Timeout => {
    if (delay !== 0) return start(callback, delay, ...args)
    const timer = start(() => {
      clearImmediate(turns.get(timer))
      callback(...args)
    })
    const turn = setImmediate(() => {
      stop(timer)
      callback(...args)
    })
    turns.set(timer, turn)
    return timer
  }
  Object.assign(globalThis, { setTimeout, clearTimeout })
}
