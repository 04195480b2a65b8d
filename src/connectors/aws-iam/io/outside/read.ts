import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import type { IAMClient } from '@aws-sdk/client-iam'
import type { Explained, Outside, OutsidePrincipal, SessionPorts } from '../../../connector.ts'
import { missingDocuments } from '../../documents.ts'
import type { Detail } from '../../live.ts'
import { cluesOf } from '../../outside/clues.ts'
import { findOutside } from '../../outside/find.ts'
import { rootOf } from '../../outside/sign-in.ts'
import { isKnown, type House, type View } from '../../outside/view.ts'
import { readManaged } from '../boundaries.ts'
import { tell } from '../errors.ts'
import { readCredentials } from './credentials.ts'
import { readProviders } from './providers.ts'
import { lookUp } from './trail.ts'

/** What finding access outside needs of its session. */
export interface Lookout {
  readonly iam: IAMClient
  /** Null: there is no CloudTrail to ask beside this IAM. */
  readonly trail: () => Promise<CloudTrailClient | null>
  readonly house: House
  /** Documents of AWS's own policies, read once a session; null where one could not be read. */
  readonly managed: Map<string, string | null>
  readonly ports: SessionPorts
}

type Unread = Outside['unread'][number]

/** A view of an account, and what of it could not be read. */
export interface Viewed {
  readonly view: View
  readonly unread: Outside['unread']
}

/** Reads what a bulk read lacks, finds all access that nothing explains, and asks who made what is new. */
export async function readOutside(lookout: Lookout, detail: Detail, explained: Explained): Promise<Outside> {
  const unread: Unread[] = []
  const view = await readView(lookout, detail, unread)
  const found = findOutside(view, lookout.house, explained)
  return { found: await attributed(lookout, detail, found, explained, unread), unread }
}

/** Reads what a bulk read lacks. */
export async function viewWhole(lookout: Omit<Lookout, 'trail'>, detail: Detail): Promise<Viewed> {
  const unread: Unread[] = []
  return { view: await readView(lookout, detail, unread), unread }
}

async function readView(
  { iam, house, managed, ports }: Omit<Lookout, 'trail'>,
  { account }: Detail,
  unread: Unread[]
): Promise<View> {
  for (const arn of missingDocuments(account)) {
    if (!managed.has(arn)) managed.set(arn, await readManaged(iam, arn, ports.log))
    if (managed.get(arn) === null) unread.push({ ids: [], why: `The document of ${arn} can’t be read.` })
  }
  const users = [...account.principals.values()].filter(
    ({ arn, trust }) => trust === null && !isKnown(house, arn)
  )
  const attempt = async <T>(
    what: string,
    ids: readonly string[],
    read: () => Promise<T>
  ): Promise<T | null> => {
    try {
      return await read()
    } catch (error) {
      const { code, message } = tell(error)
      unread.push({ ids, why: `${what} can’t be read: ${code}: ${message}` })
      return null
    }
  }
  return {
    account,
    managed,
    credentials: await attempt('Keys, passwords and MFA', ['key:', 'login', 'mfa-missing'], () =>
      readCredentials(iam, users, rootOf(house.number), ports)
    ),
    providers: await attempt('Identity providers', ['provider:'], () => readProviders(iam))
  }
}

async function attributed(
  { trail, ports }: Lookout,
  { account }: Detail,
  found: readonly OutsidePrincipal[],
  { onFile }: Explained,
  unread: Unread[]
): Promise<readonly OutsidePrincipal[]> {
  const clues = cluesOf(found, onFile, account.serverTime)
  if (clues.length === 0) return found
  const client = await trail()
  if (!client) {
    unread.push({ ids: [], why: 'Who made what can’t be told: there is no CloudTrail beside this IAM.' })
    return found
  }
  const { events, stopped } = await lookUp(client, clues, ports)
  if (stopped !== null) {
    const { code, message } = tell(stopped)
    unread.push({ ids: [], why: `Who made what can’t be told in full by CloudTrail: ${code}: ${message}` })
  }
  const told = new Map([...events].map(([{ principal, id }, event]) => [`${principal} ${id}`, event]))
  return found.map((each) => ({
    ...each,
    items: each.items.map((item) => {
      const event = told.get(`${each.principal} ${item.id}`)
      return event ? { ...item, by: event.by, since: item.since ?? event.at } : item
    })
  }))
}
