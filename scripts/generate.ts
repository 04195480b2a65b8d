import { readdirSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Everything in the repository that follows from something else in it. `npm run generate` writes it; with `--check`
// nothing is written and a difference is exit status 1. Each file of scripts/generate/ is one generator and is found
// by being there: it exports `generate(): Promise<Map<path from the root, text>>`.

/** Path from the repository's root → text. */
export type Generated = ReadonlyMap<string, string>

interface Generator {
  readonly generate: () => Promise<Generated>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = fileURLToPath(new URL('generate', import.meta.url))
/** Folders in which every file is generated: one that no generator gives any more is left over. */
const WHOLLY_GENERATED = ['schemas', 'src/generated']

/** The text of every generated file, by path from the root. */
export async function generateAll(): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .toSorted()) {
    const generator: Generator = await import(pathToFileURL(join(FOLDER, file)).href)
    for (const [path, text] of await generator.generate()) {
      if (all.has(path)) throw new Error(`${path} is generated twice`)
      all.set(path, text)
    }
  }
  return all
}

/** What differs between the repository and what its generators give: one line a file, sorted. */
export async function staleFiles(root: string = ROOT): Promise<string[]> {
  const wanted = await generateAll()
  const stale: string[] = []
  for (const [path, text] of wanted) {
    const present = await readFile(join(root, path), 'utf8').catch(() => null)
    if (present !== text) stale.push(`${path} ${present === null ? 'is missing' : 'is stale'}`)
  }
  for (const path of await leftOver(root, wanted)) stale.push(`${path} is left over`)
  return stale.toSorted()
}

async function leftOver(root: string, wanted: Generated): Promise<string[]> {
  const found: string[] = []
  for (const folder of WHOLLY_GENERATED) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => []
    )) {
      const path = relative(root, join(entry.parentPath, entry.name))
      if (entry.isFile() && !wanted.has(path)) found.push(path)
    }
  }
  return found
}

async function main(): Promise<number> {
  if (process.argv.includes('--check')) {
    const stale = await staleFiles()
    for (const line of stale) console.error(`${line}. Run "npm run generate".`)
    return stale.length > 0 ? 1 : 0
  }
  const wanted = await generateAll()
  for (const path of await leftOver(ROOT, wanted)) await rm(join(ROOT, path))
  for (const [path, text] of wanted) {
    await mkdir(dirname(join(ROOT, path)), { recursive: true })
    await writeFile(join(ROOT, path), text)
  }
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main()
