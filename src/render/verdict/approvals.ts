import type { CountedApproval, MissingApproval, PathVerdict, Verdict } from '../../approval/verdict.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { few } from '../../book/few.ts'
import { firstRows } from '../first-rows.ts'
import { folded } from '../plan-parts.ts'
import { count } from './counts.ts'

const FILES = 5

/** Who must still approve, and why; then what makes it unapprovable. Files with the same need stand together. */
export function missingSection(verdict: Verdict, most: number): readonly string[] {
  const groups = new Map<string, { readonly missing: MissingApproval; readonly paths: string[] }>()
  for (const { path, missing } of verdict.paths) {
    for (const one of missing) {
      const key = JSON.stringify([one.from, one.count, one.why, one.could])
      const group = groups.get(key)
      if (group) group.paths.push(path)
      else groups.set(key, { missing: one, paths: [path] })
    }
  }
  if (groups.size === 0) return []
  const rows = [...groups.values()].map(({ missing, paths }) => missingRow(missing, paths))
  return ['#### Who must approve', firstRows(rows, most)]
}

function missingRow({ from, count: lacking, why, could }: MissingApproval, paths: readonly string[]): string {
  const who = `${lacking} of ${from.map(markdownCode).join(' or ')}`
  const names =
    could === null
      ? ''
      : could.length === 0
        ? ' **Nobody can**: everyone among them is excluded or has no file in the book.'
        : ` Could: ${could.map(markdownText).join(', ')}.`
  return `- **${who}** for ${filesOf(paths)}. ${markdownText(why)}${names}`
}

function filesOf(paths: readonly string[]): string {
  return few(paths, FILES, { say: markdownCode })
}

/** Why it can't be approved as it is. */
export function reasonsSection(verdict: Verdict, most: number): readonly string[] {
  const whole = verdict.reasons.map(({ rule, why }) => `- ${markdownText(why)} (${markdownCode(rule)})`)
  const groups = new Map<string, string[]>()
  for (const { path, reasons } of verdict.paths) {
    for (const { rule, why } of reasons) {
      const key = `${markdownText(why)} (${markdownCode(rule)})`
      groups.set(key, [...(groups.get(key) ?? []), path])
    }
  }
  const paths = [...groups].map(([why, files]) => `- ${filesOf(files)}: ${why}`)
  const lines = [...whole, ...paths]
  return lines.length === 0 ? [] : ['#### Why it can’t be approved as it is', firstRows(lines, most)]
}

/** Approvals that count, with what each is for; then reviews that don't count, and why. */
export function countedSection({ paths, discounted, warnings }: Verdict, most: number): readonly string[] {
  const groups = new Map<
    number,
    { readonly approval: CountedApproval; readonly roles: Map<string, PathVerdict[]> }
  >()
  for (const path of paths) {
    for (const approval of path.approvals) {
      const group = groups.get(approval.review) ?? { approval, roles: new Map<string, PathVerdict[]>() }
      group.roles.set(approval.as, [...(group.roles.get(approval.as) ?? []), path])
      groups.set(approval.review, group)
    }
  }
  const approved = [...groups.values()].map(({ approval, roles }) => {
    const as = [...roles].map(([role, files]) => `${markdownCode(role)} (${count(files.length, 'file')})`)
    return `- ${markdownText(approval.person)} (${markdownCode(approval.login)}) as ${as.join(', ')}, on commit ${markdownCode(approval.commit.slice(0, 12))}`
  })
  const ignored = discounted.map(
    ({ login, why }) =>
      `- ${login === null ? 'An account that is gone' : markdownCode(login)}: ${markdownText(why)}`
  )
  return [
    ...(approved.length > 0 ? ['#### Approvals', firstRows(approved, most)] : []),
    ...folded(`Reviews that don’t count (${ignored.length})`, [firstRows(ignored, most)].filter(Boolean)),
    ...(warnings.length > 0 ? [warnings.map((text) => `> ${markdownText(text)}`).join('\n')] : [])
  ]
}
