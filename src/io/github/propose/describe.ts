import type { Reading } from '../github.ts'
import { write, type Desk } from './desk.ts'
import type { OwnPull } from './own-pulls.ts'
import { bodyOf, sameText, titleOf, type Proposal } from './proposal.ts'

/** What is to be said of a pull request. */
export type Words = Pick<Proposal, 'title' | 'body' | 'labels'>

/** Whether a pull request says all of it already: title, body, and each of the labels. */
export function saysSo(pull: Pick<OwnPull, 'title' | 'body' | 'labels'>, words: Words): boolean {
  return (
    sameText(pull.title, titleOf(words.title)) &&
    sameText(pull.body, bodyOf(words.body)) &&
    missingLabels(pull.labels, words.labels).length === 0
  )
}

/** Title and body of a pull request are edited in place, missing labels are put on. True: something was written. */
export async function describePull(desk: Desk, pull: OwnPull, words: Words): Promise<Reading<boolean>> {
  const changed = {
    ...(sameText(pull.title, titleOf(words.title)) ? {} : { title: titleOf(words.title) }),
    ...(sameText(pull.body, bodyOf(words.body)) ? {} : { body: bodyOf(words.body) })
  }
  const edits = Object.keys(changed).length > 0
  if (edits) {
    const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'
    const sent = await write(desk, `pull request #${pull.number}`, route, {
      pull_number: pull.number,
      ...changed
    })
    if (!sent.ok) return sent
  }
  const missing = missingLabels(pull.labels, words.labels)
  const labelled = await addLabels(desk, pull.number, missing)
  return labelled.ok ? { ok: true, value: edits || missing.length > 0 } : labelled
}

/** Puts labels on an issue or a pull request; GitHub makes those that aren't known. None: no call. */
export function addLabels(desk: Desk, number: number, labels: readonly string[]): Promise<Reading<unknown>> {
  if (labels.length === 0) return Promise.resolve({ ok: true, value: null })
  return write(desk, `labels of #${number}`, 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    issue_number: number,
    labels
  })
}

/** Those that don't stand yet; GitHub tells labels apart regardless of case. */
export function missingLabels(
  standing: readonly string[],
  wanted: readonly string[] = []
): readonly string[] {
  const there = new Set(standing.map((name) => name.toLowerCase()))
  return wanted.filter((name) => !there.has(name.toLowerCase()))
}
