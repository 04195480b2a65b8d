import type { Stage } from './stage.ts'

/** Ids of commits and addresses differ from story to story, because its key does. */
export function withoutIds(text: string, { sandbox }: Stage): string {
  const accounts = new Set(sandbox.aws.accounts.map(({ account }) => account))
  return text
    .replaceAll(/\b[0-9a-f]{40}\b/gu, '…')
    .replaceAll(/\b[0-9a-f]{12}\b/gu, (id) => (accounts.has(id) ? id : '…'))
    .replaceAll(sandbox.github?.git ?? '', 'https://github.com')
}
