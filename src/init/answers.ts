/** What a new book needs to know of its company. */
export interface Answers {
  /** `owner/name` of the governed repository. */
  readonly repository: string
  /** Slug of the GitHub App. */
  readonly app: string
  /** The Grantbook action: `owner/name@<full commit>`. */
  readonly uses: string
  /** SSH public key that signs evidence, or null: nobody has made one yet. */
  readonly signer: string | null
}

/** Stands beside every value that a person must still set; `doctor` looks for it. */
export const CHANGE_ME = 'CHANGE ME'
