import { openGitHub } from '../../io/github/open.ts'
import type { GitHub } from '../../io/github/github.ts'
import { logLine } from '../../render/escape.ts'
import type { Common, Io } from '../command.ts'

/** Opens the governed repository as the environment names it. Throws UsageError that names the variable in question. */
export function openGoverned({ quiet }: Pick<Common, 'quiet'>, io: Io): GitHub {
  return openGitHub(io.environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => {
      if (!quiet) io.err(`${logLine(line)}\n`)
    }
  })
}
