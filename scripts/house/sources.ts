import { readdir, readFile } from 'node:fs/promises'
import { ROOT } from './root.ts'

/** Every TypeScript file under a folder of this checkout: repository path → text. */
export async function sources(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(`${ROOT}${folder}`, { recursive: true })
  const paths = names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .toSorted()
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(`${ROOT}${path}`, 'utf8')] as const)
  )
  return new Map(texts)
}
