import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getInput, setOutput, summary } from '@actions/core'
import { UnableError, UsageError } from '../../book/errors.ts'
import { logLine } from '../../render/escape.ts'
import { annotations } from '../../render/step-annotations.ts'
import { stepSummary } from '../../render/step-summary.ts'
import type { Io } from '../command.ts'
import { dispatch } from '../dispatch.ts'
import { processIo } from '../process-io.ts'
import { commandLine } from './command-line.ts'
import { commandEnvironment, confine } from './environment.ts'
import { readInputs, type Inputs } from './inputs.ts'
import { matrixOf } from './matrix.ts'
import { prepare } from './prepare.ts'
import { ACTION_COMMANDS } from './registry.ts'
import { readRunFacts, type RunFacts } from './run-facts.ts'

/**
 * One step of a workflow: takes what Actions provides, runs the same commands as the command line in this process, and
 * leaves the document in a file, annotations in the log, a summary and the outputs. Returns the exit status. Of what
 * people wrote nothing reaches the log unescaped, and the process keeps no variable that a command has no business with.
 */
export async function runAction(): Promise<number> {
  const outside = processIo()
  try {
    const inputs = readInputs(getInput)
    const facts = readRunFacts(process.env)
    const environment = commandEnvironment(process.env, facts.repository)
    const report = reporting(process.env)
    confine(process.env, environment)
    const io: Io = { ...outside.io, environment, cwd: facts.workspace, err: guarded(outside.io.err) }
    const status = await step(inputs, facts, io, report)
    return outside.interrupted() ?? status
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof UnableError)) throw error
    outside.io.out(`::error title=Grantbook::${logLine(error.message).replaceAll('%', '%25')}\n`)
    return 2
  } finally {
    outside.close()
  }
}

/** Where Actions reads from; kept apart, since the process's environment is confined before anything runs. */
interface Reporting {
  output(name: string, value: string): void
  summary(markdown: string): Promise<void>
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const

function reporting(environment: Readonly<Record<string, string | undefined>>): Reporting {
  const files = FILES.map((name) => [name, environment[name]] as const)
  const show = (): void => {
    for (const [name, value] of files) if (value !== undefined) process.env[name] = value
  }
  const hide = (): void => {
    for (const name of FILES) delete process.env[name]
  }
  return {
    output: (name, value) => {
      show()
      try {
        setOutput(name, value)
      } finally {
        hide()
      }
    },
    summary: async (markdown) => {
      show()
      try {
        await summary.addRaw(markdown, true).write()
      } finally {
        hide()
      }
    }
  }
}

async function step(inputs: Inputs, facts: RunFacts, io: Io, report: Reporting): Promise<number> {
  const ready = await prepare(inputs, facts, io)
  const { status, text } = await called(commandLine(ready, facts), io)
  if (text !== '') {
    const document = asDocument(text)
    const file = join(facts.temp, `grantbook-${inputs.command}.json`)
    await writeFile(file, text)
    report.output('result', file)
    io.out(annotations(document))
    await report.summary(stepSummary(inputs.command, document))
  }
  if (inputs.command === 'authorise') report.output('matrix', await matrixOf(facts, io, called))
  report.output('ok', String(status === 0))
  return status
}

/** Runs one command line and keeps what it would print. */
async function called(argv: readonly string[], io: Io): Promise<{ status: number; text: string }> {
  let text = ''
  const status = await dispatch(ACTION_COMMANDS, argv, { ...io, out: (part) => (text += part) })
  return { status, text }
}

function asDocument(text: string): object {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null) return value
  throw new TypeError('A command printed something that is no document')
}

/** Progress for the log: commands escape what they print, and this makes sure of it line by line. */
function guarded(write: (text: string) => void): (text: string) => void {
  return (text) => write(text.split('\n').map(logLine).join('\n'))
}
