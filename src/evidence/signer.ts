/** Signs commits of the evidence branch. */
export interface Signer {
  /** Public half as `settings.evidence.signers` names it, without comment: `ssh-ed25519 AAAA…`. */
  readonly publicKey: string
  /** An armored SSHSIG over a commit object without its `gpgsig` header, namespace `git`. */
  sign(commit: Uint8Array): string
}
