import { logLine } from '../escape.ts'
import type { ShownDiff } from './view.ts'

/** So much of the differences is shown; characters. */
const LONGEST = 12_000

/** Differences of governing files, folded in: text of a code block, so that nothing in it is Markdown. */
export function diffSection(diffs: readonly ShownDiff[]): readonly string[] {
  if (diffs.length === 0) return []
  const shown: string[] = []
  let left = LONGEST
  for (const { text } of diffs) {
    const safe = text.split('\n').map(logLine).join('\n').trimEnd()
    if (safe.length > left) break
    left -= safe.length
    shown.push(safe)
  }
  const hidden = diffs.length - shown.length
  const body = shown.join('\n')
  const longest = Math.max(2, ...[...body.matchAll(/`+/gu)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  const block = shown.length > 0 ? `${fence}diff\n${body}\n${fence}` : ''
  const rest = hidden > 0 ? `_${hidden} more: see the files of this pull request._` : ''
  const inside = [block, rest].filter(Boolean).join('\n\n')
  return [`<details><summary>Governing files (${diffs.length})</summary>\n\n${inside}\n\n</details>`]
}
