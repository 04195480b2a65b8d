import { BlockList, isIP } from 'node:net'
import type { Relation } from './operator.ts'

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/u

/**
 * A date as policies write it: ISO 8601, or seconds since 1970. Milliseconds, or null if it is neither.
 * Without an offset it is UTC.
 */
export function readDate(text: string): number | null {
  if (/^\d{1,12}$/u.test(text) && text.length !== 4) return Number(text) * 1000
  const match = ISO.exec(text)
  if (!match) return null
  const part = (n: number): number => Number(match[n] ?? 0)
  const day = new Date(Date.UTC(part(1), part(2) - 1, part(3)))
  if (day.getUTCMonth() !== part(2) - 1 || day.getUTCDate() !== part(3)) return null
  if (part(4) > 23 || part(5) > 59 || part(6) > 59) return null
  const offset = readOffset(match[8] ?? 'Z')
  return day.getTime() + ((part(4) * 60 + part(5)) * 60 + part(6) + part(7)) * 1000 - offset
}

function readOffset(text: string): number {
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return (text.startsWith('-') ? -minutes : minutes) * 60_000
}

const STAND: Readonly<Record<Relation, (left: number, right: number) => boolean>> = {
  equals: (left, right) => left === right,
  less: (left, right) => left < right,
  lessOrEqual: (left, right) => left <= right,
  greater: (left, right) => left > right,
  greaterOrEqual: (left, right) => left >= right
}

/** Whether two numbers stand so. */
export function stand(left: number, relation: Relation, right: number): boolean {
  return STAND[relation](left, right)
}

/** Whether an address lies in an address or CIDR block. False for anything malformed. */
export function inBlock(address: string, block: string): boolean {
  const [net = '', bits] = block.split('/')
  const [family, size] = isIP(net) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const)
  const prefix = bits === undefined ? size : Number(bits)
  if (isIP(net) === 0 || isIP(address) !== isIP(net) || !(prefix >= 0 && prefix <= size)) return false
  const list = new BlockList()
  list.addSubnet(net, prefix, family)
  return list.check(address, family)
}
