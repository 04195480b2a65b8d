import { createHash } from 'node:crypto'
import type { GitHub } from '../../io/github/github.ts'
import { writeCheckRun } from '../../io/github/write-check-run.ts'
import { writeComment } from '../../io/github/write-comment.ts'
import { writeLabels } from '../../io/github/write-labels.ts'
import { annotationsOf } from '../../render/verdict/annotations.ts'
import { countSentence } from '../../render/verdict/counts.ts'
import { renderVerdictMarkdown } from '../../render/verdict/markdown.ts'
import { CONCLUSIONS, LABELS, standingOf, TITLES, type VerdictView } from '../../render/verdict/view.ts'
import { told } from './pull-view.ts'

/** Name of the check run that a ruleset requires, pinned to our App. */
export const CHECK = 'grantbook'
/** Marks our comment among others of the App. */
const MARKER = '<!-- grantbook verdict -->'

/** Writes the check run of a commit; returns its number. Throws UnableError. */
export async function writeCheck(github: GitHub, view: VerdictView, app: string): Promise<number> {
  const standing = standingOf(view)
  const summary = renderVerdictMarkdown(view)
  const written = await writeCheckRun(
    github,
    {
      name: CHECK,
      commit: view.verdict.head,
      conclusion: CONCLUSIONS[standing],
      title: TITLES[standing],
      summary,
      externalId: fingerprint(view, summary),
      annotations: annotationsOf(view.findings),
      at: view.at
    },
    app
  )
  return told(written).id
}

/** Writes the copies of the verdict on the pull request: comment and labels. Returns the comment's number. Throws UnableError. */
export async function writeCopies(github: GitHub, view: VerdictView, app: string): Promise<number> {
  const { pull } = view.verdict
  const body = `${renderVerdictMarkdown(view)}\n${MARKER}\n`
  const comment = told(await writeComment(github, pull, { app, marker: MARKER, body }))
  told(await writeLabels(github, pull, Object.values(LABELS), new Set([LABELS[standingOf(view)].name])))
  return comment.id
}

/** Equal as long as there is nothing new to say: the moment of judging is left out. */
function fingerprint(view: VerdictView, summary: string): string {
  const lines = summary.split('\n').filter((line) => !line.startsWith('<sub>'))
  const text = JSON.stringify([countSentence(view), lines, view.digest, annotationsOf(view.findings)])
  return createHash('sha256').update(text).digest('hex')
}
