import { Command, CommanderError } from 'commander'
import { EvidenceError, UnableError, UsageError } from '../book/errors.ts'
import { logLine } from '../render/escape.ts'
import { VERSION } from '../version.ts'
import type { CommandModule, Io } from './command.ts'
import { addCommonOptions, readCommonOptions } from './common-options.ts'
import { conceal } from './conceal.ts'
import { nearestOf } from './nearest.ts'
import { processIo, type ProcessIo } from './process-io.ts'
import type { Listed } from './registry.ts'

/**
 * Runs one command line (without `node` and script) of the given commands and returns the exit status: 0, 1, 2, or 130
 * and 143 after a signal. Never throws and never exits: a known error is one line on stderr, our own bug comes with its
 * stack.
 */
export async function dispatch(
  listed: readonly Listed[],
  argv: readonly string[],
  given?: Io
): Promise<number> {
  const outside: ProcessIo = given ? { io: given, interrupted: () => null, close: () => {} } : processIo()
  try {
    const status = await run(listed, argv, outside.io)
    return outside.interrupted() ?? status
  } finally {
    outside.close()
  }
}

async function run(listed: readonly Listed[], argv: readonly string[], io: Io): Promise<number> {
  let status = 0
  const { program, current } = build(io, listed, async (module, command) => {
    const common = readCommonOptions(command.optsWithGlobals(), module, io)
    status = await module.run(command.args, command.opts(), common, io)
  })
  try {
    checkHelp(listed, argv)
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    return fail(error, listed, current(), io)
  }
}

/** `help` of a command that doesn't exist is a mistake like calling it. Throws UsageError. */
function checkHelp(listed: readonly Listed[], [first, name]: readonly string[]): void {
  const names = listed.map((entry) => entry.name)
  if (first !== 'help' || name === undefined || name.startsWith('-') || [...names, 'help'].includes(name))
    return
  throw new UsageError(unknownName('command', name, names, 'grantbook'))
}

type Action = (module: CommandModule, command: Command) => Promise<void>

/** The tree of commands. A command's own options are added when it is called: until then its module isn't loaded. */
function build(
  io: Io,
  listed: readonly Listed[],
  action: Action
): { program: Command; current: () => Command } {
  const program = new Command('grantbook')
  let current = program
  program
    .description(
      'Access as files: the pull request is the request, the review the approval, the merge applies.'
    )
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'explain a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: () => {},
      getOutHasColors: () => false,
      getErrHasColors: () => false
    })
    .showSuggestionAfterError(false)
    .exitOverride()
    .addHelpText('after', '\nExample:\n  $ npx grantbook validate')
  addCommonOptions(program)
  const byName = new Map(listed.map((entry) => [entry.name, entry]))
  for (const { name, summary } of listed) program.command(name).description(summary)
  program.hook('preSubcommand', async (_, command) => {
    const entry = byName.get(command.name())
    if (!entry) return
    current = command
    const { command: module } = await entry.load()
    module.describe(command)
    command.addHelpText('after', `\nFormats: ${module.formats.join(', ')}\n\nExample:\n  $ ${module.example}`)
    command.action(() => action(module, command))
  })
  return { program, current: () => current }
}

function fail(error: unknown, listed: readonly Listed[], command: Command, io: Io): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return 2
    complain(usage(error.message, listed, command), io)
    return 2
  }
  if (error instanceof UsageError || error instanceof UnableError) {
    complain(error.message, io)
    return 2
  }
  if (error instanceof EvidenceError) {
    complain(error.message, io)
    return 1
  }
  if (io.signal.aborted && error === io.signal.reason) return 2
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.err('This is a mistake in Grantbook itself, not in your files. Please report it with these lines:\n')
  for (const line of conceal(told, io.environment).split('\n')) io.err(`${logLine(line)}\n`)
  return 2
}

/** A known error: one line. */
function complain(message: string, io: Io): void {
  io.err(`error: ${logLine(conceal(message, io.environment))}\n`)
}

/** commander's message in our words: one line, with the nearest valid name. */
function usage(message: string, listed: readonly Listed[], command: Command): string {
  const unknown = /^error: unknown (option|command) '(.*)'$/su.exec(message)
  const called = command.parent ? `${command.parent.name()} ${command.name()}` : command.name()
  if (!unknown) return `${message.replace(/^error: |\.?\s*$/gu, '')}. See ${called} --help.`
  const [, what = '', word = ''] = unknown
  const names = what === 'option' ? optionNames(command) : listed.map((entry) => entry.name)
  return unknownName(what, word, names, called)
}

function unknownName(what: string, word: string, names: readonly string[], called: string): string {
  return `Unknown ${what} "${word}". The nearest is "${nearestOf(word, names)}"; see ${called} --help.`
}

function optionNames(command: Command): readonly string[] {
  const own = command.options.flatMap((option) => (option.long ? [option.long] : []))
  return [...own, ...(command.parent ? optionNames(command.parent) : []), '--help']
}
