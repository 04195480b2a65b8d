import { judge } from '../book/judge.ts'
import { HOSTILE } from './cases.ts'

// Runs alone in a process with little memory: reads every hostile file as the loader does and tells what came of it.

const results = HOSTILE.map(({ name, kind, bytes }) => {
  const before = process.cpuUsage()
  const told = judge(kind, bytes)
  const { user, system } = process.cpuUsage(before)
  return { name, told, milliseconds: (user + system) / 1000 }
})
process.stdout.write(JSON.stringify({ results, peakBytes: process.resourceUsage().maxRSS * 1024 }))
