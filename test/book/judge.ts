import { readYaml } from '../../src/book/yaml/read.ts'
import { Locator } from '../../src/book/yaml/locate.ts'
import type { SchemaName } from '../../src/generated/validators.js'
import { checkShape } from '../../src/book/shape.ts'
import { sizeLimit } from '../../src/book/size-limit.ts'
import type { Kind } from '../../src/book/paths.ts'
import type { Pointer } from '../../src/book/place.ts'

/** What reading says of one file: code, place and words. */
export interface Told {
  readonly code: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly fix: string
}

/** Where a kind of file holds a value whose shape is its connector's. */
function connectorValues(
  kind: Kind,
  data: Readonly<Record<string, unknown>>
): readonly (readonly [SchemaName, Pointer, unknown])[] {
  if (kind === 'system' && data['settings'] !== undefined)
    return [['aws-iam.settings', ['settings'], data['settings']]]
  if (kind === 'entitlement' && data['target'] !== undefined)
    return [['aws-iam.target', ['target'], data['target']]]
  const accounts: object = typeof data['accounts'] === 'object' ? (data['accounts'] ?? {}) : {}
  return Object.entries(accounts).map(
    ([system, value]) => ['aws-iam.account', ['accounts', system], value] as const
  )
}

/** Reads one file of a kind as the loader does, its connector's values too, and places everything wrong with it. */
export function judge(kind: Kind, bytes: Uint8Array): readonly Told[] {
  const { data, problems } = readYaml(bytes, sizeLimit(kind))
  if (!data) return problems.map(({ code, at, message, fix }) => ({ code, ...at, message, fix }))
  const own = checkShape(kind, data)
  const misfits =
    own.length > 0
      ? own
      : connectorValues(kind, data).flatMap(([name, at, value]) =>
          checkShape(name, value).map((misfit) => ({ ...misfit, pointer: [...at, ...misfit.pointer] }))
        )
  const locator = new Locator(new TextDecoder().decode(bytes))
  return misfits.map(({ code, pointer, atKey, message, fix }) => ({
    code,
    ...locator.locate(pointer, atKey),
    message,
    fix
  }))
}
