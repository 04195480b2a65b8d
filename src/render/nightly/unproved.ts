import type { Unproved } from '../../nightly/unproved.ts'
import { plural } from '../report.ts'
import { markdownCode, markdownText } from '../escape.ts'

const MOST = 300

/** Title of the pull request that restores the approved form of files. */
export function unprovedTitle(files: readonly Unproved[]): string {
  return `Restore the approved form of ${plural(files.length, 'file')}`
}

/** Its body: which files are not followed, and why. */
export function unprovedBody(files: readonly Unproved[]): string {
  const rows = files
    .slice(0, MOST)
    .map(
      ({ path, approved, told }) =>
        `| ${markdownCode(path)} | ${approved === null ? 'remove' : 'restore'} | ${markdownText(told.why)} |`
    )
  const more = files.length > MOST ? [`_and ${files.length - MOST} more, all among the files._`] : []
  return [
    'The default branch says something here that nobody approved, or that is held. Nothing of it is in force: what was approved last is. This brings the files back to that.',
    ['| file | | why it is not followed |', '|---|---|---|', ...rows].join('\n'),
    ...more,
    '- **Merge:** the files say what is in force. It needs no approval of Grantbook’s.',
    '- **If it was meant:** request it by a pull request of its own and have it approved; then this closes by itself.',
    '- **Close:** nothing changes, and it comes back tomorrow.'
  ].join('\n\n')
}
