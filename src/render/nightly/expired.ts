import { writeInstant } from '../../book/instant.ts'
import type { Expired } from '../../nightly/expired.ts'
import { plural } from '../report.ts'
import { markdownCode, markdownText } from '../escape.ts'

/** So many rows are shown; the files themselves are in the pull request in any case. */
const MOST = 300

/** Title of the pull request that removes what has ended of one entitlement. */
export function expiredTitle({ entitlement, ended }: Expired): string {
  return `Remove ${plural(ended.length, 'grant')} of ${entitlement} that ended`
}

/** Its body: what ended and when, and what merging, editing and closing do. */
export function expiredBody({ ended }: Expired): string {
  const rows = ended
    .slice(0, MOST)
    .map(
      ({ path, subject, until, why, reason, kind }) =>
        `| ${markdownText(subject)}${kind === 'emergency' ? ' (emergency)' : ''} | ${until === null ? 'by a record' : writeInstant(until)} | ${markdownText(why)} | ${markdownText(reason)} | ${markdownCode(path)} |`
    )
  const more = ended.length > MOST ? [`_and ${ended.length - MOST} more, all among the files._`] : []
  return [
    `This access has ended and is already revoked. The files are still there: this removes ${ended.length === 1 ? 'it' : 'them'}.`,
    '- **Merge:** removes the record from the files; history and evidence keep it. Nobody loses anything by it.',
    '- **Edit `expires` here and have it approved:** renews, as an ordinary request of whoever edits.',
    '- **Close:** nothing changes, and it comes back tomorrow.',
    ['| who | ended | because | it was for | file |', '|---|---|---|---|---|', ...rows].join('\n'),
    ...more
  ].join('\n\n')
}
