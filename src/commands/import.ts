import { UsageError } from '../book/errors.ts'
import { logLine } from '../render/escape.ts'
import { renderJson } from '../render/json.ts'
import { riskLines } from '../render/import/summary.ts'
import { renderImportText } from '../render/import/text.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { importSystem } from './steps/import/run.ts'
import { openStand, type Stand } from './steps/propose/stand.ts'

/** `grantbook import --system S`: opens the pull requests that make what stands in a system a first baseline. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook import --system aws-prod --ticket OPS-4711',
  describe: (c) => {
    c.option('--system <id>', 'which system; only read, never written to').option(
      '--ticket <ticket>',
      'for grants whose tier asks for one: the ticket in which the import was agreed'
    )
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`import takes no arguments, but was given "${args[0] ?? ''}".`)
    const [system, ticket] = [textOf(options['system']), textOf(options['ticket'])]
    if (system === null)
      throw new UsageError('--system is missing: which one is to be imported, such as --system aws-prod.')
    const stand = await openStand(common, io)
    try {
      return await tell(stand, { system, ticket }, common, io)
    } finally {
      stand.source.close()
    }
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

async function tell(
  stand: Stand,
  asked: { readonly system: string; readonly ticket: string | null },
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { document, risks, unread } = await importSystem(stand, asked, common, io)
  for (const why of unread) io.err(`warning: ${logLine(why)}\n`)
  const lines = [`Risks in ${asked.system}, as it stands now:`, ...shown(riskLines(risks))]
  const summary = lines.map((line) => `${logLine(line)}\n`).join('')
  if (common.format === 'json') {
    if (!common.quiet) io.err(summary)
    io.out(renderJson(document))
  } else io.out(`${summary}${renderImportText(document)}`)
  return 0
}

function shown(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['  none of those that are looked for'] : lines.map((line) => `  ${line}`)
}
