import { readNetworks } from './networks.ts'

const { networks } = readNetworks(['127.0.0.0/8', '::1'])

/** Whether a host name or address means this machine, seen from itself. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  // The usual names first: every request asks for one, and a look into networks is slow.
  return bare === 'localhost' || bare === '127.0.0.1' || networks(bare)
}
