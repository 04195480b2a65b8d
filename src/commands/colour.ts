import type { Io } from './command.ts'

/** Whether results on stdout may be coloured: only on a terminal, and not if `NO_COLOR` holds anything (no-color.org). */
export function mayColour({ terminal, environment }: Io): boolean {
  return terminal.out && (environment['NO_COLOR'] ?? '') === ''
}
