import { readApplied } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { REQUEST } from '../request.ts'

export const cleaned: Chapter = {
  title: 'The next run tidies up',
  play: async ({ run, sandbox, teller }) => {
    const command = 'npx grantbook apply --format json'
    teller.command(command)
    const { outcomes } = readApplied(await run(command, 0))
    const revoked = outcomes.filter(({ action, state }) => action === 'revoke' && state === 'done')
    for (const { grant } of revoked) teller.show(`revoked  ${grant}`)
    teller.fact(
      'Dave’s statement is gone, and others that ended meanwhile',
      revoked.some(({ grant }) => grant === REQUEST.path)
    )
    const { users } = sandbox.snapshot(REQUEST.account)
    const left = users
      .find(({ name }) => name === REQUEST.subject)
      ?.inline.filter(({ document }) => document.includes(REQUEST.until))
    teller.fact('no policy of his names that date any more', left?.length === 0, JSON.stringify(left))
  }
}
