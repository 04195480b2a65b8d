import { readDuration } from '../../../book/duration.ts'
import { heldBy } from '../../../compose/holdings.ts'
import { dropField, setField } from '../../../compose/set-field.ts'
import type { Due } from '../../../io/github/propose/propose-all.ts'
import { ownerless, type Estate, type Leaver, type Orphan } from '../../../nightly/ownerless.ts'
import {
  dropsBackup,
  estateBody,
  estateTitle,
  orphanBody,
  orphanTitle,
  type Unowned
} from '../../../render/nightly/ownerless.ts'
import { PREFIX, proposal } from './due.ts'
import { approvedText, type Sight } from './sight.ts'

/** What is proposed for what lacks an active owner, and for what nobody can be proposed. */
export interface DueOwners {
  readonly due: readonly Due[]
  readonly unowned: readonly Unowned[]
}

/**
 * One pull request for each workload whose owner isn't active, or soon won't be, and one for each leaver's systems and
 * entitlements: each proposes the next active manager upward. Nothing is given by it, and nothing moves unless the right
 * people approve.
 */
export async function dueOwners(sight: Sight): Promise<DueOwners> {
  const { book, now, settings, differences } = sight
  const changed = new Set(differences.map(({ path }) => path))
  const found = ownerless(book, now, readDuration(settings.notice) ?? 0)
  const due: Due[] = []
  const unowned: Unowned[] = []
  for (const orphan of found.orphans) {
    if (changed.has(orphan.workload.path)) continue
    const text = orphan.leaver.successor === null ? null : await handedOver(sight, orphan)
    if (text === null) unowned.push(unownedWorkload(orphan, sight))
    else due.push(orphanDue(orphan, text, sight))
  }
  for (const estate of found.estates) {
    const files = estate.files.filter(({ path }) => !changed.has(path))
    if (files.length === 0) continue
    const done = await estateDue({ ...estate, files }, sight)
    if (done) due.push(done)
    else
      for (const { path, data } of files)
        unowned.push({ path, what: data.title, leaver: told(estate.leaver), ends: null })
  }
  return { due, unowned }
}

/** The workload's file with its new owner; null: it can't be written. */
async function handedOver(sight: Sight, orphan: Orphan): Promise<string | null> {
  const text = await approvedText(sight, orphan.workload.path)
  const alone = text !== null && dropsBackup(orphan) ? dropField(text, 'backup') : text
  return alone === null ? null : setField(alone, 'owner', orphan.leaver.successor ?? '')
}

function orphanDue(orphan: Orphan, text: string, sight: Sight): Due {
  const { book, now, settings, ledger } = sight
  const { workload, leaver } = orphan
  const holds = heldBy(book, workload.id, now).filter(
    ({ grant: { path, blob } }) => ledger.ended.get(path)?.blob !== blob
  )
  return {
    since: since(leaver, sight),
    proposal: proposal(sight, {
      branch: `${PREFIX}orphan/${workload.id}`,
      title: orphanTitle(orphan),
      body: orphanBody({ orphan, holds, grace: settings.orphans.grace, now }),
      files: [{ path: workload.path, text }],
      reviewers: loginsOf(leaver, sight)
    })
  }
}

/** Null: nobody can be proposed, or a file can't be written. */
async function estateDue(estate: Estate, sight: Sight): Promise<Due | null> {
  const { leaver } = estate
  if (leaver.successor === null) return null
  const files = []
  for (const { path } of estate.files) {
    const text = await approvedText(sight, path)
    const changed = text === null ? null : setField(text, 'owner', leaver.successor)
    if (changed === null) return null
    files.push({ path, text: changed })
  }
  return {
    since: since(leaver, sight),
    proposal: proposal(sight, {
      branch: `${PREFIX}owner/${leaver.person}`,
      title: estateTitle(estate),
      body: estateBody(estate),
      files,
      reviewers: loginsOf(leaver, sight)
    })
  }
}

function unownedWorkload(orphan: Orphan, { settings }: Sight): Unowned {
  const { workload, leaver, orphaned } = orphan
  const grace = readDuration(settings.orphans.grace) ?? 0
  const what = `${workload.id} (${workload.data.title})`
  return {
    path: workload.path,
    what,
    leaver: told(leaver),
    ends: orphaned === null ? null : orphaned + grace
  }
}

function told(leaver: Leaver): Leaver {
  return { ...leaver, why: leaver.why ?? 'Its file can’t be written by a machine.' }
}

function since({ at }: Leaver, { now }: Sight): number {
  return Math.min(at ?? now, now)
}

function loginsOf({ successor }: Leaver, { book }: Sight): readonly string[] {
  const login = book.people.get(successor ?? '')?.data.github
  return login === undefined ? [] : [login]
}
