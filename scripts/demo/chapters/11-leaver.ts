import { assumeRole } from '../access.ts'
import { readApplied, readNight, readRequested } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { approve, merge } from '../pulls.ts'
import type { Stage } from '../stage.ts'
import { statementsOf } from '../statements.ts'

const ACCOUNT = '123456789012'
const ORDERS = `arn:aws:iam::${ACCOUNT}:role/entitlements/orders-read`
const OFFBOARD = 'npx grantbook offboard niaj --ends 2026-11-23T12:00:00Z'
const NIGHTLY = 'npx grantbook nightly --format json'

/** Somebody leaves, and the agent that he answered for finds somebody else, or ends. */
export const leaver: Chapter = {
  title: 'A leaver, and the agent that he answered for',
  play: async (stage) => {
    const { keysOf, run, teller, wait } = stage
    teller.command(OFFBOARD)
    const asked = readRequested(await run(`${OFFBOARD} --format json`, 0, 'judy'))
    await wait(5)
    await approve(stage, 'olivia', asked.pull)
    await merge(stage, 'judy', asked.pull)
    const { outcomes } = readApplied(await run('npx grantbook apply --format json', 0))
    const shortened = outcomes.filter(({ action, state }) => action === 'shorten' && state === 'done')
    const his = statementsOf(stage, ACCOUNT, 'niaj')
    teller.fact(
      'his two grants end with him: in AWS their date is his last hour now; his agent’s ends a week later',
      shortened.length === 3 &&
        his.length === 2 &&
        his.every((text) => text.includes('2026-11-23T12:00:00Z')),
      his.join('\n')
    )
    await wait(480)
    const tried = await assumeRole(stage, keysOf(ACCOUNT, 'niaj'), ORDERS)
    teller.fact(`that evening Niaj gets ${tried.denied}`, tried.denied === 'AccessDenied', tried.arn ?? '')
    await orphan(stage)
  }
}

async function orphan(stage: Stage): Promise<void> {
  const { run, teller, wait } = stage
  teller.command(NIGHTLY)
  const { pulls } = readNight(await run(NIGHTLY, 0))
  const asked = pulls.find(({ branch }) => branch === 'grantbook/orphan/inbox-sorter')
  teller.fact(
    'the agent inbox-sorter has lost its owner: Judy, his manager, is asked by pull request to answer for it',
    asked?.state === 'opened' && asked.pull !== null,
    JSON.stringify(pulls)
  )
  await wait(5)
  const pull = asked?.pull ?? 0
  await approve(stage, 'judy', pull)
  await approve(stage, 'olivia', pull)
  await merge(stage, 'judy', pull)
  const { outcomes } = readApplied(await run('npx grantbook apply --format json', 0))
  teller.fact(
    'she takes it on, governance agrees: what it may read has its own end again. Unasked, it would have ended in a week',
    outcomes.some(({ grant, state }) => grant?.includes('inbox-sorter') === true && state === 'done'),
    JSON.stringify(outcomes)
  )
}
