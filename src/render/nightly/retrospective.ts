import { writeInstant, type Instant } from '../../book/instant.ts'
import type { UsedEvent } from '../../evidence/record-used.ts'
import type { ReviewedForm, ToReview } from '../../evidence/to-review.ts'
import { markdownCode, markdownText } from '../escape.ts'

/** Title of the pull request that reviews an emergency. */
export function retrospectiveTitle({ emergency: { subject, name }, forms }: ToReview): string {
  const incident = forms.at(-1)?.incident ?? ''
  return `Review the emergency of ${subject} on ${name}${incident === '' ? '' : ` (${incident})`}`
}

/** Its body: what was held and when, who approved it, what was done with it, what to do, and by when. */
export function retrospectiveBody(review: ToReview, owner: string | null, now: Instant): string {
  const { emergency, due, path, forms, used } = review
  const late =
    due <= now
      ? ['**This review is overdue: until it is merged, this subject gets no further emergency grant.**']
      : []
  const who = owner === null ? '' : ` (${markdownText(owner)})`
  const rows = forms.map((form) => rowOf(review, form))
  const renewed = forms.length > 1 ? [`It was renewed: ${forms.length} forms gave access.`] : []
  return [
    ...late,
    [
      '| who | held | from | until | incident | because | approved by |',
      '|---|---|---|---|---|---|---|',
      ...rows
    ].join('\n'),
    ...renewed,
    `Write into ${markdownCode(path)} on this branch what happened and what the access was used for, and \`verdict: accepted\` or \`contested\`. The entitlement’s owner${who} or governance approves; neither whoever wrote it nor the subject does.`,
    [
      `- **Due:** ${writeInstant(due)}. After that no further emergency is granted to this subject until it is merged.`,
      '- **Merge:** the emergency is reviewed, and its grant’s file goes: for that GitHub asks one of its own code owners, too.',
      '- **Close:** it comes back tomorrow.'
    ].join('\n'),
    ...used.flatMap((one) => usedParts(one, emergency.name))
  ].join('\n\n')
}

function rowOf(
  { emergency: { subject, name } }: ToReview,
  { incident, reason, from, until, approved }: ReviewedForm
): string {
  const people = approved.flatMap(({ pull, approvals }) =>
    approvals.map(
      ({ person, as }) => `${markdownText(person)} as ${markdownCode(as)} in ${markdownText(pull)}`
    )
  )
  const cells = [
    markdownText(subject),
    markdownText(name),
    writeInstant(from),
    writeInstant(until),
    markdownText(incident),
    markdownText(reason),
    people.length === 0 ? 'nobody is named in the record' : people.join('; ')
  ]
  return `| ${cells.join(' | ')} |`
}

/** What one system told. All texts in it are whatever the caller's program said. */
function usedParts(
  { system, principal, uses, changes, cut, lastUsed, unread }: UsedEvent,
  name: string
): string[] {
  const about = `**What ${markdownText(system)} tells of ${markdownCode(principal)} in that time, and of sessions up to an hour after it:**`
  const gaps =
    unread.length === 0
      ? []
      : [
          `**Could not be read**, so that this says less than happened: ${unread.map(markdownText).join('; ')}.`
        ]
  const taken =
    uses.length > 0
      ? [`${markdownText(name)} was taken up ${times(uses.length)}:`, tableOf(uses)]
      : unread.length === 0
        ? [`${markdownText(name)} was not taken up once, as far as is told.`]
        : []
  const done =
    changes.length > 0
      ? [`It changed, or tried to change (${changes.length}):`, tableOf(changes)]
      : unread.length === 0
        ? ['It changed nothing that is told: calls that only read, and what happens inside data, aren’t.']
        : []
  const more = cut ? ['_There was more: it is cut here. The account’s own trail has all of it._'] : []
  const last = lastUsed.map(({ what, at }) =>
    at === null
      ? `${markdownCode(what)}: when it was last used, by anybody, isn’t told.`
      : `${markdownCode(what)} was last used, by anybody, at ${at}.`
  )
  return [about, ...gaps, ...taken, ...done, ...more, ...last]
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function tableOf(acts: UsedEvent['uses']): string {
  const rows = acts.map(
    ({ at, what, on, from, agent, error }) =>
      `| ${at} | ${markdownText(what)} | ${markdownText(on)} | ${markdownText(from)} | ${markdownText(agent)} | ${error === null ? '' : `refused: ${markdownText(error)}`} |`
  )
  return ['| when | what | on | from | with | |', '|---|---|---|---|---|---|', ...rows].join('\n')
}
