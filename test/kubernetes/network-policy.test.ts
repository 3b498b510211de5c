import { BlockList, isIP } from 'node:net'
import { expect, test } from 'vitest'
import { forbiddenRange } from '../../packages/connector-kit/src/http/address-guard.ts'
import { find } from './manifests.ts'

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** Says whether an address is in one of the ranges. */
function oneOf(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const [address = '', bits] of ranges.map((range) => range.split('/'))) list.addSubnet(address, Number(bits), familyOf(address))
  return (address) => list.check(address, familyOf(address))
}

function toNumber(address: string): bigint {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail].reduce((sum, part) => sum * 65_536n + BigInt(`0x${part}`), 0n)
}

function toAddress(value: bigint, family: string): string {
  if (family === 'ipv4') return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  return Array.from({ length: 8 }, (_, at) => ((value >> BigInt(112 - 16 * at)) & 65_535n).toString(16)).join(':')
}

/** The first and the last address of a range, and their neighbours outside of it. */
function bordersOf(range: string): readonly string[] {
  const [address = '', bits] = range.split('/')
  const family = familyOf(address)
  const width = family === 'ipv4' ? 32n : 128n
  const first = toNumber(address)
  const next = first + (1n << (width - BigInt(bits ?? 0)))
  return [first - 1n, first, next - 1n, next].filter((value) => value >= 0n && value < 1n << width).map((value) => toAddress(value, family))
}

/** An address of each small range that is not for hosts on the internet. */
const small = [
  ...['168.63.129.16', '169.254.169.254', '192.0.0.8', '192.0.2.1', '192.31.196.1', '192.52.193.1', '192.88.99.1', '192.168.1.1'],
  ...['192.175.48.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::1', '2620:4f:8000::1', '3fff::1'],
]

const blocks = (name: string) =>
  find('NetworkPolicy', name).spec?.egress?.flatMap(({ to = [] }) => to.flatMap(({ ipBlock }) => ipBlock ?? [])) ?? []

test('workers reach exactly the addresses on the internet that Linkspan itself allows', () => {
  const internet = blocks('linkspan-worker-internet')
  const excepted = internet.flatMap(({ except = [] }) => except)
  const [isOpen, isExcepted] = [oneOf(internet.map(({ cidr }) => cidr)), oneOf(excepted)]
  const inEachTwelveBits = (from: number, to: number, family: string) =>
    Array.from({ length: to - from }, (_, at) => toAddress((BigInt(from + at) << (family === 'ipv4' ? 20n : 116n)) + 257n, family))
  // Of IPv6, only 2000::/3 is in use on the internet.
  const addresses = [
    ...inEachTwelveBits(0, 0x1000, 'ipv4'),
    ...inEachTwelveBits(0x200, 0x400, 'ipv6'),
    ...excepted.flatMap(bordersOf),
    ...small,
  ]
  const differing = addresses.filter((address) => (isOpen(address) && !isExcepted(address)) !== (forbiddenRange(address) === null))
  expect(differing).toEqual([])
})

test('the private addresses that are opened are none that the internet policy opens too', () => {
  const ranges = blocks('linkspan-worker-private-erps').map(({ cidr }) => cidr)
  expect(ranges.length).toBeGreaterThan(0)
  expect(ranges.filter((range) => forbiddenRange(range.split('/')[0] ?? '') !== 'private')).toEqual([])
})
