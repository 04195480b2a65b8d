import { judge } from '../book/judge.ts'
import { HOSTILE } from './cases.ts'

// Runs alone in a process with little memory: reads every hostile file as the loader does and tells what came of it.

/** What came of a file, and how long it took: the shorter of two times, because other programs lengthen a processor's too. */
const results = HOSTILE.map(({ name, kind, bytes }) => {
  const [first, second] = [measured(kind, bytes), measured(kind, bytes)]
  return { name, told: first.told, milliseconds: Math.min(first.milliseconds, second.milliseconds) }
})
process.stdout.write(JSON.stringify({ results, peakBytes: process.resourceUsage().maxRSS * 1024 }))

function measured(...[kind, bytes]: Parameters<typeof judge>) {
  const before = process.cpuUsage()
  const told = judge(kind, bytes)
  const { user, system } = process.cpuUsage(before)
  return { told, milliseconds: (user + system) / 1000 }
}
