import { append } from './append.ts'
import type { Book, EntitlementEntry, Entry, Grant, RetrospectiveOf } from './book.ts'
import { flat } from './flat.ts'
import { blobId } from './grant-key.ts'
import { entitlementName, type EntitlementName } from './ids.ts'
import { readInstant } from './instant.ts'
import { intern } from './intern.ts'
import type { EmergencyFile, GrantFile } from './kinds/grant.ts'
import type { FileOf } from './kinds/index.ts'
import type { Kind, PathIdentity } from './paths.ts'
import type { FileEntry, Tree } from './tree.ts'

type Invalid = Map<string, PathIdentity | null>
type GrantIdentity = Extract<PathIdentity, { readonly kind: 'grant' | 'emergency' }>

/** Puts valid files into a book, one after the other, in any order. */
export class BookBuilder {
  readonly #tree: Tree
  #settings: Book['settings'] = null
  readonly #people = new Map<string, Entry<FileOf<'person'>>>()
  readonly #workloads = new Map<string, Entry<FileOf<'workload'>>>()
  readonly #systems = new Map<string, Entry<FileOf<'system'>>>()
  readonly #entitlements = new Map<EntitlementName, EntitlementEntry>()
  readonly #grants = new Map<string, Grant>()
  readonly #ofSubject = new Map<string, Grant[]>()
  readonly #ofEntitlement = new Map<EntitlementName, Grant[]>()
  readonly #rules = new Map<string, Entry<FileOf<'rule'>>>()
  readonly #exceptions = new Map<string, Entry<FileOf<'exception'>>>()
  readonly #suspensions = new Map<string, Entry<FileOf<'suspension'>>>()
  readonly #outOfBand = new Map<string, Entry<FileOf<'out-of-band'>> & { readonly system: string }>()
  readonly #retrospectives = new Map<string, Entry<FileOf<'retrospective'>> & RetrospectiveOf>()
  readonly #invalid: Invalid = new Map()

  constructor(tree: Tree) {
    this.#tree = tree
  }

  /** Names a path that exists but does not count. */
  refuse(path: string, identity: PathIdentity | null): void {
    this.#invalid.set(path, identity)
  }

  /** Adds one file whose data has the shape of its kind. */
  add(entry: FileEntry, identity: PathIdentity, bytes: Uint8Array, data: unknown): void {
    const { path } = entry
    const blob = entry.blob ?? blobId(bytes)
    const made = <K extends Kind>(id: string): Entry<FileOf<K>> => ({
      id,
      path,
      blob,
      data: shaped<K>(data)
    })
    switch (identity.kind) {
      case 'settings':
        this.#settings = made<'settings'>('grantbook')
        return
      case 'person':
        this.#people.set(identity.id, made<'person'>(identity.id))
        return
      case 'workload':
        this.#workloads.set(identity.id, made<'workload'>(identity.id))
        return
      case 'rule':
        this.#rules.set(identity.id, made<'rule'>(identity.id))
        return
      case 'exception':
        this.#exceptions.set(identity.id, made<'exception'>(identity.id))
        return
      case 'system':
        this.#systems.set(identity.id, made<'system'>(identity.id))
        return
      case 'suspension':
        this.#suspensions.set(identity.id, made<'suspension'>(identity.id))
        return
      case 'entitlement': {
        const name = entitlementName(identity.system, identity.id)
        this.#entitlements.set(name, { ...made<'entitlement'>(identity.id), system: identity.system, name })
        return
      }
      case 'out-of-band':
        this.#outOfBand.set(path, { ...made<'out-of-band'>(identity.name), system: identity.system })
        return
      case 'retrospective': {
        const { system, entitlement, subject, start } = identity
        this.#retrospectives.set(path, {
          ...made<'retrospective'>(`${subject}.${start}`),
          system,
          entitlement,
          subject,
          start
        })
        return
      }
      case 'grant':
      case 'emergency':
        this.#addGrant(path, blob, identity, shaped<'grant' | 'emergency'>(data))
    }
  }

  #addGrant(
    path: string,
    blob: string,
    identity: GrantIdentity,
    data: Partial<EmergencyFile> & GrantFile
  ): void {
    const grant: Grant = {
      kind: identity.kind,
      path,
      blob,
      system: intern(identity.system),
      entitlement: intern(identity.entitlement),
      name: entitlementName(identity.system, identity.entitlement),
      subject: intern(identity.subject),
      reason: flat(data.reason),
      expires: readInstant(data.expires, 'end'),
      starts: data.starts === undefined ? null : readInstant(data.starts, 'start'),
      hasStarts: data.starts !== undefined,
      ticket: own(data.ticket),
      requester: own(data.requester),
      task: own(data.task),
      incident: own(data.incident)
    }
    this.#grants.set(path, grant)
    append(this.#ofSubject, grant.subject, grant)
    append(this.#ofEntitlement, grant.name, grant)
  }

  /** The book of everything added so far. */
  finish(): Book {
    return {
      tree: this.#tree,
      settings: this.#settings,
      people: this.#people,
      workloads: this.#workloads,
      systems: this.#systems,
      entitlements: this.#entitlements,
      grants: this.#grants,
      grantsOfSubject: this.#ofSubject,
      grantsOfEntitlement: this.#ofEntitlement,
      rules: this.#rules,
      exceptions: this.#exceptions,
      suspensions: this.#suspensions,
      outOfBand: this.#outOfBand,
      retrospectives: this.#retrospectives,
      invalid: this.#invalid
    }
  }
}

/** What ajv has just decided: the types are inferred from the same definitions as the schemas it compiled. */
function shaped<K extends Kind>(data: unknown): FileOf<K> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return data as FileOf<K>
}

/** A text that may be absent, without the file that it stood in. */
function own(text: string | undefined): string | null {
  return text === undefined ? null : flat(text)
}
