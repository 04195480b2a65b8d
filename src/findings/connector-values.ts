import type { Pointer } from '../book/place.ts'
import type { ShapeProblem } from '../connectors/connector.ts'
import type { Told } from './check.ts'

/** What a connector says of its own value, told at the value's place in a file. */
export function* below(file: string, at: Pointer, problems: readonly ShapeProblem[]): Generator<Told> {
  for (const { pointer, atKey, message, fix } of problems) {
    yield { message, fix, file, pointer: [...at, ...pointer], ...(atKey ? { atKey } : {}) }
  }
}
