/** Keeps a value in a map of at most so many: where it is full, the keeping begins anew. Returns the value. */
export function keepIn<Key, Value>(map: Map<Key, Value>, most: number, key: Key, value: Value): Value {
  if (map.size >= most) map.clear()
  map.set(key, value)
  return value
}
