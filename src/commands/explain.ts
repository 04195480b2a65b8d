import { UnableError, UsageError } from '../book/errors.ts'
import { writeInstant, type Instant } from '../book/instant.ts'
import { nearest } from '../book/nearest.ts'
import { identify, SETTINGS_PATH } from '../book/paths.ts'
import { plain, quote } from '../book/quote.ts'
import { readAlone } from '../evidence/audit/approved-book.ts'
import type { Event } from '../evidence/events.ts'
import { outsideStory } from '../evidence/explain/outside-story.ts'
import { storyOf, type GrantStory } from '../evidence/explain/story.ts'
import { tell, tellAdopted, type Links, type Told } from '../evidence/explain/words.ts'
import { eventsPath, readLines } from '../evidence/lines.ts'
import {
  grantsOf,
  listRecord,
  namesIn,
  readGrants,
  readTexts,
  readWorkloadEvents,
  type RecordAtHead
} from '../io/git/audit-grants.ts'
import { evidenceHead, mainTip } from '../io/git/audit-refs.ts'
import { requireRepository } from '../io/git/revision.ts'
import { renderExplainJson } from '../render/explain-json.ts'
import { renderExplainText } from '../render/explain-text.ts'
import type { ExplainedGrant, ExplainView } from '../render/explain-view.ts'
import type { CommandModule, Common, Io } from './command.ts'

/** `grantbook explain`: who asked for access, who said yes to what, when it was given and taken. Writes nothing anywhere. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook explain alice aws-prod/billing-read',
  describe: (c) => {
    c.argument('<subject>', 'id of a person or workload; or the file of access found outside')
      .argument('[entitlement]', 'system and entitlement: aws-prod/billing-read')
      .option('--evidence <ref>', 'the branch to read; otherwise the fetched one, else this repository’s own')
  },
  run: async (args, options, common, io) => {
    const [subject, entitlement, ...more] = args
    if (subject === undefined || more.length > 0)
      throw new UsageError(
        'explain takes a subject and, if wanted, a system and entitlement: alice aws-prod/billing-read.'
      )
    const named = options['evidence']
    const view = await explain(
      subject,
      entitlement ?? null,
      typeof named === 'string' ? named : null,
      common,
      io
    )
    io.out(common.format === 'json' ? renderExplainJson(view) : renderExplainText(view))
    return 0
  }
}

async function explain(
  subject: string,
  entitlement: string | null,
  named: string | null,
  { root, now }: Common,
  io: Io
): Promise<ExplainView> {
  await requireRepository(root)
  const head = await evidenceHead(root, named)
  if (head === null)
    throw new UnableError(
      'There is no branch "evidence" here, so nothing can be explained. Fetch it: git fetch origin evidence:refs/remotes/origin/evidence.'
    )
  const record = await listRecord(root, head, await mainTip(root))
  const isFile = identify(subject)?.kind === 'out-of-band'
  if (isFile) demandFile(record, subject)
  else demandNames(record, subject, entitlement)
  const all = isFile ? [subject] : grantsOf(record, subject)
  const paths = entitlement === null ? all : all.filter((path) => path.includes(`/${entitlement}/`))
  const [grants, handed, genesis, repository] = await Promise.all([
    readGrants(root, record, paths),
    readHandovers(root, record, subject),
    readGenesis(root, record),
    readRepository(root, record)
  ])
  const links: Links = { server: serverOf(io), repository }
  return {
    subject,
    entitlement,
    grants: grants.map((grant) => {
      const found = isFile ? outsideStory(grant) : null
      if (found) return shown(found, found.summary, null, links)
      return shownGrant(withHandovers(storyOf(grant, now), handed), genesis, links, now)
    })
  }
}

/** An unknown name is a slip of the pen, not a subject without access. */
function demandNames(record: RecordAtHead, subject: string, entitlement: string | null): void {
  const { subjects, entitlements } = namesIn(record)
  if (!subjects.has(subject)) throw unknown('person or workload', subject, subjects)
  if (entitlement !== null && !entitlements.has(entitlement))
    throw unknown('entitlement', entitlement, entitlements)
}

function unknown(what: string, name: string, known: ReadonlySet<string>): UsageError {
  const near = nearest(name, known)
  const hint = near === null ? '' : ` Did you mean ${quote(near)}?`
  return new UsageError(`${quote(plain(name))} is no ${what} that main or the record knows.${hint}`)
}

