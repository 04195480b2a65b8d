import type { Chapter } from '../chapter.ts'
import { readApplied } from '../answers.ts'
import { approve, checkOf, merge, open, push, update, type Check } from '../pulls.ts'
import type { Stage } from '../stage.ts'
import { statementsOf } from '../statements.ts'
import { withoutIds } from '../without-ids.ts'

const ACCOUNT = '123456789012'
const HEADER = '# yaml-language-server: $schema=../../../../schemas/grant.schema.json\n'
const RELEASES = 'grants/systems/aws-prod/release-approve/dave.yaml'
const SHARE = 'grants/systems/aws-prod/key-share-2/heidi.yaml'

const release = (starts: string): string =>
  `${HEADER}reason: Approves releases of the shop while Erin is away\nstarts: ${starts}\nexpires: 2027-03-15\n`
const share = `${HEADER}reason: Stands in as custodian of share 2 while Peggy is away\nstarts: 2026-11-20\nexpires: 2026-12-31\n`
const exception = `# yaml-language-server: $schema=../../schemas/exception.schema.json
rule: key-custody
subject: heidi
reason: Peggy is away, and one of three custodians must stand in for her
control: Internal audit keeps the safe's second key and logs each opening
expires: 2026-11-30
`

/** Nobody holds too much together: by a workload, and by an exception that ends. */
export const duties: Chapter = {
  title: 'Nobody holds both halves of a duty, by whatever way',
  play: async (stage) => {
    await throughWorkload(stage)
    await byException(stage)
  }
}

async function throughWorkload(stage: Stage): Promise<void> {
  const { teller, wait, write } = stage
  await wait(5)
  teller.say(
    'Dave asks to approve releases. Nothing is wrong with that by itself, but he backs up the owner of'
  )
  teller.say('the pipeline that deploys, and so can deploy by it.')
  const pull = await ask(stage, 'dave', 'releases-dave', { [RELEASES]: release('2026-12-01') })
  const stopped = await verdict(stage, pull)
  teller.show(withoutIds(dutiesOf(stopped.summary), stage))
  teller.fact(
    `stopped: “${stopped.title}”`,
    stopped.conclusion === 'failure' && stopped.summary.includes('deploy\\-shop'),
    stopped.summary
  )
  await wait(5)
  await write(RELEASES, release('2027-01-30'))
  await push(stage, 'dave', 'releases-dave', 'Begin when the pipeline’s grant has ended')
  const mended = await verdict(stage, pull)
  teller.fact(
    `begun when the finding says, it passes: “${mended.title}”`,
    mended.conclusion === 'action_required',
    mended.summary
  )
  await wait(5)
  await approve(stage, 'erin', pull)
  await merge(stage, 'erin', pull)
}

async function byException(stage: Stage): Promise<void> {
  const { run, teller, wait } = stage
  await wait(5)
  teller.say(
    'Heidi keeps one share of the root key. She is to stand in for the keeper of another one: an exception'
  )
  teller.say('names what is done instead, and ends.')
  const pull = await ask(stage, 'heidi', 'share-heidi', {
    [SHARE]: share,
    'grants/exceptions/heidi-second-share.yaml': exception
  })
  await wait(5)
  await approve(stage, 'erin', pull)
  await approve(stage, 'olivia', pull)
  const ready = await verdict(stage, pull)
  teller.show(withoutIds(dutiesOf(ready.summary), stage))
  teller.fact(
    `approved by security and by governance: “${ready.title}”`,
    ready.conclusion === 'success',
    ready.summary
  )
  await merge(stage, 'erin', pull)
  const apply = 'npx grantbook apply --format json'
  teller.command(apply)
  const { outcomes } = readApplied(await run(apply, 0))
  const done = outcomes.some(({ grant, state }) => grant === SHARE && state === 'done')
  const statement = statementsOf(stage, ACCOUNT, 'heidi').find((text) => text.includes('share-2')) ?? ''
  teller.fact(
    'her file says 2026-12-31; in AWS it ends with the exception, on 2026-12-01',
    done && statement.includes('2026-12-01T00:00:00Z'),
    statement
  )
  teller.command('npx grantbook conflicts')
  const { out } = await run('npx grantbook conflicts', 0)
  teller.fact(
    'what stands under an exception is listed with its control',
    out.includes('heidi-second-share'),
    out
  )
}

async function ask(
  stage: Stage,
  person: string,
  branch: string,
  files: Readonly<Record<string, string>>
): Promise<number> {
  await update(stage)
  for (const [path, text] of Object.entries(files)) await stage.write(path, text)
  await push(stage, person, branch, 'Ask for access')
  return open(stage, person, branch, 'Ask for access')
}

async function verdict(stage: Stage, pull: number): Promise<Check> {
  await stage.run(`npx grantbook verdict --pull ${pull} --format json`, 0)
  return checkOf(stage)
}

/** The part of the check's summary about duties. */
function dutiesOf(summary: string): string {
  const start = summary.indexOf('#### Separation of duties')
  const after = summary.slice(start)
  const end = after.slice(1).search(/\n\n(?:####|<)/u)
  return end === -1 ? after : after.slice(0, end + 1)
}
