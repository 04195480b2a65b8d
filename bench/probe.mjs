// Loaded before a measured program: tells its largest resident size (KiB) and its CPU time (microseconds) on file
// descriptor 3 when it ends.
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    writeSync(3, `${maxRSS} ${userCPUTime + systemCPUTime}`)
  })
