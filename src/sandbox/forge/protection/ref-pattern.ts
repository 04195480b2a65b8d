/**
 * Whether a ref matches a pattern of a ruleset: `~ALL`, `~DEFAULT_BRANCH`, or fnmatch as GitHub runs it, where `*` stays
 * within a segment and `**` doesn't. Source: docs.github.com, "Creating rulesets for a repository", fnmatch syntax.
 */
export function matchesRef(pattern: string, ref: string, defaultBranch: string): boolean {
  if (pattern === '~ALL') return true
  if (pattern === '~DEFAULT_BRANCH') return ref === `refs/heads/${defaultBranch}`
  return toRegExp(pattern).test(ref)
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*\/?|\*|\?)/u)
    .map((piece) => {
      if (piece === '**/') return '(?:.*/)?'
      if (piece === '**') return '.*'
      if (piece === '*') return '[^/]*'
      if (piece === '?') return '[^/]'
      return piece.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}
