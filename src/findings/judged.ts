import type { EntitlementEntry, Entry } from '../book/book.ts'
import type { Person } from '../book/kinds/person.ts'
import type { Workload } from '../book/kinds/workload.ts'
import type { ShapeProblem } from '../connectors/connector.ts'

/** A valid account of somebody in a system. */
export interface Account {
  readonly system: string
  /** As the file says it. */
  readonly value: unknown
  /** As the connector names it: `user/alice`. */
  readonly principal: string
  /** As the system tells it from others (`ConnectorCore.uniqueNameOf`). */
  readonly unique: string
}

export type Holder = Entry<Person | Workload>

/** An account that is written in a file: valid, or what its connector says against it. */
export type JudgedAccount =
  | { readonly account: Account; readonly problems: readonly [] }
  | { readonly account: null; readonly problems: readonly ShapeProblem[] }

/** What connectors said of accounts and targets: asked once each, however many grants there are. */
export interface Judged {
  readonly accounts: Map<Holder, Map<string, JudgedAccount | null>>
  readonly targets: Map<EntitlementEntry, boolean>
}
