import { UsageError } from '../../book/errors.ts'
import type { Inputs } from './inputs.ts'
import type { RunFacts } from './run-facts.ts'

/** Inputs that each command takes. One that it doesn't take is a mistake in the workflow, not to be passed over. */
const TAKES: Readonly<Record<string, readonly (keyof Inputs)[]>> = {
  validate: ['base', 'head'],
  plan: ['base', 'head', 'system'],
  verdict: ['pull', 'head'],
  authorise: [],
  apply: ['system'],
  nightly: ['system'],
  'nightly-rest': [],
  genesis: ['by', 'recover'],
  audit: ['head'],
  doctor: []
}

/** Commands of the action that are a part of one of the command line's. */
const PARTS: Readonly<Partial<Record<string, readonly string[]>>> = {
  authorise: ['apply', '--authorise'],
  'nightly-rest': ['nightly', '--authorise']
}

/** Commands that are told which run they are part of, for the record and against old runs that are started again. */
const RECORDED: ReadonlySet<string> = new Set(['verdict', 'authorise', 'apply', 'nightly', 'nightly-rest'])

/**
 * The command line for a step. A value stands in one argument together with its option (`--head=…`), so that no value,
 * whatever it begins with or holds, is ever taken for an option, and no shell sees it. Throws UsageError.
 */
export function commandLine(inputs: Inputs, facts: RunFacts): readonly string[] {
  const takes = Object.hasOwn(TAKES, inputs.command) ? TAKES[inputs.command] : undefined
  if (!takes) {
    throw new UsageError(
      `The action has no command "${inputs.command}". There are: ${Object.keys(TAKES).join(', ')}.`
    )
  }
  const given = Object.entries(inputs).filter(([name, value]) => name !== 'command' && value !== '')
  const odd = given.find(([name]) => !takes.some((taken) => taken === name))
  if (odd)
    throw new UsageError(`"${inputs.command}" takes no input "${odd[0]}". Remove it from the workflow.`)
  const name = PARTS[inputs.command] ?? [inputs.command]
  return [
    ...name,
    ...given.map(([option, value]) => `--${option}=${value}`),
    ...(RECORDED.has(inputs.command) ? record(facts) : []),
    `--root=${facts.workspace}`,
    '--format=json'
  ]
}

/** In the hardened form the run's commit is the runner repository's and says nothing of the book's. */
function record({ run, attempt, commit, runner }: RunFacts): readonly string[] {
  return runner ? [`--run=${run}`] : [`--run=${run}`, `--commit=${commit}`, `--attempt=${attempt}`]
}
