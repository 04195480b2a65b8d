/** Any policy document as others write it, read leniently enough to judge it and no further. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny'
  /** Null where the statement has `NotAction` instead. */
  readonly actions: readonly string[] | null
  readonly notActions: readonly string[]
  readonly resources: readonly string[] | null
  readonly notResources: readonly string[]
  readonly principal: unknown
  readonly hasNotPrincipal: boolean
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** The statements of a document; null if it isn't one, so that a caller can't mistake unreadable for empty. */
export function readPolicy(text: string): readonly Statement[] | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(value)) return null
  const statements: unknown[] = [value['Statement']].flat()
  const read = statements.map(readStatement)
  return read.every((statement) => statement !== null) ? read : null
}

function readStatement(value: unknown): Statement | null {
  if (!isRecord(value)) return null
  const effect = value['Effect']
  if (effect !== 'Allow' && effect !== 'Deny') return null
  const conditions: Record<string, Record<string, readonly string[]>> = {}
  const given = value['Condition'] ?? {}
  if (!isRecord(given)) return null
  for (const [operator, keys] of Object.entries(given)) {
    if (!isRecord(keys)) return null
    conditions[operator] = Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [key, texts(values)])
    )
  }
  return {
    effect,
    actions: value['Action'] === undefined ? null : texts(value['Action']),
    notActions: texts(value['NotAction'] ?? []),
    resources: value['Resource'] === undefined ? null : texts(value['Resource']),
    notResources: texts(value['NotResource'] ?? []),
    principal: value['Principal'],
    hasNotPrincipal: value['NotPrincipal'] !== undefined,
    conditions
  }
}

function texts(value: unknown): readonly string[] {
  const list: unknown[] = [value].flat()
  return list.map(String)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
