import { readNight, readRequested } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { openConsole } from '../console.ts'
import { approve, merge } from '../pulls.ts'
import { REQUEST } from '../request.ts'
import type { Stage } from '../stage.ts'
import { statementsOf } from '../statements.ts'

const ANALYTICS = '111122223333'
const QUERY = `arn:aws:iam::${ANALYTICS}:role/entitlements/warehouse-query`
const NIGHTLY = 'npx grantbook nightly --format json'
const FOLDER = 'grants/out-of-band/aws-analytics/'

/** What time and hands have done since, what one night makes of it, and what people make of what it found. */
export const night: Chapter = {
  title: 'The night: what ended goes, what appeared is asked about',
  play: async (stage) => {
    await byHand(stage)
    await stage.wait(137)
    const queue = await firstNight(stage)
    await decide(stage, queue)
    await nextNight(stage)
  }
}

async function byHand(stage: Stage): Promise<void> {
  const { createKey, createUser, putPolicy } = openConsole(stage, ANALYTICS, 'mallory')
  await createUser('etl-temp')
  await createKey('etl-temp')
  await putPolicy('grace', 'quick-fix', 'sts:AssumeRole', QUERY)
  stage.teller.say(
    'In the console of aws-analytics, Mallory makes a user with an access key, and lets Grace query the warehouse.'
  )
}

/** Returns the pull request about what was found in aws-analytics. */
async function firstNight(stage: Stage): Promise<number> {
  const { run, teller } = stage
  teller.command(NIGHTLY)
  const { outcomes, pulls, issues } = readNight(await run(NIGHTLY, 0))
  const revoked = outcomes.filter(({ action, state }) => action === 'revoke' && state === 'done')
  for (const { grant } of revoked) teller.show(`revoked  ${grant}`)
  for (const { branch, state } of pulls) teller.show(`${state}   ${branch}`)
  const his = revoked.some(({ grant }) => grant === REQUEST.path)
  const left = statementsOf(stage, REQUEST.account, REQUEST.subject).filter((text) =>
    text.includes(REQUEST.role)
  )
  teller.fact(
    'what had ended is taken out: Dave’s statement, and two others’; his user names that role no more',
    his && revoked.length === 3 && left.length === 0,
    JSON.stringify(revoked)
  )
  teller.fact(
    'their files leave by pull request, and what Heidi pushed comes back to what was approved',
    pulls.every(({ state }) => state === 'opened') && pulls.length === 6,
    JSON.stringify(pulls)
  )
  teller.fact(`${issues.length} issues tell whom it concerns`, issues.length > 0)
  return pulls.find(({ branch }) => branch === 'grantbook/outside/aws-analytics')?.pull ?? 0
}

async function decide(stage: Stage, queue: number): Promise<void> {
  const { as, read, run, teller, wait, write } = stage
  const { git } = as('ivan')
  await git('fetch', '--quiet', 'origin', 'grantbook/outside/aws-analytics')
  await git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD')
  const files = (await git('ls-files', FOLDER)).trim().split('\n')
  const about = (name: string): string => files.find((path) => path.includes(`/user.${name}-`)) ?? ''
  const found = await read(about('etl-temp'))
  teller.show(
    found
      .split('\n')
      .filter((line) => /what:|by:|decision:/u.test(line))
      .join('\n')
  )
  teller.fact(
    'the key and the user are told as IAM has them, with who made them',
    /what: "access key/u.test(found) && found.includes('mallory'),
    found
  )
  await write(about('etl-temp'), found.replace('decision: undecided', 'decision: revoke'))
  await git('commit', '--quiet', '--all', '--message=Take etl-temp away')
  await git('push', '--quiet', 'origin', 'HEAD:refs/heads/grantbook/outside/aws-analytics')
  await wait(5)
  await approve(stage, 'heidi', queue)
  await merge(stage, 'ivan', queue)
  teller.say('Ivan owns the system: he decides to revoke the one. The other Grace asks to keep, properly:')
  const adopt = `npx grantbook adopt ${about('grace')} --expires 14d --reason "Delivery times for the quarterly report"`
  teller.command(adopt)
  const { pull } = readRequested(await run(`${adopt} --format json`, 0, 'grace'))
  await wait(5)
  await approve(stage, 'kim', pull)
  await merge(stage, 'grace', pull)
}

async function nextNight({ run, sandbox, teller, wait }: Stage): Promise<void> {
  await wait(60)
  teller.command(NIGHTLY)
  const { outcomes, pulls } = readNight(await run(NIGHTLY, 0))
  const { users } = sandbox.snapshot(ANALYTICS)
  const grace = users.find(({ name }) => name === 'grace')
  teller.fact(
    'etl-temp and its key are gone from the account, saved in the record before',
    users.every(({ name }) => name !== 'etl-temp'),
    JSON.stringify(outcomes)
  )
  const policies = grace?.inline.map(({ name }) => name) ?? []
  teller.fact(
    'Grace has her grant, with its end; what Mallory wrote is gone',
    !policies.includes('quick-fix') && policies.some((name) => name.startsWith('grantbook-')),
    JSON.stringify(outcomes)
  )
  const files = pulls.find(({ branch }) => branch === 'grantbook/outside/aws-analytics')
  teller.fact(
    'what is settled leaves the files by the next pull request; of all the others none is opened twice',
    files?.state === 'opened' && pulls.every((one) => one === files || one.state === 'unchanged'),
    JSON.stringify(pulls)
  )
}
