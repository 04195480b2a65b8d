import type { Check } from '../check.ts'

/** Two systems are the same real one: each would take away what the other gives. */
export const systemDuplicate: Check = {
  code: 'system-duplicate',
  severity: 'error',
  doc: 'Two systems are the same real one: each would take away what the other gives.',
  fix: 'Keep one of them.',
  *run({ book, connected }) {
    const first = new Map<string, string>()
    for (const { id, path } of [...book.systems.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const connection = connected(id)
      if (!connection) continue
      const identity = connection.core.identityOf(connection.entry.data.settings)
      const key = `${connection.core.name} ${identity}`
      const other = first.get(key)
      if (other === undefined) {
        first.set(key, path)
        continue
      }
      yield {
        message: `This is the same system (${identity}) as ${other}: each would take away what the other gives.`,
        fix: 'Keep one of them, and move its entitlements there.',
        file: path,
        pointer: ['settings'],
        related: [{ file: other, pointer: ['settings'], message: 'The same system.' }]
      }
    }
  }
}
