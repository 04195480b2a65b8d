import { IAM } from '@aws-sdk/client-iam'
import type { AccountSnapshot } from '../../src/sandbox/iam/snapshot.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { ACCOUNTS, type SystemId } from './world.ts'

/** What somebody with an administrator's keys does by hand in an account. */
export class Console {
  readonly #sandbox: Sandbox
  readonly #clients = new Map<SystemId, IAM>()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  /** A client with the account's own keys. */
  of(system: SystemId): IAM {
    const known = this.#clients.get(system)
    if (known) return known
    const keys = this.#sandbox.aws.accounts.find(({ account }) => account === ACCOUNTS[system])?.root
    if (!keys) throw new Error(`no keys of ${system}`)
    const client = new IAM({ endpoint: this.#sandbox.aws.iam, region: 'us-east-1', credentials: keys })
    this.#clients.set(system, client)
    return client
  }

  /** Everything that stands in an account. */
  look(system: SystemId): AccountSnapshot {
    return this.#sandbox.snapshot(ACCOUNTS[system])
  }

  /** Whether somebody may assume an entitlement role at an instant, as IAM itself would decide. */
  may(system: SystemId, principal: string, action: string, resource: string, at: number): boolean {
    return this.#sandbox.can({ account: ACCOUNTS[system], principal, action, resource, at }).allowed
  }

  close(): void {
    for (const client of this.#clients.values()) client.destroy()
  }
}

/** An Allow of anything. */
export function allow(action: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }]
  })
}
