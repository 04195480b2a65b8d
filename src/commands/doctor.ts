import { UsageError } from '../book/errors.ts'
import { examine } from '../doctor/examine.ts'
import { resolveCommit } from '../io/git/revision.ts'
import { openGitHub } from '../io/github/open.ts'
import { openResolved } from '../io/source.ts'
import { isHealthy, renderDoctorGithub, renderDoctorJson, renderDoctorText } from '../render/doctor.ts'
import { logLine } from '../render/escape.ts'
import { mayColour } from './colour.ts'
import type { CommandModule } from './command.ts'
import { collectFacts } from './doctor/collect.ts'

/** `grantbook doctor`: what is set up wrongly on GitHub, in the systems and in the repository. Reads, and writes nothing. */
export const command: CommandModule = {
  formats: ['text', 'json', 'github'],
  example: 'npx grantbook doctor',
  describe: (c) => {
    c.option('--runner <owner/name>', 'the repository whose workflows prove and apply, if it is another one')
  },
  run: async (args, options, { root, format, quiet, now }, io) => {
    if (args.length > 0) throw new UsageError(`doctor takes no arguments, but was given "${args[0] ?? ''}".`)
    const { clock, sleep, random, signal } = io
    const log = (line: string): void => {
      if (!quiet) io.err(`${logLine(line)}\n`)
    }
    const ports = { clock, sleep, random, signal, log }
    const github = openGitHub(io.environment, ports)
    const named = options['runner']
    const runner =
      typeof named === 'string' ? openGitHub({ ...io.environment, GITHUB_REPOSITORY: named }, ports) : null
    const commit = await resolveCommit(root, 'HEAD')
    const source = await openResolved(root, commit)
    try {
      const { book } = await source.load()
      const findings = examine(await collectFacts({ root, commit, now, book, github, runner }, io))
      io.out(
        format === 'json'
          ? renderDoctorJson(findings)
          : format === 'github'
            ? renderDoctorGithub(findings)
            : renderDoctorText(findings, mayColour(io))
      )
      return isHealthy(findings) ? 0 : 1
    } finally {
      source.close()
    }
  }
}
