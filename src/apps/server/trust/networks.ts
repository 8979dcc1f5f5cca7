import { BlockList, isIP } from 'node:net'

/** Whether an address lies in one of some networks. */
export type Networks = (address: string) => boolean

/** An IPv4 address that is written as IPv6, `::ffff:10.0.0.1`, in its own form. */
export const plainAddress = (address: string): string => {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return dotted ?? address.replace(/%.*$/, '')
}

/** Reads networks such as `10.0.0.0/8` or `::1`; those that are none are handed back by their place. */
export const readNetworks = (
  texts: readonly string[],
): { readonly networks: Networks; readonly wrong: readonly number[] } => {
  // One list for each version: in a common one a network of IPv6 would take IPv4 addresses in.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() }
  const wrong: number[] = []
  texts.forEach((text, index) => {
    const [, address = '', prefix] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? []
    const version = isIP(address)
    const most = version === 4 ? 32 : 128
    const bits = prefix === undefined ? most : Number(prefix)
    if (version === 0 || bits > most) wrong.push(index)
    else lists[nameOf(version)].addSubnet(address, bits, nameOf(version))
  })
  const networks = (address: string): boolean => {
    const plain = plainAddress(address)
    const version = isIP(plain)
    return version !== 0 && lists[nameOf(version)].check(plain, nameOf(version))
  }
  return { networks, wrong }
}

const nameOf = (version: number): 'ipv4' | 'ipv6' => (version === 4 ? 'ipv4' : 'ipv6')
