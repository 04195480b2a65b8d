import { readApplied, readPlanned } from '../answers.ts'
import type { Chapter } from '../chapter.ts'

export const files: Chapter = {
  title: 'The files of Acme become access',
  play: async ({ commit, git, run, teller }) => {
    const validate = 'npx grantbook validate'
    teller.command(validate)
    teller.show((await run(validate, 0)).out)
    await commit('Acme')
    const plan = 'npx grantbook plan --format json'
    teller.command(plan)
    const { changes } = readPlanned(await run(plan, 0))
    const dated = changes.filter(({ enforcement }) => enforcement === 'target').length
    const grants = new Set(changes.map(({ grant }) => grant)).size
    teller.fact(
      `${changes.length} changes for ${grants} grants (one bundle reaches into both accounts)`,
      grants === 40 && changes.length === 41,
      JSON.stringify(changes)
    )
    teller.fact(
      `${dated} carry their end in AWS’s own policy; ${changes.length - dated} are memberships of a group, which can’t`,
      dated === 39,
      JSON.stringify(changes)
    )
    const apply = 'npx grantbook apply --format json'
    teller.command(apply)
    const { outcomes, calls } = readApplied(await run(apply, 0))
    const undone = outcomes.filter(({ state }) => state !== 'done')
    teller.fact(
      `${outcomes.length} done with ${calls.write} writes, none refused, none failed`,
      undone.length === 0 && outcomes.length === 41,
      JSON.stringify(undone)
    )
    const log = await git('log', '--format=%h %s', 'evidence')
    teller.fact('what was done is on the branch “evidence”', log.trim() !== '', log)
  }
}
