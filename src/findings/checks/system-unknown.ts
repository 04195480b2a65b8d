import { systemPath } from '../../book/paths.ts'
import type { Pointer } from '../../book/place.ts'
import type { Check, Told } from '../check.ts'

/** Something names a system that has no `system.yaml`. */
export const systemUnknown: Check = {
  code: 'system-unknown',
  severity: 'error',
  doc: 'Something names a system that has no `system.yaml`.',
  fix: 'Add the system, or correct the name.',
  *run({ book, systemExists }) {
    for (const { system, path } of book.entitlements.values())
      if (!systemExists(system)) yield told(system, path, [])
    for (const { system, path } of book.outOfBand.values())
      if (!systemExists(system)) yield told(system, path, [])
    for (const { data, path } of [...book.people.values(), ...book.workloads.values()]) {
      for (const system of Object.keys(data.accounts ?? {})) {
        if (!systemExists(system)) yield { ...told(system, path, ['accounts', system]), atKey: true }
      }
    }
    for (const { data, path } of book.rules.values()) {
      for (const [index, system] of (data.systems ?? []).entries()) {
        if (!systemExists(system)) yield told(system, path, ['systems', index])
      }
    }
  }
}

function told(system: string, file: string, pointer: Pointer): Told {
  return {
    message: `There is no system "${system}".`,
    fix: `Add ${systemPath(system)} or correct the name.`,
    file,
    pointer
  }
}
