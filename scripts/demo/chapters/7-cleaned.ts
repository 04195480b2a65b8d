import { readApplied, readEvents } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { REQUEST } from '../request.ts'
import { statementsOf } from '../statements.ts'

export const cleaned: Chapter = {
  title: 'The next run tidies up, and the record tells it all',
  play: async (stage) => {
    const { git, run, teller } = stage
    const command = 'npx grantbook apply --format json'
    teller.command(command)
    const { outcomes } = readApplied(await run(command, 0))
    const revoked = outcomes.filter(({ action, state }) => action === 'revoke' && state === 'done')
    for (const { grant } of revoked) teller.show(`revoked  ${grant}`)
    const his = revoked.some(({ grant }) => grant === REQUEST.path)
    teller.fact('what had ended is taken out: Dave’s statement, and two others’', his && revoked.length === 3)
    const left = statementsOf(stage, REQUEST.account, REQUEST.subject).filter((text) =>
      text.includes(REQUEST.role)
    )
    teller.fact('his user names that role no more', left.length === 0, left.join('\n'))
    const show = `git show evidence:events/${REQUEST.path}.jsonl`
    teller.command(show)
    const events = readEvents(await git(...show.split(' ').slice(1)))
    for (const { at, event, until, sessionsUntil } of events) {
      teller.show(
        `${at}  ${event}${until ? `, until ${until}` : ''}${sessionsUntil ? `; sessions may last until ${sessionsUntil}` : ''}`
      )
    }
    const kinds = events.map(({ event }) => event).join(', ')
    teller.fact(
      'the record has its beginning and its end, and says how long a session might last',
      kinds === 'issued, revoked',
      kinds
    )
  }
}
