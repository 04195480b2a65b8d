import { readAudited } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { APP } from '../forge-world.ts'
import { REQUEST } from '../request.ts'
import type { Stage } from '../stage.ts'
import { withoutIds } from '../without-ids.ts'

export const record: Chapter = {
  title: 'The record tells it all, and can’t be made to lie',
  play: async (stage) => {
    const { as, run, teller } = stage
    await as(APP).git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    const explain = 'npx grantbook explain dave aws-prod/billing-read'
    teller.command(explain)
    const told = (await run(explain, 0)).out
    teller.show(withoutIds(told, stage))
    const audit = 'npx grantbook audit --format json'
    teller.command(audit)
    const clean = readAudited(await run(audit, 0))
    teller.fact(
      `${clean.commits} commits and ${clean.events} events are verified; nothing is wrong`,
      clean.problems.length === 0 && clean.anchored,
      JSON.stringify(clean)
    )
    await tamper(stage)
    const forged = 'npx grantbook audit --evidence forged --format json'
    teller.command(forged)
    const { problems } = readAudited(await run(forged, 1))
    const named = problems.find(({ file }) => file?.includes(REQUEST.path) === true)
    teller.fact(
      'with one byte of it changed, audit names the file',
      named !== undefined,
      JSON.stringify(problems)
    )
    teller.show(withoutIds(`${named?.code}: ${named?.message}`, stage))
  }
}

/** Changes one digit of one line of the record, as somebody would who may push to the branch but hasn't the key. */
async function tamper({ as, write, root }: Stage): Promise<void> {
  const { git } = as('heidi')
  const path = `events/${REQUEST.path}.jsonl`
  const text = await git('show', `origin/evidence:${path}`)
  await write('forged.tmp', text.replace('"id":583233', '"id":583236'))
  const blob = (await git('hash-object', '-w', `${root}/forged.tmp`)).trim()
  await git('checkout', '--quiet', '-B', 'forged', 'origin/evidence')
  await git('update-index', '--cacheinfo', `100644,${blob},${path}`)
  await git('commit', '--quiet', '--message=Nothing to see here')
  await git('checkout', '--quiet', '--force', 'main')
}
