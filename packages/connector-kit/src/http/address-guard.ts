import ipaddr from 'ipaddr.js'

type Parsed = ReturnType<typeof ipaddr.process>

const octets = (bytes: readonly number[], from: number): string => bytes.slice(from, from + 4).join('.')

/** The IPv4 address that an IPv6 address stands for, in the transition mechanisms that routers still serve. */
function embeddedIPv4(address: Parsed): string | null {
  const bytes = address.toByteArray()
  if (bytes.length !== 16) return null
  const range = address.range()
  if (range === '6to4') return octets(bytes, 2)
  if (range === 'rfc6052' || range === 'rfc6145') return octets(bytes, 12)
  return bytes.slice(0, 12).every((byte) => byte === 0) ? octets(bytes, 12) : null
}

/** Documentation, site-local and local NAT64 prefixes that `range()` takes for ordinary addresses in some versions. */
const furtherForbidden = ['fec0::/10', '64:ff9b:1::/48', '2001:db8::/32'].map((cidr) => ipaddr.parseCIDR(cidr))

/** Public addresses at which a platform serves its virtual machines, secrets included: Azure's WireServer. */
const platformAddresses = ['168.63.129.16']

/**
 * Why an address must not be connected to while private addresses are closed (docs/erp/home-made-rest.md#private-addresses): the name of
 * its range, or null if it is an ordinary public address. Takes dotted IPv4 and any spelling of IPv6, with brackets and zone; anything else
 * is "unreadable". IPv4 addresses inside IPv6 ones (mapped, NAT64, 6to4, compatible) are judged as what they lead to.
 */
export function forbiddenRange(text: string): string | null {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare) || (!bare.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(bare))) return 'unreadable'
  const address = ipaddr.process(bare)
  const range: string = address.range()
  if (platformAddresses.includes(address.toString())) return 'platform metadata'
  if (range === 'unspecified' || range === 'loopback') return range
  const inner = embeddedIPv4(address)
  if (inner !== null) return forbiddenRange(inner)
  if (address.kind() === 'ipv6' && furtherForbidden.some((cidr) => address.match(cidr as [ipaddr.IPv6, number]))) return 'reserved'
  return range === 'unicast' ? null : range
}

/** An address as a host of a URL, without brackets; null if the host is a name. The URL has written odd spellings of IPv4 out. */
export function addressOfHost(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}
