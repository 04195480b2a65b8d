import { assumeRole } from '../access.ts'
import type { Chapter } from '../chapter.ts'
import { checkOf, open, push } from '../pulls.ts'
import { withoutIds } from '../without-ids.ts'
import { CORRECT, MISTAKEN, REQUEST } from '../request.ts'

export const request: Chapter = {
  title: 'A request is a pull request',
  play: async (stage) => {
    const { as, keysOf, run, teller, wait, write } = stage
    await wait(5)
    const before = await assumeRole(stage, keysOf(REQUEST.account, REQUEST.subject), REQUEST.role)
    teller.fact(
      `Dave can’t assume billing-read: ${before.denied}`,
      before.denied === 'AccessDenied',
      before.arn ?? ''
    )
    teller.say(`He asks for it in ${REQUEST.path}:`)
    teller.show(MISTAKEN)
    await as('dave').git('checkout', '--quiet', '-b', REQUEST.branch)
    await write(REQUEST.path, MISTAKEN)
    await push(stage, 'dave', REQUEST.branch, 'Let Dave read billing data')
    const pull = await open(stage, 'dave', REQUEST.branch, 'Let Dave read billing data')
    const validate = 'npx grantbook validate --base origin/main --head HEAD'
    teller.command(validate)
    const wrong = await run(validate, 1)
    teller.show(wrong.out)
    const caught = wrong.out.includes(`${REQUEST.path}:4:1`)
    teller.fact(
      'the slip is caught where it stands; it would have meant access without an end',
      caught,
      wrong.out
    )
    const verdict = `npx grantbook verdict --pull ${pull} --format json`
    teller.command(verdict)
    await run(verdict, 0)
    const first = await checkOf(stage)
    teller.fact(
      `the check on the pull request: “${first.title}”`,
      first.conclusion === 'failure' && first.summary.includes(`${REQUEST.path}:4`),
      first.summary
    )
    await wait(5)
    await write(REQUEST.path, CORRECT)
    await push(stage, 'dave', REQUEST.branch, 'Mend the end')
    await run(verdict, 0)
    const second = await checkOf(stage)
    teller.say('Corrected and pushed, the check shows all that a reviewer needs:')
    teller.show(withoutIds(second.summary.slice(0, second.summary.indexOf('<sub>')), stage))
    teller.fact(
      `it waits: “${second.title}”`,
      second.conclusion === 'action_required',
      `${second.conclusion}\n${second.summary}`
    )
  }
}
