import { withoutSecrets } from '../book/secrets.ts'

/** Variables whose values must never be printed, whatever an error's text repeats. */
const SECRET = [
  'GITHUB_TOKEN',
  'GRANTBOOK_SIGNING_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN'
] as const
/** Shorter values (an empty or made-up one) stand in ordinary words. */
const SHORTEST = 8

/** A text for stderr without the secrets of the environment, and without anything that looks like one. */
export function conceal(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  let left = text
  for (const name of SECRET) {
    const value = environment[name] ?? ''
    for (const part of [value, ...value.split('\n')]) {
      if (part.length >= SHORTEST) left = left.replaceAll(part, `[${name}]`)
    }
  }
  return withoutSecrets(left)
}
