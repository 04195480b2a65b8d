import { z } from 'zod'
import { commandData, commandProperty, logLine } from './escape.ts'
import { renderFindingsGithub } from './findings-github.ts'
import { applyOutput } from './output/apply.ts'
import { findingOutput } from './output/finding.ts'
import { countFindings, plural } from './report.ts'

/** GitHub shows at most ten annotations of a type a step. */
const MOST = 10

const withFindings = z.object({
  findings: z.array(findingOutput.loose()),
  counts: z.looseObject({}).optional()
})
const withOutcomes = applyOutput.pick({ outcomes: true }).loose()
const extent = z.object({ files: z.int(), grants: z.int() })

/**
 * A command's document as lines of a workflow's log: findings as annotations on their lines, what failed or was refused
 * as errors, everything else in plain lines. Every text in it is escaped.
 */
export function annotations(document: object): string {
  const found = withFindings.safeParse(document)
  if (found.success) {
    const { findings, counts } = found.data
    const size = extent.safeParse(counts)
    const { files, grants } = size.success ? size.data : { files: 0, grants: 0 }
    const told = countFindings(findings, files, grants)
    const lines = renderFindingsGithub({ findings, counts: told, sources: () => null })
    // Without counts it isn't files that were looked at, and the last line would speak of them.
    if (size.success) return lines
    const above = lines.split('\n').slice(0, -2)
    return `${[...above, `${plural(told.errors, 'error')}, ${plural(told.warnings, 'warning')}.`].join('\n')}\n`
  }
  const applied = withOutcomes.safeParse(document)
  return applied.success ? outcomeLines(applied.data.outcomes) : ''
}

type Outcome = z.infer<typeof withOutcomes>['outcomes'][number]

const BAD: ReadonlySet<Outcome['state']> = new Set(['failed', 'refused', 'held'])

function outcomeLines(outcomes: readonly Outcome[]): string {
  let annotated = 0
  const lines = outcomes.map((outcome) => {
    const { grant, system, action, state, why } = outcome
    const what = `${state}: ${action ?? 'work'} in ${system}: ${why}`
    if (!BAD.has(state) || ++annotated > MOST) return logLine(`${grant ?? system}: ${what}`)
    const at = grant === null ? '' : `file=${commandProperty(grant)},`
    return `::error ${at}title=${commandProperty(state)}::${commandData(what)}`
  })
  return lines.map((line) => `${line}\n`).join('')
}
