import type { Book } from '../../book/book.ts'
import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import { ENVIRONMENTS } from '../../doctor/checks/secrets.ts'
import type { DoctorFacts, EnvironmentFacts, Known } from '../../doctor/facts.ts'
import { asOwn } from '../../init/workflows.ts'
import { readBranchFacts } from '../../io/github/doctor-branch.ts'
import {
  readActions,
  readApp,
  readCodeownersErrors,
  readEnvironment,
  readRepositoryFacts,
  readSecrets,
  readTeamCreation
} from '../../io/github/doctor-settings.ts'
import type { GitHub } from '../../io/github/github.ts'
import { staleBeat } from '../../evidence/heartbeat.ts'
import { EVIDENCE_REF } from '../../io/git/evidence-read.ts'
import { readHeartbeat } from '../../io/git/heartbeat.ts'
import { fetchRef } from '../../io/git/remote.ts'
import type { Io } from '../command.ts'
import { hasPrivileged, oddFiles, placeholders, workflowTexts } from './files.ts'
import { ownerFacts } from './owners.ts'
import { systemFacts } from './systems.ts'

/** Where `doctor` looks. */
export interface Places {
  readonly root: string
  readonly commit: string
  readonly now: Instant
  readonly book: Book
  /** The governed repository. */
  readonly github: GitHub
  /** The runner repository, if one was named. */
  readonly runner: GitHub | null
}

/** Asks GitHub, git and the systems everything that `doctor` looks at. Writes nothing anywhere. */
export async function collectFacts(
  { root, commit, now, book, github, runner }: Places,
  io: Io
): Promise<DoctorFacts> {
  const settings = book.settings?.data ?? null
  const { facts: repository, administrator } = await readRepositoryFacts(github)
  const branch = repository.ok ? repository.value.defaultBranch : 'main'
  const holder = runner ?? ((await hasPrivileged(root, commit)) ? github : null)
  const environments = new Map<string, Known<EnvironmentFacts | null>>()
  if (holder)
    for (const name of Object.keys(ENVIRONMENTS)) environments.set(name, await readEnvironment(holder, name))
  return {
    settings: settings && { repository: settings.repository, app: settings.app },
    repository,
    main: await readBranchFacts(github, branch, administrator),
    evidence: await readBranchFacts(github, 'evidence', administrator),
    nightly: settings ? await nightlyFact(root, github, settings, now) : { ok: true, value: null },
    app: settings ? await readApp(github, settings.app) : unknownApp,
    actions: await readActions(holder ?? github),
    teamsByMembers: await readTeamCreation(github),
    secrets: await readSecrets(holder ?? github),
    runner: holder && `${holder.owner}/${holder.repo}`,
    environments,
    codeownersErrors: await readCodeownersErrors(github),
    owners: await ownerFacts(github, book, now),
    workflows: await workflowTexts(root, commit, runner, (name, text) =>
      asOwn(name, text, `${github.owner}/${github.repo}`)
    ),
    placeholders: await placeholders(root, commit),
    odd: await oddFiles(root, commit),
    systems: await systemFacts(book, io)
  }
}

const unknownApp = {
  ok: false,
  gap: { what: 'number of the App', why: 'grants/grantbook.yaml can’t be read', passing: false }
} as const

/** Whether the nightly still comes to its end, as the record says. Without a record there is nothing to say yet. */
async function nightlyFact(
  root: string,
  { remote }: GitHub,
  settings: Settings,
  now: Instant
): Promise<Known<string | null>> {
  try {
    const head = await fetchRef(root, remote, EVIDENCE_REF)
    return {
      ok: true,
      value: head === null ? null : staleBeat(await readHeartbeat(root, head), settings, now)
    }
  } catch (error) {
    if (!(error instanceof UnableError)) throw error
    return { ok: false, gap: { what: 'the record', why: error.message, passing: true } }
  }
}
