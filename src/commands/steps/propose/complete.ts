import type { Book, EntitlementEntry, Subject } from '../../../book/book.ts'
import { resolveEntitlement } from '../../../book/bundles.ts'
import { writeDuration } from '../../../book/duration.ts'
import { UsageError } from '../../../book/errors.ts'
import type { Instant } from '../../../book/instant.ts'
import { keepersOf } from '../../../approval/people.ts'
import { writeEnd, type MeantEnd } from '../../../compose/end.ts'
import type { Asked } from '../../../compose/grant-file.ts'
import { longest } from '../../../compose/limits.ts'
import { lastDay } from '../../../findings/limits.ts'
import { plainLine } from '../../../render/escape.ts'
import { endFault, endOption, startOption } from './dates.ts'
import { requireEntitlement, requirePerson, requireSubject } from './names.ts'
import type { Choice, Prompts } from './prompts.ts'
import type { Stand } from './stand.ts'
import type { Wish } from './wish.ts'

/** A request with everything that its file says. */
export interface Complete {
  readonly asked: Asked
  readonly entitlement: EntitlementEntry
  readonly subject: Subject
  readonly from: Instant | null
  readonly end: MeantEnd
}

/**
 * What the options say, and what is asked for where they say nothing: only what this subject and this entitlement need.
 * Throws UsageError that names what can't be meant, or what is missing where nobody can be asked.
 */
export async function complete(
  { book, now, me }: Stand,
  wish: Wish,
  prompts: Prompts | null
): Promise<Complete> {
  const ask = new Asking(book, prompts)
  const subject = requireSubject(book, wish.subject ?? (await ask.subject(me)))
  const emergency = wish.emergency !== null
  const entitlement = requireEntitlement(
    book,
    wish.entitlement ?? (await ask.entitlement(subject, emergency))
  )
  const from = wish.starts === null ? null : startOption('--starts', wish.starts)
  const count = Math.max(from ?? now, now)
  const reason = wish.reason ?? (await ask.reason())
  const end = await endOf(wish, ask, { book, entitlement, count, now })
  const { id } = subject.entry
  const terms = resolveEntitlement(book, entitlement.name)?.terms
  const ticket = wish.ticket ?? (!emergency && terms?.ticket === 'required' ? await ask.ticket() : null)
  const task = wish.task ?? (subject.kind === 'workload' ? await ask.task(id) : null)
  const requester = wish.requester === null ? null : requirePerson(book, wish.requester, '--requester ')
  return {
    asked: {
      subject: id,
      entitlement: entitlement.name,
      reason,
      starts: wish.starts,
      expires: end.text,
      ticket,
      requester: requester ?? (needsRequester(book, subject, me) ? me : null),
      task,
      incident: wish.emergency
    },
    entitlement,
    subject,
    from,
    end
  }
}

/** Whether the file must name who asks: it isn't the subject, nor a workload's owner or backup. */
function needsRequester(book: Book, { kind, entry }: Subject, me: string): boolean {
  return kind === 'person' ? entry.id !== me : !keepersOf(book, entry.id).includes(me)
}

interface Ending {
  readonly book: Book
  readonly entitlement: EntitlementEntry
  /** From when its length counts. */
  readonly count: Instant
  readonly now: Instant
}

async function endOf(wish: Wish, ask: Asking, { book, entitlement, count, now }: Ending): Promise<MeantEnd> {
  if (wish.expires !== null) return endOption('--expires', wish.expires, count, now)
  const emergency = wish.emergency !== null
  const limit = longest(book, entitlement, emergency)
  if (emergency && limit !== null) return { text: writeEnd(count + limit), at: count + limit }
  const latest = limit === null ? null : lastDay(count + limit, count)
  const about = limit === null ? '' : ` (at most ${writeDuration(limit)})`
  const given = await ask.expires(about, latest, (answer) => endFault(answer, count, now))
  return endOption('--expires', given, count, now)
}

/** Asks for what is missing, or says that it is. */
class Asking {
  readonly #book: Book
  readonly #prompts: Prompts | null

  constructor(book: Book, prompts: Prompts | null) {
    this.#book = book
    this.#prompts = prompts
  }

  subject(me: string): Promise<string> {
    const people = [...this.#book.people.values()].map(({ id, data }) => choice(id, data.name))
    const workloads = [...this.#book.workloads.values()].map(({ id, data }) => choice(id, data.title))
    return this.#must('subject').choose('For whom?', [...people, ...workloads].toSorted(byValue), me)
  }

  entitlement({ kind }: Subject, emergency: boolean): Promise<string> {
    const fit = [...this.#book.entitlements.values()].filter(
      ({ name, data }) =>
        (!emergency || data.emergency !== undefined) &&
        (resolveEntitlement(this.#book, name)?.terms?.subjects.has(kind) ?? true)
    )
    const choices = fit.map(({ name, data }) =>
      choice(name, `${data.title} · risk ${this.#risk(name) ?? data.risk}`)
    )
    const prompts = this.#must('entitlement')
    if (choices.length > 0) return prompts.choose('What?', choices.toSorted(byValue), null)
    throw new UsageError(
      emergency
        ? 'No entitlement allows break-glass access.'
        : `There is no entitlement that a ${kind} may hold.`
    )
  }

  #risk(name: EntitlementEntry['name']): string | undefined {
    return resolveEntitlement(this.#book, name)?.terms?.risk
  }

  reason(): Promise<string> {
    return this.#must('reason').text('Why, in words that are understood a year from now?', null, longEnough)
  }

  expires(about: string, latest: string | null, check: (answer: string) => string | null): Promise<string> {
    // An empty answer means what stands there.
    const judged = (answer: string): string | null =>
      answer === '' && latest !== null ? null : check(answer)
    return this.#must('expires').text(`Until when${about}? A day, or how long: 8h, 14d`, latest, judged)
  }

  async ticket(): Promise<string | null> {
    if (!this.#prompts) return null
    const pattern = this.#book.settings?.data.ticket.pattern ?? ''
    return this.#prompts.text(`In which ticket was it agreed (${plainLine(pattern)})?`, null, notEmpty)
  }

  async task(workload: string): Promise<string | null> {
    if (!this.#prompts) return null
    return this.#prompts.text(
      `For which task of ${workload} (the link of its issue, pipeline or change)?`,
      null,
      notEmpty
    )
  }

  #must(option: string): Prompts {
    if (this.#prompts) return this.#prompts
    throw new UsageError(
      `--${option} is missing, and there is no terminal to ask on. See grantbook request --help.`
    )
  }
}

const LEAST = 10

function longEnough(answer: string): string | null {
  const long = answer.replaceAll(/\s/gu, '').length >= LEAST
  return long ? null : `At least ${LEAST} characters that aren’t blank.`
}

function notEmpty(answer: string): string | null {
  return answer.trim() === '' ? 'It is needed here.' : null
}

/** What is told of a choice stands beside it: a hint would show for one at a time. */
function choice(value: string, about: string): Choice {
  return { value, label: plainLine(`${value} · ${about}`) }
}

function byValue(a: Choice, b: Choice): number {
  return a.value < b.value ? -1 : 1
}
