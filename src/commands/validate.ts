import { UsageError } from '../book/errors.ts'
import type { Problem } from '../book/problem.ts'
import { extentOf } from '../book/tree.ts'
import type { Source } from '../io/source.ts'
import { countFindings, type Report } from '../render/report.ts'
import { VERSION } from '../version.ts'
import { mayColour } from './colour.ts'
import type { CommandModule, Common, Io } from './command.ts'
import { judgeChange, judgeState, type Judged } from './judge.ts'
import { placed } from './placed.ts'

/** `grantbook validate`: every finding of a state of the files, or those that a change brings. */
export const command: CommandModule = {
  formats: ['text', 'json', 'github', 'sarif'],
  example: 'npx grantbook validate --base origin/main --format github',
  describe: (to) =>
    to
      .option('--base <ref>', 'report only what differs from the findings of this commit')
      .option(
        '--head <ref>',
        'judge what merging this commit into --base gives; the working tree is not read'
      ),
  run: async (_, options, common, io) => {
    const { source, problems } = await judge(reference(options, 'base'), reference(options, 'head'), common)
    try {
      const report = await place(source, problems)
      io.out(await render(report, common, io))
      return report.counts.errors > 0 ? 1 : 0
    } finally {
      source.close()
    }
  }
}

function reference(options: Readonly<Record<string, unknown>>, name: 'base' | 'head'): string | null {
  const value = options[name]
  if (value === '') throw new UsageError(`--${name} needs the name of a commit.`)
  return typeof value === 'string' ? value : null
}

function judge(base: string | null, head: string | null, { root, now }: Common): Promise<Judged> {
  if (base !== null) return judgeChange(root, base, head, now)
  return judgeState(root, head === null ? { kind: 'working' } : { kind: 'commit', revision: head }, now)
}

async function place(source: Source, problems: readonly Problem[]): Promise<Report> {
  const { findings, sources } = await placed(source, problems)
  const { files, grants } = extentOf(source.tree)
  return { findings, counts: countFindings(findings, files, grants), sources }
}

async function render(report: Report, { format }: Common, io: Io): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../render/findings-json.ts')).renderFindingsJson(report)
    case 'github':
      return (await import('../render/findings-github.ts')).renderFindingsGithub(report)
    case 'sarif': {
      const [{ renderFindingsSarif }, { catalogueOf }, { CHECKS }] = await Promise.all([
        import('../render/findings-sarif.ts'),
        import('../findings/catalogue.ts'),
        import('../checks.ts')
      ])
      return renderFindingsSarif(report, catalogueOf(CHECKS), VERSION)
    }
    default: {
      const { renderFindingsText } = await import('../render/findings-text.ts')
      return renderFindingsText(report, mayColour(io))
    }
  }
}
