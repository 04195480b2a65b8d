import { readApplied } from '../answers.ts'
import type { Chapter } from '../chapter.ts'

export const files: Chapter = {
  title: 'The files of Acme become access',
  play: async ({ commit, git, run, teller }) => {
    const validate = 'npx grantbook validate'
    teller.command(validate)
    teller.show((await run(validate, 0)).out)
    await commit('Acme')
    const apply = 'npx grantbook apply --format json'
    const { outcomes, calls } = readApplied(await run(apply, 0))
    teller.command(apply)
    const grants = new Set(outcomes.map(({ grant }) => grant))
    teller.fact(
      '40 grants were issued, each with its dates in AWS’s own policy',
      grants.size === 40,
      [...grants].join('\n')
    )
    const undone = outcomes.filter(({ state }) => state !== 'done')
    teller.fact(
      `${calls.read} calls read, ${calls.write} wrote, none failed`,
      undone.length === 0,
      JSON.stringify(undone)
    )
    const log = await git('log', '--format=%s', 'evidence')
    teller.fact('what was done is on the branch “evidence”', log.trim() !== '', log)
  }
}
