import { assumeRole } from '../access.ts'
import { readApplied } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { merge } from '../pulls.ts'
import { REQUEST } from '../request.ts'
import type { RecordedCall } from '../../../src/sandbox/sandbox.ts'
import type { Stage } from '../stage.ts'
import { statementsOf } from '../statements.ts'

export const apply: Chapter = {
  title: 'Merged and applied, the access works',
  play: async (stage) => {
    const { keysOf, run, sandbox, teller, wait } = stage
    await wait(5)
    await merge(stage, 'dave', 1)
    const command = 'npx grantbook apply --format json'
    teller.command(command)
    sandbox.clearCalls()
    const { outcomes } = readApplied(await run(command, 0))
    const first = writesToIam(stage)
    const done = outcomes.filter(({ state }) => state === 'done')
    teller.fact(
      `one grant is issued with one write to IAM; ${outcomes.length - 1} stand as they did`,
      done.length === 1 && done[0]?.grant === REQUEST.path && first.length === 1,
      JSON.stringify(done)
    )
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
    await run(command, 0)
    const writes = writesToIam(stage)
    teller.fact('a second apply writes nothing to AWS', writes.length === 0, JSON.stringify(writes))
  }
}

function writesToIam({ sandbox }: Stage): readonly RecordedCall[] {
  return sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam')
}
