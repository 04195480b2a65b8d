/** The actions that AWS knows, as `src/generated/iam-actions.js` has them. */
export interface ActionData {
  /** Version of the data. */
  readonly version: string
  /**
   * Resource formats, without `arn:<partition>:` before them: `$` stands for the account's number, `*` for any other
   * variable.
   */
  readonly formats: readonly string[]
  /**
   * Service → its actions, grouped by the resources that they are about: `12,13:GetRole PassRole;:ListRoles` (numbers of
   * formats; none: the action is about no resource).
   */
  readonly services: Readonly<Record<string, string>>
}
