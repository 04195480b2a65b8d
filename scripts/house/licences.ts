import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** Licences under which a package may be in the bundle: all of them allow it as long as their text travels along. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT'
])

interface Package {
  /** Name, version and licence. */
  readonly title: string
  /** Whole text of its licence and notice files. */
  readonly text: string
}

// Amazon publishes some packages without the file; all of them are under the same terms, and say so in package.json.
const WITHOUT_FILE: Readonly<Record<string, string>> = {
  'Apache-2.0':
    'Licensed under the Apache License, Version 2.0. Its text stands with the other packages here.'
}

/**
 * The text that must go with the bundle: name, version and licence of every package in it, each licence's text once.
 * `inputs` are esbuild's input paths. Throws if a package's licence is not in the list above, or can't be told in full.
 */
export async function thirdParty(inputs: readonly string[]): Promise<string> {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== null))
  const packages = await Promise.all([...folders].map(readPackage))
  const byText = new Map<string, string[]>()
  for (const { text, title } of packages.toSorted((a, b) => (a.title < b.title ? -1 : 1))) {
    byText.set(text, [...(byText.get(text) ?? []), title])
  }
  const head = 'The files in this folder contain code of these packages.\n'
  const sections = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`)
  return [head, ...sections].join(`\n${'='.repeat(80)}\n`)
}

/** `node_modules/@scope/name` of a path inside it, the innermost where they are nested. */
export function packageFolder(path: string): string | null {
  const at = path.lastIndexOf('node_modules/')
  if (at < 0) return null
  const [first = '', second = ''] = path.slice(at + 'node_modules/'.length).split('/')
  return `${path.slice(0, at)}node_modules/${first.startsWith('@') ? `${first}/${second}` : first}`
}

async function readPackage(folder: string): Promise<Package> {
  const at = join(ROOT, folder)
  const manifest: unknown = JSON.parse(await readFile(join(at, 'package.json'), 'utf8'))
  const [name, version, licence] = ['name', 'version', 'license'].map((key) => field(manifest, key))
  const title = `${name} ${version} (${licence})`
  if (!ALLOWED.has(licence ?? '')) throw new Error(`${title} has a licence that is not allowed in dist/.`)
  const names = (await readdir(at)).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file)).toSorted()
  const texts = await Promise.all(names.map((file) => readFile(join(at, file), 'utf8')))
  const text =
    texts.map((one) => one.replaceAll('\r\n', '\n').trim()).join('\n\n') || WITHOUT_FILE[licence ?? '']
  if (text === undefined) throw new Error(`${title} carries no licence file, so its notice can't be kept.`)
  return { title, text }
}

function field(manifest: unknown, key: string): string {
  const value: unknown =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, key) : undefined
  return typeof value === 'string' ? value : ''
}
