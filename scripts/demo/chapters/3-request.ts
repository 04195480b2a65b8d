import { assumeRole } from '../access.ts'
import type { Chapter } from '../chapter.ts'
import { CORRECT, MISTAKEN, REQUEST } from '../request.ts'

export const request: Chapter = {
  title: 'A request is a file',
  play: async (stage) => {
    const { commit, keysOf, run, teller, write } = stage
    const before = await assumeRole(stage, keysOf(REQUEST.account, REQUEST.subject), REQUEST.role)
    teller.fact(
      `Dave can’t assume billing-read: ${before.denied}`,
      before.denied === 'AccessDenied',
      before.arn ?? ''
    )
    teller.say(`He asks for it in ${REQUEST.path}:`)
    teller.show(MISTAKEN)
    await write(REQUEST.path, MISTAKEN)
    const validate = 'npx grantbook validate'
    teller.command(validate)
    const wrong = await run(validate, 1)
    teller.show(wrong.out)
    const caught = wrong.out.includes(`${REQUEST.path}:4:1`) && wrong.out.includes('expires')
    teller.fact(
      'the slip is caught where it stands; it would have meant access without an end',
      caught,
      wrong.out
    )
    await write(REQUEST.path, CORRECT)
    teller.command("sed -i 's/expries/expires/' " + REQUEST.path)
    teller.command(validate)
    teller.show((await run(validate, 0)).out)
    await commit('Let Dave read billing data')
  }
}
