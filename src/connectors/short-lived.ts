/** How something could work with credentials that end by themselves, instead of a key. */
export interface ShortLived {
  /** Where it runs, as its file says: `github-actions repo:acme/billing:environment:prod`. */
  readonly run: string
  /** What to do, in sentences; ours, except what the file says. */
  readonly way: string
  /** The trust that the role needs for it, as the system takes it; null: nobody can tell. */
  readonly trust: object | null
}