/** Access found outside has its file of events, whether or not anybody ever approved a file about it. */
function demandFile({ head, main }: RecordAtHead, path: string): void {
  if (head.entries.has(eventsPath(path)) || main.entries.has(path)) return
  throw new UsageError(`Neither main nor the record knows ${quote(plain(path))}.`)
}

function shownGrant(story: GrantStory, genesis: Genesis | null, links: Links, now: Instant): ExplainedGrant {
  return shown(story, `${summaryOf(story, now)}${reviewState(story, now)}`, genesis, links)
}

function shown(story: GrantStory, summary: string, genesis: Genesis | null, links: Links): ExplainedGrant {
  const { grant, state, events, adopted, bad } = story
  const told: Told[] = [
    ...(adopted && genesis ? [tellAdopted(genesis, links)] : []),
    ...events.map((event) => tell(event, links))
  ]
  if (state === 'unjudged')
    told.push({
      at: '',
      event: 'not judged yet',
      text: 'It stands on main in a form that no run has judged.',
      links: []
    })
  const damaged = bad === null ? '' : ` Line ${bad} of its events can’t be read: run grantbook audit.`
  return { grant, state, summary: `${summary}${damaged}`, events: told }
}

/** What became of an emergency's review. */
function reviewState({ uses }: GrantStory, now: Instant): string {
  const last = uses.at(-1)
  if (!last || last.until > now) return ''
  return last.review === null ? ' It has not been reviewed yet.' : ` Reviewed: ${last.review.verdict}.`
}

function summaryOf({ state, until, events }: GrantStory, now: Instant): string {
  const end = until === null ? null : writeInstant(until)
  const last = events.findLast(
    ({ event }) => event === 'revoked' || event === 'issued' || event === 'extended'
  )
  switch (state) {
    case 'active':
      return `Active until ${end ?? 'an unknown end'}.`
    case 'ended':
      if (end === null) return 'Ended; nothing was ever issued for it.'
      return last?.event === 'revoked' || (until !== null && until > now)
        ? `Ended: revoked at ${events.findLast(({ event }) => event === 'revoked')?.at ?? 'an unknown instant'}.`
        : `Ended at ${end}; its removal is not recorded yet.`
    case 'waiting':
      return end === null ? 'Approved; nothing has been issued yet.' : 'Approved; nothing stands now.'
    case 'refused':
    case 'held': {
      const why = events.findLast(({ event }) => event === state)
      const reason = why && 'why' in why ? why.why : ''
      return `${state === 'refused' ? 'Refused' : 'Held back'}, so nothing stands: ${reason}`
    }
    case 'unjudged':
    default:
      return 'It stands on main, and no run has judged it yet: nothing was issued for that form.'
  }
}

type Genesis = Extract<Event, { readonly event: 'genesis' }>

/** When a workload changed hands: that belongs to the story of each grant of its that was there by then. */
async function readHandovers(root: string, record: RecordAtHead, subject: string): Promise<readonly Event[]> {
  const texts = await readWorkloadEvents(root, record, subject)
  return texts.flatMap((text) => readLines(text).events.filter(({ event }) => event === 'transferred'))
}

function withHandovers(story: GrantStory, handed: readonly Event[]): GrantStory {
  const { events, adopted } = story
  const start = adopted ? '' : events[0]?.at
  const own = start === undefined ? [] : handed.filter(({ at }) => at >= start)
  // Stable: of one instant the grant's own events come first.
  return {
    ...story,
    events: [...events, ...own].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }
}

async function readGenesis(root: string, { first }: RecordAtHead): Promise<Genesis | null> {
  const runs = [...first.entries.keys()].filter((path) => path.startsWith('runs/'))
  for (const text of (await readTexts(root, first, runs)).values()) {
    const found = readLines(text).events.find((one) => one.event === 'genesis')
    if (found) return found
  }
  return null
}

/** The repository that links lead to, by the approved settings. */
async function readRepository(root: string, { head }: RecordAtHead): Promise<string | null> {
  const path = `approved/${SETTINGS_PATH}`
  const text = (await readTexts(root, head, [path])).get(path)
  const book = text === undefined ? null : readAlone(SETTINGS_PATH, '0'.repeat(40), Buffer.from(text))
  return book?.settings?.data.repository ?? null
}

function serverOf({ environment }: Io): string {
  const given = environment['GITHUB_SERVER_URL'] ?? ''
  return /^https?:\/\/[^\s"'<>]+$/u.test(given) ? given.replace(/\/+$/u, '') : 'https://github.com'
}
