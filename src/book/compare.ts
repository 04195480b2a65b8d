/** Order of two numbers, or of two texts by code unit: the same wherever it runs. Infinities compare too. */
export function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
