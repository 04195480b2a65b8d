/**
 * What a mapping of a file holds, by key; nothing is inherited, whatever the keys are. `Object.create(null)` would do too,
 * but makes a hash table of each: four times the memory for the accounts of everybody.
 */
export class Mapping {
  [key: string]: unknown
}

Object.setPrototypeOf(Mapping.prototype, null)
Reflect.deleteProperty(Mapping.prototype, 'constructor')
Object.freeze(Mapping.prototype)
