import { posix } from 'node:path'
import { importsOf, lineAt, withoutComments } from './imports.ts'

/** A file that takes something it may not. */
export interface Breach {
  readonly file: string
  readonly line: number
  readonly why: string
}

// book ← findings ← duties, approval ← plan ← evidence ← render: a folder may take from its own and from those to its left.
// compose (texts of files that people ask for), init (what a new repository holds) and doctor (what is set up wrongly)
// stand beside plan; nightly (what time and the world outside bring) beside evidence.
const LAYERS: Readonly<Record<string, number>> = {
  book: 0,
  findings: 1,
  duties: 2,
  approval: 2,
  plan: 3,
  compose: 3,
  init: 3,
  doctor: 4,
  evidence: 4,
  nightly: 4,
  render: 5
}

/** Packages that compute and nothing else: no clock, no environment, no files, no network. */
const PURE_PACKAGES: ReadonlySet<string> = new Set([
  'ajv',
  'csv-stringify',
  'p-map',
  'picocolors',
  're2js',
  'safe-stable-stringify',
  'sarif',
  'yaml',
  'zod'
])

/** Hashing and signing is arithmetic. */
const PURE_NODE: ReadonlySet<string> = new Set(['node:crypto'])

const WORLD =
  /\b(?:Date\.now|Math\.random|process|performance|setTimeout|setInterval|setImmediate|fetch|globalThis|Intl|crypto\.randomUUID|crypto\.getRandomValues)\b|\bnew Date\(\)|\.toLocale\w+\(|\.localeCompare\(/gu

type Zone = 'pure' | 'commands' | 'io' | 'sandbox' | 'entry'

/** Which part of the house a source file belongs to. */
export function zoneOf(file: string): Zone {
  const folders = posix.dirname(file).split('/')
  if (folders[1] === 'sandbox') return 'sandbox'
  if (folders.includes('io')) return 'io'
  if (folders[1] === 'commands') return 'commands'
  return file === 'src/cli.ts' || file === 'src/action.ts' ? 'entry' : 'pure'
}

/** Every breach of the import law in `files` (repository path → text), by file and line. */
export function breaches(files: ReadonlyMap<string, string>): readonly Breach[] {
  const found: Breach[] = []
  for (const [file, source] of files) {
    for (const { from, line } of importsOf(source)) {
      const why = from.startsWith('.')
        ? inside(file, posix.join(posix.dirname(file), from))
        : outside(file, from)
      if (why !== null) found.push({ file, line, why })
    }
    if (zoneOf(file) === 'pure') found.push(...worldly(file, source))
  }
  return found.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}

/** Why `file` may not take from `target`, another file of ours; null if it may. */
function inside(file: string, target: string): string | null {
  if (target === 'src/connectors/connector.ts') return null
  const [from, to] = [zoneOf(file), zoneOf(target)]
  if (to === 'sandbox' && from !== 'sandbox' && file !== 'src/commands/sandbox.ts') {
    return `${target} belongs to the sandbox, which only src/commands/sandbox.ts may start.`
  }
  if (from === 'pure') return insidePure(file, target, to)
  if (to === 'commands' && from !== 'commands' && from !== 'entry') {
    return `${target} is a command; only commands and the entries may take from it.`
  }
  if (to === 'entry') return `${target} is an entry; nothing takes from it.`
  return from === 'entry' && to !== 'commands'
    ? `An entry takes from src/commands/ alone, not from ${target}.`
    : null
}

function insidePure(file: string, target: string, to: Zone): string | null {
  if (
    isConnector(target) ||
    (to !== 'pure' && !(isConnector(file) && connectorOf(file) === connectorOf(target)))
  ) {
    return `${target} touches the world; only commands, the sandbox, the entries and io/ may take from it.`
  }
  const [from, of] = [layerOf(file), layerOf(target)]
  if (connectorOf(target) !== null && connectorOf(target) !== connectorOf(file)) {
    return `${target} is a connector's own; commands pass connectors in.`
  }
  if (connectorOf(file) !== null) {
    return of === null || of.level <= 1
      ? null
      : `A connector's core takes from book/ and findings/ alone, not from ${target}.`
  }
  if (target === 'src/checks.ts') return `${target} is the list of all checks; only commands take from it.`
  if (from === null || of === null || from.name === of.name || of.level < from.level) return null
  return `${from.name}/ may not take from ${of.name}/ (${target}).`
}

function layerOf(file: string): { readonly name: string; readonly level: number } | null {
  const name = file.split('/')[1] ?? ''
  const level = Object.hasOwn(LAYERS, name) ? LAYERS[name] : undefined
  return level === undefined ? null : { name, level }
}

/** `connectors/<name>/index.ts`, where a connector's two halves meet: it alone takes from its own io/. */
function isConnector(file: string): boolean {
  return /^src\/connectors\/[^/]+\/index\.ts$/u.test(file)
}

function connectorOf(file: string): string | null {
  return /^src\/connectors\/([^/]+)\//u.exec(file)?.[1] ?? null
}

function outside(file: string, name: string): string | null {
  if (zoneOf(file) !== 'pure' || PURE_NODE.has(name)) return null
  const parts = name.split('/')
  const named = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name)
  return PURE_PACKAGES.has(named)
    ? null
    : `"${name}" reaches the world; only commands, the sandbox, the entries and io/ may take it.`
}

function worldly(file: string, source: string): readonly Breach[] {
  const code = withoutText(withoutComments(source))
  return [...code.matchAll(WORLD)].map((match) => ({
    file,
    line: lineAt(code, match.index),
    why: `"${match[0]}" depends on time, place or machine. Take the value as an argument.`
  }))
}

/** Blanks out plain strings, so that words in messages aren't taken for code. Templates stay: they hold code. */
function withoutText(code: string): string {
  return code.replaceAll(
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gu,
    (text) => `'${' '.repeat(text.length - 2)}'`
  )
}
