import { compareProblems } from './audit-json.ts'
import type { AuditView } from './audit-view.ts'
import { logLine, plainLine } from './escape.ts'

/** What an audit found, for a person. */
export function renderAuditText(view: AuditView): string {
  const { commits, grants, events, problems, count, head } = view
  const found = problems.toSorted(compareProblems).flatMap(({ code, file, line, commit, message }) => {
    const place = file === null ? 'evidence' : `${file}${line === null ? '' : `:${line}`}`
    const where = commit === null ? [] : [`    in commit ${plainLine(commit)}`]
    return [logLine(`${place} ${code} ${message}`), ...where]
  })
  const more = count - problems.length
  const lines = [
    ...found,
    ...(found.length > 0 ? [''] : []),
    `${amount(commits, 'commit')} up to ${head ?? 'nowhere'}, ${amount(grants, 'grant')}, ${amount(events, 'event')}.`,
    logLine(anchorLine(view)),
    logLine(view.github),
    count === 0
      ? 'No problems: every signature, every order, every chain from request to revocation holds.'
      : `${amount(count, 'problem')}${more > 0 ? `, of which the first ${problems.length} are shown` : ''}. What each code means: docs/audit.md.`
  ]
  return `${lines.join('\n')}\n`
}

function anchorLine({ anchor }: AuditView): string {
  if (anchor.state === 'contained')
    return `anchored: true. The branch contains ${anchor.head}, ${anchor.source}.`
  return anchor.state === 'broken'
    ? 'anchored: false. The branch doesn’t contain the head that was noted elsewhere.'
    : 'anchored: false. Nothing from outside says where the branch should end, so that a cut can’t be seen. Name a head that you noted with --head, or give GITHUB_TOKEN and GITHUB_REPOSITORY.'
}

function amount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
