/** What a step passes to the action (`with:`); empty means not given. */
export interface Inputs {
  readonly command: string
  readonly system: string
  readonly pull: string
  readonly base: string
  readonly head: string
  readonly by: string
  readonly recover: string
}

/** Names of all inputs, as action.yml has them. */
export const INPUT_NAMES = ['command', 'system', 'pull', 'base', 'head', 'by', 'recover'] as const

/** Reads every input through `get` (`getInput` of @actions/core). */
export function readInputs(get: (name: string) => string): Inputs {
  const [command = '', system = '', pull = '', base = '', head = '', by = '', recover = ''] =
    INPUT_NAMES.map(get)
  return { command, system, pull, base, head, by, recover }
}
