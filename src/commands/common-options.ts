import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../book/errors.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import type { Common, CommandModule, Io } from './command.ts'
import { nearestOf } from './nearest.ts'

/** Adds the options that every command has. */
export function addCommonOptions(program: Command): void {
  program
    .option('--root <dir>', 'the repository (default: the one that holds the working directory)')
    .option('--format <format>', 'form of the results')
    .option('--now <instant>', 'take this RFC 3339 instant for the present')
    .option('--quiet', 'no progress on stderr')
}

/** Reads them. Throws UsageError. */
export function readCommonOptions(
  options: Readonly<Record<string, unknown>>,
  module: CommandModule,
  io: Io
): Common {
  const now = text(options['now'])
  return {
    root: readRoot(text(options['root']), io.cwd),
    format: readFormat(text(options['format']), module.formats),
    now: now === null ? io.clock() : readInstantOption('--now', now),
    nowGiven: now !== null,
    quiet: options['quiet'] === true
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function readFormat(given: string | null, formats: readonly string[]): string {
  const [first = 'text'] = formats
  if (given === null) return first
  if (formats.includes(given)) return given
  const all = formats.join(', ')
  throw new UsageError(
    `Unknown format "${given}". The nearest is "${nearestOf(given, formats)}"; there are: ${all}.`
  )
}

/** Reads the instant of an option. Throws UsageError. */
export function readInstantOption(option: string, given: string): Instant {
  const at = /^.{10}t/iu.test(given) ? readInstant(given, 'end') : null
  if (at !== null) return at
  throw new UsageError(`${option} must be an RFC 3339 instant such as 2026-11-22T12:00:00Z, not "${given}".`)
}

function readRoot(given: string | null, cwd: string): string {
  if (given === null) return findRepository(cwd) ?? cwd
  const root = resolve(cwd, given)
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return root
  throw new UsageError(`--root "${given}" is not a directory.`)
}

/** The nearest folder upward that has a `.git` (a folder, or a file in a worktree); null if there is none. */
function findRepository(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return null
  }
}
