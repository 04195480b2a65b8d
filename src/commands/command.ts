import type { Command } from 'commander'
import type { Instant } from '../book/instant.ts'

/** Exit statuses of `cli.ts`: 0 clean, 1 something in the content is wrong, 2 could not work. */
export type ExitStatus = 0 | 1 | 2

/** The outside world as a command sees it: passed in by the entry, replaced by tests. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whole standard input. */
  readonly stdin: () => Promise<string>
  /** Whether stdout and stderr are terminals. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number }
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The machine's clock; commands use {@link Common.now}. */
  readonly clock: () => Instant
  readonly sleep: (ms: number) => Promise<void>
  readonly random: () => number
  /** Aborted by SIGINT or SIGTERM. */
  readonly signal: AbortSignal
}

/** What every command is given besides its own options. */
export interface Common {
  /** Absolute path of the repository. */
  readonly root: string
  readonly format: string
  /** `--now`, or the clock. */
  readonly now: Instant
  /** Whether `--now` was given: a writing command then insists on loopback endpoints. */
  readonly nowGiven: boolean
  readonly quiet: boolean
}

/** One command: its file describes its options and runs it. Loaded only when it is called. */
export interface CommandModule {
  /** Values of `--format`, the default first. */
  readonly formats: readonly string[]
  /** One real example, printed by `--help`. */
  readonly example: string
  /** Adds arguments and options of its own. */
  readonly describe: (command: Command) => void
  readonly run: (
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
    common: Common,
    io: Io
  ) => Promise<ExitStatus>
}
