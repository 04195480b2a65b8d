import type { Problem } from './problem.ts'
import { READING_CODES } from './reading-codes.ts'
import { findSecrets } from './secrets.ts'
import { placeAt } from './yaml/position.ts'

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/** Files about access found outside name the keys that were found: by their ids, which open nothing. */
const KEY_ID = 'an AWS access key id'

/** Everything in a file that looks like a secret. Such a file is refused, and nothing it says is repeated anywhere. */
export function secretProblems(file: string, bytes: Uint8Array): readonly Problem[] {
  const text = DECODER.decode(bytes)
  return findSecrets(text)
    .filter(({ what }) => !(what === KEY_ID && file.startsWith('grants/out-of-band/')))
    .map(({ index, what }) => ({
      code: 'secret-found',
      severity: 'error',
      message: `This looks like ${what}. Nothing of this file is read.`,
      fix: READING_CODES['secret-found'].fix,
      file,
      pointer: [],
      at: placeAt(text, index)
    }))
}
