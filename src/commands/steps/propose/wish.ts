import { optionText } from './option-text.ts'

/** What the options of `grantbook request` say; null: that one isn't given. */
export interface Wish {
  readonly subject: string | null
  readonly entitlement: string | null
  readonly expires: string | null
  readonly reason: string | null
  readonly ticket: string | null
  readonly starts: string | null
  readonly requester: string | null
  readonly task: string | null
  /** The incident; not null: break-glass. */
  readonly emergency: string | null
  readonly yes: boolean
}

/** Reads them. Throws UsageError for one that is empty. */
export function wishOf(options: Readonly<Record<string, unknown>>): Wish {
  const text = (name: string): string | null => optionText(options, name)
  return {
    subject: text('subject'),
    entitlement: text('entitlement'),
    expires: text('expires'),
    reason: text('reason'),
    ticket: text('ticket'),
    starts: text('starts'),
    requester: text('requester'),
    task: text('task'),
    emergency: text('emergency'),
    yes: options['yes'] === true
  }
}
