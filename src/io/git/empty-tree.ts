/** git's id of the tree that holds nothing, which git knows without having it; by the hash of `like`. */
export function emptyTreeLike(like: string): string {
  return like.length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
}
