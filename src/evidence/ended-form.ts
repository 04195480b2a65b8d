/**
 * What becomes of a form that was ended before its time when its file moves on to `next` (null: it is gone). Whatever only
 * takes away, and so needs nobody's approval, takes the end along: it must not be a way round it. A form that was approved
 * (`proved`) after another one stood, or none, stands for itself: null. `blob` null: the ended form has left.
 */
export function endedAfter<T extends { readonly blob: string | null }>(
  ended: T,
  next: string | null,
  proved: boolean
): (Omit<T, 'blob'> & { readonly blob: string | null }) | null {
  if (next !== null && proved && next !== ended.blob) return null
  return next === ended.blob ? ended : { ...ended, blob: next }
}
