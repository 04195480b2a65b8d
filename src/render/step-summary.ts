import { z } from 'zod'
import { markdownCode, markdownText } from './escape.ts'
import { applyOutput } from './output/apply.ts'
import { findingOutput } from './output/finding.ts'

/** GitHub drops a step's summary beyond 1 MiB without a word. In UTF-8 bytes, with room for the closing line. */
const MOST = 1000 * 1024

const withFindings = z.object({ findings: z.array(findingOutput.loose()) })
const withOutcomes = applyOutput.pick({ outcomes: true }).loose()
const withState = z.object({ state: z.string(), why: z.string().nullable() })

/** A command's document as a step's summary in Markdown, under 1 MiB; what is cut is counted. */
export function stepSummary(command: string, document: object): string {
  const title = `### grantbook ${markdownText(command)}\n\n`
  const found = withFindings.safeParse(document)
  if (found.success) {
    const rows = found.data.findings.map(({ severity, code, file, line, message, fix }) =>
      row([
        severity,
        markdownCode(code),
        markdownCode(`${file}:${line}`),
        `${markdownText(message)} ${markdownText(fix)}`
      ])
    )
    return title + table(['', 'code', 'where', 'what'], rows, 'Nothing wrong.')
  }
  const applied = withOutcomes.safeParse(document)
  if (applied.success) {
    const rows = applied.data.outcomes.map(({ grant, system, action, state, why }) =>
      row([state, action ?? '', markdownCode(grant ?? ''), markdownCode(system), markdownText(why)])
    )
    return title + table(['', 'action', 'grant', 'system', 'why'], rows, 'Nothing to do.')
  }
  const judged = withState.safeParse(document)
  return judged.success
    ? `${title}**${markdownText(judged.data.state)}** ${markdownText(judged.data.why ?? '')}\n`
    : `${title}Done.\n`
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |\n`
}

/** As many rows as fit, then how many did not. */
function table(heads: readonly string[], rows: readonly string[], none: string): string {
  if (rows.length === 0) return `${none}\n`
  const encoder = new TextEncoder()
  const head = row(heads) + row(heads.map(() => '---'))
  let size = encoder.encode(head).length
  const fit: string[] = []
  for (const each of rows) {
    size += encoder.encode(each).length
    if (size > MOST) break
    fit.push(each)
  }
  const left = rows.length - fit.length
  return head + fit.join('') + (left > 0 ? `\n${left} more; all of them are in the job’s result file.\n` : '')
}
