import { assumeRole } from '../access.ts'
import { readApplied } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { REQUEST } from '../request.ts'
import { statementsOf } from '../statements.ts'

export const apply: Chapter = {
  title: 'Applied, the access works',
  play: async (stage) => {
    const { keysOf, run, sandbox, teller } = stage
    const command = 'npx grantbook apply'
    teller.command(command)
    teller.show((await run(command, 0)).out)
    teller.say('In AWS that is one more statement on his user, with the end in it:')
    const statement = statementsOf(stage, REQUEST.account, REQUEST.subject).find((text) =>
      text.includes(REQUEST.role)
    )
    teller.show(statement ?? '')
    teller.fact(
      'the end in AWS is the end in the file',
      statement?.includes(`"${REQUEST.until}"`) === true,
      statement
    )
    const now = await assumeRole(stage, keysOf(REQUEST.account, REQUEST.subject), REQUEST.role)
    teller.fact(`Dave assumes the role with his own keys: ${now.arn}`, now.arn !== null, now.denied ?? '')
    sandbox.clearCalls()
    const again = 'npx grantbook apply --format json'
    teller.command(again)
    const { calls } = readApplied(await run(again, 0))
    const writes = sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam')
    teller.fact(
      `a second apply reads ${calls.read} times and writes nothing`,
      calls.write === 0 && writes.length === 0,
      JSON.stringify(writes)
    )
  }
}
