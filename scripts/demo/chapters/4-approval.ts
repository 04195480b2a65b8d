import type { Chapter } from '../chapter.ts'
import { approve, checkOf, push } from '../pulls.ts'
import { withoutIds } from '../without-ids.ts'
import { REQUEST, REWORDED } from '../request.ts'

export const approval: Chapter = {
  title: 'Only the right people’s approval of exactly this content counts',
  play: async (stage) => {
    const { run, teller, wait, write } = stage
    const approvals = 'npx grantbook approvals --pull 1'
    await wait(5)
    await approve(stage, 'frank', 1)
    teller.say('Frank, platform lead, approves.')
    teller.command(approvals)
    const wrong = await run(approvals, 1)
    teller.show(withoutIds(wrong.out, stage))
    teller.fact(
      'his approval doesn’t count: he is not in the team that owns the file',
      /frank/u.test(wrong.out),
      wrong.out
    )
    await wait(5)
    await approve(stage, 'carol', 1)
    await run(approvals, 0)
    teller.fact('Carol, of @acme/billing, approves: that is enough', true)
    await wait(5)
    await write(REQUEST.path, REWORDED)
    await push(stage, 'dave', REQUEST.branch, 'Say it better')
    const voided = await run(approvals, 1)
    teller.fact(
      'Dave pushes once more, one word: her approval is void',
      /carol/u.test(voided.out),
      voided.out
    )
    await wait(5)
    await approve(stage, 'carol', 1)
    teller.command(approvals)
    teller.show(withoutIds((await run(approvals, 0)).out, stage))
    await run('npx grantbook verdict --pull 1 --format json', 0)
    const { title, conclusion, summary } = await checkOf(stage)
    teller.fact(`she approves what stands there now: “${title}”`, conclusion === 'success', summary)
  }
}
