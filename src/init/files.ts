import { SCHEMAS } from '../generated/shipped.js'
import type { Answers } from './answers.ts'
import { bookFiles } from './book-files.ts'
import { editorFiles } from './editor-files.ts'
import { bookReadme, runnerReadme } from './readme.ts'
import { feedbackWorkflows, ownWorkflows, runnerWorkflows } from './workflows.ts'

/** What `init` needs beside the answers. */
export interface Surroundings {
  /** A valid public key whose private half nobody has. */
  readonly placeholderKey: string
  readonly version: string
  /** Whether proving and applying happens in a repository of its own. */
  readonly runner: boolean
}

/** Every file of a new book but CODEOWNERS, which follows from them; by path. */
export function newBook(
  answers: Answers,
  { placeholderKey, version, runner }: Surroundings
): ReadonlyMap<string, string> {
  const tool = { uses: answers.uses, version }
  return new Map([
    ...bookFiles(answers, placeholderKey),
    ...Object.entries(SCHEMAS),
    ...editorFiles(),
    ...(runner ? feedbackWorkflows(tool) : ownWorkflows(tool)),
    ['README.md', bookReadme(answers, runner)]
  ])
}

/** Every file of a new runner repository, by path. */
export function newRunner(answers: Answers, version: string): ReadonlyMap<string, string> {
  return new Map([
    ...runnerWorkflows({ uses: answers.uses, version }, answers.repository),
    ['README.md', runnerReadme(answers)]
  ])
}
