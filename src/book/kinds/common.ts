import { z } from 'zod'
import { ID_PATTERN } from '../ids.ts'

// Definitions use only what survives z.toJSONSchema: ajv on the generated schema decides shape, so a refinement
// or a transform here would be a rule that nobody checks. What needs more than shape is a named check.

/** An id of a person, workload, system, rule, …: also its file's name. */
export const id = (what: string) => z.string().regex(new RegExp(ID_PATTERN, 'u')).meta({ description: what })

/** `system/entitlement`. */
export const entitlementRef = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}\/[a-z0-9][a-z0-9-]{0,62}$/u)
  .meta({
    title: 'Entitlement',
    description: 'Full name of an entitlement: system, slash, entitlement.',
    examples: ['aws-prod/logs-read']
  })

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2}))?$/u

/** `YYYY-MM-DD` or an RFC 3339 date-time with offset. Whether the day exists is the check `date-invalid`. */
export const date = (title: string, description: string, example: string) =>
  z
    .string()
    .regex(DATE_SHAPE)
    .meta({ title, description, examples: [example] })

/** A number with `m`, `h` or `d`. */
export const duration = (title: string, description: string, example: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}[mhd]$/u)
    .meta({ title, description, examples: [example] })

/** One line or a few of free text for people. */
export const text = (title: string, description: string, example: string, max = 2000) =>
  z
    .string()
    .min(1)
    .max(max)
    .meta({ title, description, examples: [example] })

/** At least ten characters; that ten of them aren't blank is the check `reason-too-short`. */
export const reason = z
  .string()
  .min(10)
  .max(2000)
  .meta({
    title: 'Reason',
    description:
      'Why this access is needed, in words an auditor understands a year later. At least 10 characters that are not blank.',
    examples: ['Month-end reconciliation for the finance close']
  })

/** `@org/team` or `@login`. E-mail owners can't be resolved through GitHub's API and are refused. */
export const approver = z
  .string()
  .regex(/^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$/u)
  .meta({
    title: 'Approver',
    description: 'A GitHub team (`@org/team`) or account (`@login`).',
    examples: ['@acme/billing']
  })

/** Anything an object may hold; its shape is decided elsewhere (the system's connector). */
export const opaque = (title: string, description: string, example: object) =>
  z.record(z.string(), z.unknown()).meta({ title, description, examples: [example] })
