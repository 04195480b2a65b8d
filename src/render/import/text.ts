import { logLine } from '../escape.ts'
import type { ImportDocument } from '../output/import.ts'
import { plural } from '../report.ts'

/** What an import did, for people: pull requests, then what nothing is made of, then counts. */
export function renderImportText({ found, pulls }: ImportDocument): string {
  const left = found.filter(({ state, what }) => state === 'left' && what !== 'outside')
  const lines = [
    ...pulls.map(({ pull, branch, state, files, why }) => {
      const number = pull === null ? '' : ` #${pull}`
      return `${state}${number} ${logLine(branch)}, ${plural(files, 'file')}${why === null ? '' : `: ${logLine(why)}`}`
    }),
    ...left
      .slice(0, MOST)
      .map(({ what, name, why }) => `left: ${what} ${logLine(name)}: ${logLine(why.join('; '))}`),
    ...(left.length > MOST ? [`… and ${left.length - MOST} more: --format json tells all`] : []),
    ...STATES.flatMap((state) => countsOf(found, state)),
    ...(pulls.length === 0 ? ['Nothing new to ask for.'] : [])
  ]
  return `${lines.join('\n')}\n`
}

const MOST = 40
const STATES = ['proposed', 'open', 'waiting', 'there', 'left'] as const
const KINDS = [
  ['person', 'people'],
  ['workload', 'workloads'],
  ['entitlement', 'entitlements'],
  ['grant', 'grants'],
  ['outside', 'things outside']
] as const

function countsOf(
  found: ImportDocument['found'],
  state: ImportDocument['found'][number]['state']
): readonly string[] {
  const counts = KINDS.flatMap(([kind, many]) => {
    const count = found.filter((one) => one.what === kind && one.state === state).length
    return count === 0 ? [] : [plural(count, kind === 'outside' ? 'thing outside' : kind, many)]
  })
  return counts.length === 0 ? [] : [`${state}: ${counts.join(', ')}`]
}
