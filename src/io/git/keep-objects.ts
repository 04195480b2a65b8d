import { InternalError } from '../../book/errors.ts'
import { blobId } from '../../book/grant-key.ts'
import { runGit } from './run.ts'

/**
 * Puts texts into a clone's objects, all in one call of git, and gives their ids in the same order. Nothing leads to them:
 * no ref moves, and git tidies them away in time. Throws UnableError if git fails.
 */
export async function keepObjects(root: string, texts: readonly string[]): Promise<readonly string[]> {
  if (texts.length === 0) return []
  const bytes = texts.map((text) => Buffer.from(text))
  const stream = bytes.flatMap((one) => [Buffer.from(`blob\ndata ${one.length}\n`), one, Buffer.from('\n')])
  await runGit(root, ['fast-import', '--quiet', '--done'], Buffer.concat([...stream, Buffer.from('done\n')]))
  const ids = bytes.map((one) => blobId(one))
  const checked = (await runGit(root, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`)).toString(
    'latin1'
  )
  if (/ missing$/mu.test(checked))
    throw new InternalError('git fast-import kept something else than it was given')
  return ids
}
