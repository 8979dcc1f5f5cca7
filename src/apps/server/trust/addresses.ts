import { isIP } from 'node:net'
import { plainAddress, readNetworks } from './networks.ts'
import type { Networks } from './networks.ts'

/** What the registries of special-purpose addresses set apart: never a host of the public network. */
const special = readNetworks([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // Of IPv6 all but global unicast, and of that what carries other addresses in it or is set apart.
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
]).networks

/** Where clouds hand out the credentials of a machine. */
const metadata = [
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  'fd00:ec2::254',
]
const isMetadata = readNetworks(metadata).networks

/**
 * Whether an outgoing request may go to an address: one of the public network, or one of the networks
 * that were allowed. A metadata address must be allowed by itself; no wider network includes it.
 */
export const reachable = (allowed: readonly string[]): Networks => {
  const single = new Set(allowed.map((text) => plainAddress(text.replace(/\/(32|128)$/, ''))))
  const inAllowed = readNetworks(allowed).networks
  return (address) => {
    const plain = plainAddress(address)
    if (isIP(plain) === 0) return false
    if (isMetadata(plain)) return single.has(plain)
    return inAllowed(plain) || !special(plain)
  }
}
