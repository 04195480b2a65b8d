import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heap grow by four tenths between two collections at most. Node would rather let it grow to twice what is in use
 * and more: on a machine that has the memory a little faster, on the small ones that run workflows too much.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
}
