import type { IAMClient } from '@aws-sdk/client-iam'
import type { Explained, OutsideItem, Removal, SessionPorts } from '../../../connector.ts'
import { resourceOf } from '../../names.ts'
import { findOutside } from '../../outside/find.ts'
import type { Fresh, Thing } from '../../outside/thing.ts'
import { savedOf, thingsOn } from '../../outside/things.ts'
import { isKnown, type House } from '../../outside/view.ts'
import { codeOf, tell } from '../errors.ts'
import { readFresh } from './fresh.ts'
import { deleteUser, takeAway } from './remover.ts'
import { WAITS } from './waits.ts'

/** What taking away needs of its session. */
export interface Bench {
  readonly iam: IAMClient
  readonly house: House
  readonly ports: Pick<SessionPorts, 'environment' | 'log' | 'signal' | 'sleep'>
}

type Asked = Pick<OutsideItem, 'id' | 'digest'>
type Save = (id: string, saved: unknown) => Promise<void>

/** Takes items off one principal. See `Session.remediate`. */
export async function remediate(
  bench: Bench,
  principal: string,
  asked: readonly Asked[],
  explained: Explained,
  save: Save
): Promise<readonly Removal[]> {
  if (isKnown(bench.house, principal))
    return asked.map(({ id }) => kept(id, 'Nothing on it is anybody’s finding.'))
  if (!/^(?:user|role|group)\//u.test(resourceOf(principal)))
    return asked.map(({ id }) => kept(id, 'It is never taken away automatically.'))
  const done = new Map<string, Removal>()
  try {
    await work(bench, principal, asked, explained, save, done)
  } catch (error) {
    const { code, message } = tell(error)
    for (const { id } of asked) if (!done.has(id)) done.set(id, failed(id, `${code}: ${message}`))
  }
  return asked.map(({ id }) => done.get(id) ?? failed(id, 'It was not reached.'))
}

async function work(
  bench: Bench,
  principal: string,
  asked: readonly Asked[],
  explained: Explained,
  save: Save,
  done: Map<string, Removal>
): Promise<void> {
  const fresh = await read(bench, principal)
  if (!fresh) {
    for (const { id } of asked) done.set(id, gone(id))
    return
  }
  const items = itemsOf(fresh, bench.house, explained)
  const things = thingsOn(fresh)
  for (const one of asked) {
    const answer = left(one, items.get(one.id), things.get(one.id), bench)
    if (answer) done.set(one.id, answer)
  }
  // In the order of `things`, whatever the order of the question.
  const going = [...things].filter(([id]) => asked.some((one) => one.id === id) && !done.has(id))
  const saved = new Map<string, unknown>()
  for (const [id, thing] of going) {
    const value = savedOf(thing, fresh, items.get(id) ?? { id, digest: '' })
    await save(id, value)
    saved.set(id, value)
  }
  const isLast = asked.some(({ id }) => id === 'principal') && !done.has('principal')
  if (isLast) await save('principal', null)
  const errors = await takeAll(bench, fresh, going)
  const after =
    going.length === 0
      ? fresh
      : await reread(
          bench,
          principal,
          going.map(([id]) => id)
        )
  const standing = after ? thingsOn(after) : new Map<string, Thing>()
  for (const [id] of going) {
    if (!standing.has(id)) done.set(id, { id, state: 'removed', why: null, saved: saved.get(id) ?? null })
    else done.set(id, refused(id, errors.get(id)))
  }
  if (isLast) done.set('principal', after ? await takeUser(bench, principal, after) : gone('principal'))
}

/** Why one of the items is left alone, or that it is gone; null if it is to be taken away. */
function left(
  { id, digest }: Asked,
  item: OutsideItem | undefined,
  thing: Thing | undefined,
  { ports }: Bench
): Removal | null {
  if (!item && thing) return kept(id, 'Something explains it now, so it is nobody’s finding any more.')
  if (!item) return id === 'principal' ? kept(id, 'A file names it now.') : gone(id)
  if (item.digest !== digest)
    return kept(id, 'It has changed since it was found: it has to be found and decided anew.')
  if (!item.removable) return kept(id, item.why)
  if (thing?.what === 'key' && thing.key === ports.environment['AWS_ACCESS_KEY_ID'])
    return kept(
      id,
      'This run works with it. Name its user in “known” of the system, or run with other credentials.'
    )
  return thing || id === 'principal' ? null : kept(id, 'There is no call that takes it away.')
}

/** Tries each, whatever becomes of the others. Returns the errors by id. */
async function takeAll(
  { iam, ports }: Bench,
  { name }: Fresh,
  going: readonly (readonly [id: string, thing: Thing])[]
): Promise<ReadonlyMap<string, unknown>> {
  const errors = new Map<string, unknown>()
  for (const [id, thing] of going) {
    try {
      ports.signal.throwIfAborted()
      await takeAway(iam, name, thing)
    } catch (error) {
      if (codeOf(error) !== 'NoSuchEntity') errors.set(id, error)
    }
  }
  return errors
}

/** Reads until none of the ids shows any more, or patience ends; null: the principal is gone. */
async function reread(bench: Bench, principal: string, ids: readonly string[]): Promise<Fresh | null> {
  let fresh: Fresh | null = null
  for (const wait of WAITS) {
    if (wait > 0) await bench.ports.sleep(wait)
    fresh = await read(bench, principal)
    const standing = fresh && thingsOn(fresh)
    if (!standing || !ids.some((id) => standing.has(id)) || bench.ports.signal.aborted) return fresh
  }
  return fresh
}

/** Deletes a user on whom nothing is left. */
async function takeUser(bench: Bench, principal: string, fresh: Fresh): Promise<Removal> {
  const [rest] = thingsOn(fresh).keys()
  if (rest !== undefined) return kept('principal', `There is still something on it: ${rest}.`)
  if (fresh.signIn?.mfa === true) return kept('principal', 'It has an MFA device: take that off by hand.')
  try {
    await deleteUser(bench.iam, fresh.name)
  } catch (error) {
    if (codeOf(error) !== 'NoSuchEntity') return refused('principal', error)
  }
  for (const wait of WAITS) {
    if (wait > 0) await bench.ports.sleep(wait)
    if (!(await read(bench, principal))) return { id: 'principal', state: 'removed', why: null, saved: null }
  }
  return refused('principal', undefined)
}

function read({ iam, house, ports }: Bench, principal: string): Promise<Fresh | null> {
  return readFresh(iam, principal, house.instance, ports.log)
}

function itemsOf(
  { view, name }: Fresh,
  house: House,
  explained: Explained
): ReadonlyMap<string, OutsideItem> {
  const own = findOutside(view, house, explained).find((each) => each.name === name)
  return new Map(own?.items.map((item) => [item.id, item]))
}

/** What the system won't change at all is left alone; anything else that still stands has failed. */
function refused(id: string, error: unknown): Removal {
  if (error === undefined) return failed(id, 'It still shows. The next run looks again.')
  const { code, message } = tell(error)
  if (code === 'UnmodifiableEntity') return kept(id, `IAM lets nobody change it: ${message}`)
  if (code === 'DeleteConflict') return kept(id, `IAM says that something is still on it: ${message}`)
  return failed(id, `${code}: ${message}`)
}

function kept(id: string, why: string | null): Removal {
  return { id, state: 'kept', why, saved: null }
}

function failed(id: string, why: string): Removal {
  return { id, state: 'failed', why, saved: null }
}

function gone(id: string): Removal {
  return { id, state: 'removed', why: 'It was gone already.', saved: null }
}
