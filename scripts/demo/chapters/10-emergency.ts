import { assumeRole } from '../access.ts'
import type { Chapter } from '../chapter.ts'
import { approve, merge, update } from '../pulls.ts'
import type { Stage } from '../stage.ts'
import { readNight, readRequested } from '../answers.ts'

const ACCOUNT = '123456789012'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-admin`
const ASK =
  'npx grantbook request --emergency INC-17 --subject alice --entitlement aws-prod/billing-admin --reason "Invoices go out twice since 02:00" --yes --format json'

/** Break-glass: one approval on call, two hours, and a review afterwards. */
export const emergency: Chapter = {
  title: 'Break-glass: one command, two hours, reviewed afterwards',
  play: async (stage) => {
    const { keysOf, run, teller, wait } = stage
    await wait(125)
    teller.say('Invoices go out twice. Alice needs to stop the job, and she needs it now.')
    teller.command(ASK)
    const asked = readRequested(await run(ASK, 0, 'alice'))
    await wait(2)
    await approve(stage, 'dave', asked.pull)
    await wait(1)
    await merge(stage, 'alice', asked.pull)
    await run('npx grantbook apply --format json', 0)
    const open = await assumeRole(stage, keysOf(ACCOUNT, 'alice'), ROLE)
    teller.fact('Dave, on call, approves; three minutes later she is in', open.arn !== null, open.denied ?? '')
    await wait(121)
    const over = await assumeRole(stage, keysOf(ACCOUNT, 'alice'), ROLE)
    teller.fact(`two hours later: ${over.denied}`, over.denied === 'AccessDenied', over.arn ?? '')
    await review(stage)
  }
}

async function review(stage: Stage): Promise<void> {
  const { as, read, run, teller, wait, write } = stage
  const nightly = 'npx grantbook nightly --format json'
  teller.command(nightly)
  const { pulls } = readNight(await run(nightly, 0))
  const asked = pulls.find(({ branch }) => branch.includes('/retrospective/'))
  teller.fact(
    'its end opens the review, which nobody can merge before somebody has answered it',
    asked?.state === 'opened' && asked.pull !== null,
    JSON.stringify(pulls)
  )
  const branch = asked?.branch ?? ''
  await as('carol').git('fetch', '--quiet', 'origin', branch)
  await as('carol').git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD')
  const changed = await as('carol').git('diff', '--name-only', '--diff-filter=A', 'origin/main...HEAD')
  const path = changed.trim()
  teller.show(await read(path))
  const answers = { happened: 'The billing job ran on two hosts', done: 'One of them was stopped', verdict: 'accepted' }
  let text = await read(path)
  for (const [field, answer] of Object.entries(answers))
    text = text.replace(new RegExp(`^${field}:.*$`, 'mu'), `${field}: ${answer}`)
  await write(path, text)
  await as('carol').git('commit', '--quiet', '--all', '--message=Review INC-17')
  await as('carol').git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  await wait(5)
  await approve(stage, 'olivia', asked?.pull ?? 0)
  await approve(stage, 'dave', asked?.pull ?? 0)
  await merge(stage, 'carol', asked?.pull ?? 0)
  await run('npx grantbook apply --format json', 0)
  teller.fact('Carol, who owns billing-admin, writes it; Olivia approves; the emergency’s file goes with it', true)
  await update(stage)
}
