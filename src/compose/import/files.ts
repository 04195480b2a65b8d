import { DAY } from '../../book/duration.ts'
import type { Instant } from '../../book/instant.ts'
import type { GuessedEntitlement, GuessedSubject } from '../../connectors/connector.ts'
import { writeEnd } from '../end.ts'
import type { NewFile } from '../grant-file.ts'
import { blockText, commentLine } from './block.ts'

/** What all files of one import have alike. */
export interface Setting {
  readonly system: string
  /** Id of the person who answers for the system, and so for what is found in it until somebody else does. */
  readonly owner: string
  /** Team of the settings. */
  readonly governance: string
  readonly now: Instant
}

/** For so long, in milliseconds, a baseline stands: by then somebody has to have said what each thing is for. */
export const BASELINE = 90 * DAY

/** The domain of an address that nobody knows: nothing can ever be sent to it (RFC 2606). */
export const NOWHERE = 'unknown.invalid'

/** The file of somebody who seems to be a person. It names no GitHub account, so it approves nothing. */
export function personFile(subject: GuessedSubject, id: string, { system }: Setting): NewFile {
  const path = `grants/people/${id}.yaml`
  const unknown = subject.email === null ? ['The system holds no e-mail address: write the real one.'] : []
  const text = blockText(
    'person',
    path,
    [...guessed(subject.principal, system, subject.confidence, subject.why), ...unknown],
    [
      ['name', short(subject.name, 200)],
      ['email', subject.email ?? `${id}@${NOWHERE}`],
      ['accounts', { [system]: subject.account }]
    ]
  )
  return { path, text }
}

/** The file of what seems to be a program. The system’s owner answers for it until somebody else does. */
export function workloadFile(subject: GuessedSubject, id: string, setting: Setting): NewFile {
  const { system, owner, now } = setting
  const path = `grants/workloads/${id}.yaml`
  const text = blockText(
    'workload',
    path,
    guessed(subject.principal, system, subject.confidence, subject.why),
    [
      ['title', short(subject.name, 200)],
      ['kind', subject.work],
      ['owner', owner],
      ['purpose', `Not known yet: imported from ${short(subject.principal, 300)} of ${system}`],
      ['expires', writeEnd(Math.floor((now + BASELINE) / DAY) * DAY)],
      ['runs', subject.runs],
      ['accounts', { [system]: subject.account }]
    ]
  )
  return { path, text }
}

/** The file of something that can be held: governance approves its grants until somebody else is named. */
export function entitlementFile(
  made: GuessedEntitlement,
  id: string,
  subjects: readonly ('person' | 'workload')[],
  { system, owner, governance }: Setting
): NewFile {
  const path = `grants/systems/${system}/${id}/entitlement.yaml`
  const text = blockText(
    'entitlement',
    path,
    [
      `Made by grantbook import of ${system}; the risk is a guess, never a mild one:`,
      ...made.why.map((why) => `- ${why}`),
      'Before merging: name who really owns and approves it, and correct the risk.'
    ],
    [
      ['title', short(made.name, 200)],
      ['description', short(made.description, 1000)],
      ['owner', owner],
      ['approvers', [governance]],
      ['risk', made.risk],
      ['subjects', subjects],
      ['target', made.target],
      // Nobody knows the task of what was there before: its own end is all that ends it.
      ['task', subjects.includes('workload') ? 'ongoing' : undefined]
    ]
  )
  return { path, text }
}

function guessed(
  principal: string,
  system: string,
  confidence: string,
  why: readonly string[]
): readonly string[] {
  return [
    `Guessed by grantbook import from ${principal} of ${system}, confidence ${confidence}:`,
    ...why.slice(0, 10).map((one) => `- ${one}`),
    'Before merging: make sure that it is who it seems to be.'
  ]
}

function short(text: string, most: number): string {
  const plain = commentLine(text)
  return plain.length > most ? plain.slice(0, most) : plain
}
