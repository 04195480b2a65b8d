import type { Io } from './command.ts'
import { dispatch } from './dispatch.ts'
import { COMMANDS } from './registry.ts'

/** Runs one command line of `grantbook`, as {@link dispatch} says. */
export function main(argv: readonly string[], given?: Io): Promise<number> {
  return dispatch(COMMANDS, argv, given)
}
