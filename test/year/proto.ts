import cp from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
const counts = new Map<string, { n: number; ms: number }>()
let on = false
function note(kind: string, args: readonly string[] | undefined, ms: number) {
  if (!on) return
  const a = (args ?? []).filter((x) => !x.startsWith('/') && !/[0-9a-f]{40}/.test(x))
  const verb = a
    .filter((x) => x !== '--git-dir' && x !== '-c' && x !== '-C' && !x.includes('='))
    .slice(0, 3)
    .join(' ')
  const key = `${kind} ${verb}`
  const c = counts.get(key) ?? { n: 0, ms: 0 }
  c.n++
  c.ms += ms
  counts.set(key, c)
}
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync'] as const) {
  const old: any = (cp as any)[name]
  ;(cp as any)[name] = function (cmd: string, args: any, ...rest: any[]) {
    const t = performance.now()
    const r = old.call(cp, cmd, args, ...rest)
    note(name, Array.isArray(args) ? args : [], performance.now() - t)
    return r
  }
}
syncBuiltinESMExports()
export function start() {
  on = true
  counts.clear()
}
export function stop() {
  on = false
  return [...counts].sort((a, b) => b[1].n - a[1].n)
}
