import { readdir, readFile } from 'node:fs/promises'
import { blobId } from '../../src/book/grant-key.ts'
import { load, type Loaded } from '../../src/book/load.ts'
import type { FileEntry } from '../../src/book/tree.ts'
import { ROOT } from '../../scripts/house/root.ts'

/** The files of the sample organisation: repository path → bytes, sorted by path. */
export async function acmeFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = await readdir(`${ROOT}grants`, { recursive: true, withFileTypes: true })
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length))
    .toSorted()
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(ROOT + path)] as const)))
}

/** The sample organisation as a book, read from the working tree. */
export async function acmeBook(): Promise<Loaded> {
  const files = await acmeFiles()
  const entries = [...files].map(([path, bytes]): [string, FileEntry] => [
    path,
    { path, mode: '100644', blob: blobId(bytes), size: bytes.byteLength }
  ])
  return load({ entries: new Map(entries) }, files)
}
