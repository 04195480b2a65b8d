import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UnableError } from '../../book/errors.ts'

/** What became of the files: written, or there already and left as it was. Paths as given, sorted. */
export interface Written {
  readonly written: readonly string[]
  readonly kept: readonly string[]
}

/** Writes files into a folder, made if need be; a file that is there already is left as it is. Throws UnableError. */
export async function writeNew(folder: string, files: ReadonlyMap<string, string>): Promise<Written> {
  const written: string[] = []
  const kept: string[] = []
  for (const [path, text] of files) {
    const target = join(folder, path)
    try {
      await mkdir(dirname(target), { recursive: true })
      // `wx` follows no link and replaces nothing.
      await writeFile(target, text, { flag: 'wx' })
      written.push(path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST')
        throw new UnableError(`${target} can’t be written (${codeOf(error)}).`, { cause: error })
      kept.push(path)
    }
  }
  return { written: written.toSorted(), kept: kept.toSorted() }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
