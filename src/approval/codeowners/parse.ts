import { compilePathPattern, type PathMatcher } from './pattern.ts'

/** One line that gives paths to owners. Without owners it un-owns them. */
export interface CodeownersRule {
  /** Counted from 1. */
  readonly line: number
  readonly pattern: string
  readonly owners: readonly string[]
  readonly matches: PathMatcher
}

/** A line that GitHub skips, or reads otherwise than its writer meant. */
export interface CodeownersFault {
  readonly line: number
  /** In UTF-16 units, counted from 1. */
  readonly column: number
  readonly what: string
  readonly fix: string
}

/** What a CODEOWNERS text says. Lines that GitHub skips are not among the rules. */
export interface Codeowners {
  readonly rules: readonly CodeownersRule[]
  readonly faults: readonly CodeownersFault[]
}

/** GitHub doesn't load a file of this size or more. Source: docs.github.com, "About code owners", CODEOWNERS file size. */
export const TOO_LARGE = 3_000_000

const OWNER = /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$/u
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

/** Reads a CODEOWNERS text. Never throws: what GitHub would skip is left out and told. */
export function parseCodeowners(text: string): Codeowners {
  if (new TextEncoder().encode(text).length >= TOO_LARGE) {
    const what = 'The file is 3 MB or more: GitHub doesn’t load it at all, and nothing has an owner.'
    return { rules: [], faults: [{ line: 1, column: 1, what, fix: 'Use fewer or shorter lines.' }] }
  }
  const rules: CodeownersRule[] = []
  const faults: CodeownersFault[] = []
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const read = readLine(line, index + 1)
    if (read === null) continue
    faults.push(...read.faults)
    if (read.rule) rules.push(read.rule)
  }
  return { rules, faults }
}

interface ReadLine {
  readonly rule: CodeownersRule | null
  readonly faults: readonly CodeownersFault[]
}

function readLine(text: string, line: number): ReadLine | null {
  const [pattern = '', ...owners] = wordsOf(text)
  if (pattern === '') return null
  const at = (word: string): number => text.indexOf(word) + 1
  const fault = (word: string, what: string, fix: string): CodeownersFault => ({
    line,
    column: at(word),
    what,
    fix
  })
  const skipped = patternFault(pattern)
  if (skipped) return { rule: null, faults: [fault(pattern, skipped.what, skipped.fix)] }
  const bad = owners.find((owner) => !OWNER.test(owner) && !EMAIL.test(owner))
  if (bad !== undefined) {
    const what = `"${bad}" is not an owner: GitHub skips the whole line.`
    return {
      rule: null,
      faults: [fault(bad, what, 'Write @organization/team or @login, separated by blanks.')]
    }
  }
  const faults: CodeownersFault[] = []
  if (/[[\]]/u.test(pattern))
    faults.push(
      fault(
        pattern,
        `"${pattern}" has brackets, which GitHub takes literally.`,
        'Write one line for each path.'
      )
    )
  for (const owner of owners) {
    if (EMAIL.test(owner) && !OWNER.test(owner))
      faults.push(
        fault(owner, `"${owner}" is an address: who that is can’t be told.`, 'Name a team or a login.')
      )
  }
  return { rule: { line, pattern, owners, matches: compilePathPattern(pattern) }, faults }
}

/** What GitHub doesn't read as a pattern; null if it does. */
function patternFault(pattern: string): { readonly what: string; readonly fix: string } | null {
  if (pattern.startsWith('!'))
    return {
      what: `"${pattern}" begins with "!", which CODEOWNERS doesn’t know: GitHub skips the line.`,
      fix: 'Give the path owners of its own below.'
    }
  if (pattern.startsWith('\\#'))
    return {
      what: `"${pattern}" begins with an escaped "#", which GitHub takes for a comment.`,
      fix: 'Rename the file, or match it with "*".'
    }
  if (pattern.includes('***'))
    return {
      what: `"${pattern}" has three stars in a row: GitHub skips the line.`,
      fix: 'Write "*" or "**".'
    }
  return null
}

/** Words of a line: an escaped blank belongs to its word; a word that begins with `#` ends the line. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^ \t\\]|\\$)+/gu) ?? []
  const comment = words.findIndex((word) => word.startsWith('#'))
  return comment === -1 ? words : words.slice(0, comment)
}
