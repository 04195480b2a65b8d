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
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Whole text of its licence and notice files. */
  readonly text: string
}

/**
 * The text that must go with the bundle: name, version and licence of every package in it, sorted by name.
 * `inputs` are esbuild's input paths. Throws if a package's licence is not in the list above.
 */
export async function thirdParty(inputs: readonly string[]): Promise<string> {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== null))
  const packages = await Promise.all([...folders].map(readPackage))
  const sorted = packages.toSorted((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1
  )
  const head = 'The files in this folder contain code of these packages.\n'
  return [head, ...sorted.map(section)].join(`\n${'='.repeat(80)}\n`)
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
  const name = field(manifest, 'name')
  const licence = field(manifest, 'license')
  if (!ALLOWED.has(licence))
    throw new Error(`${name} has the licence "${licence}", which is not allowed in dist/.`)
  const names = (await readdir(at)).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file)).toSorted()
  const texts = await Promise.all(names.map((file) => readFile(join(at, file), 'utf8')))
  return {
    name,
    version: field(manifest, 'version'),
    licence,
    text: texts.map((text) => text.trim()).join('\n\n')
  }
}

function field(manifest: unknown, key: string): string {
  const value: unknown =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, key) : undefined
  return typeof value === 'string' ? value : ''
}

function section({ name, version, licence, text }: Package): string {
  return `${name} ${version} (${licence})\n\n${text === '' ? 'The package carries no licence file.' : text}\n`.replaceAll(
    '\r\n',
    '\n'
  )
}
