// Loaded before a measured program: tells on file descriptor 3, when it ends, its largest resident size (KiB) and the
// processor times (seconds) of itself and of the programs that it started.
import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Fields of /proc/PID/stat from the third on; null where there is none. Source: proc(5). */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /su, '')
      .split(' ')
  } catch {
    return null
  }
}

/** Hundredths of a second of programs started: those that have ended, and those that are about to. */
function ofOthers() {
  let ticks = 0
  const own = stat('self')
  if (own) ticks += Number(own[13]) + Number(own[14])
  for (const pid of own ? readdirSync('/proc').filter((name) => /^\d+$/u.test(name)) : []) {
    const other = stat(pid)
    if (other?.[1] === String(process.pid)) ticks += Number(other[11]) + Number(other[12])
  }
  return ticks
}

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    writeSync(3, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1e6} ${ofOthers() / 100}`)
  })
