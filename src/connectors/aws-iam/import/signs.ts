import type { PrincipalDetail } from '../account.ts'
import { bareName } from '../names.ts'

/** An address as people have it; anything more daring is no sign of anybody. */
const ADDRESS = /^[A-Za-z0-9][A-Za-z0-9._%+-]{0,62}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}$/u
const LONGEST = 200

/** Tags that people use for an address, in lower case. */
const ADDRESS_TAGS: ReadonlySet<string> = new Set(['email', 'e-mail', 'mail', 'emailaddress'])

/** Words in a name or path that nobody is called by. */
const MACHINE_WORDS: ReadonlySet<string> = new Set(
  'svc service services bot ci cd deploy deployer deployment pipeline build builder backup exporter importer lambda app application terraform ansible jenkins gitlab github circleci machine machines server system automation agent worker cron job batch monitoring metrics scanner robot smtp ses api'.split(
    ' '
  )
)

/** The address that a user’s name is, or that a tag of his holds; null: neither, or the tags contradict each other. */
export function addressOf({ arn, tags = [] }: PrincipalDetail): string | null {
  const name = bareName(arn)
  const tagged = tags.filter(({ key }) => ADDRESS_TAGS.has(key.toLowerCase())).map(({ value }) => value)
  const found = new Set([name, ...tagged].filter(isAddress).map((text) => text.toLowerCase()))
  const [only, other] = found
  return only !== undefined && other === undefined ? only : null
}

function isAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text)
}

/** The first word of a name or its path that only machines have; null: none. */
export function machineWordIn({ principal }: PrincipalDetail): string | null {
  const words = principal
    .slice(principal.indexOf('/') + 1)
    .toLowerCase()
    .split(/[^a-z]+/u)
  return words.find((word) => MACHINE_WORDS.has(word)) ?? null
}

/** Whether a name is a first and a last name: `alice.example`. */
export function isFullName({ arn }: PrincipalDetail): boolean {
  return /^[a-z]{2,20}\.[a-z]{2,30}$/iu.test(bareName(arn))
}
