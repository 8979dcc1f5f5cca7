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
  const list = new BlockList()
  const wrong: number[] = []
  texts.forEach((text, index) => {
    const [, address = '', prefix] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? []
    const version = isIP(address)
    const most = version === 4 ? 32 : 128
    const bits = prefix === undefined ? most : Number(prefix)
    if (version === 0 || bits > most) wrong.push(index)
    else list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6')
  })
  const networks = (address: string): boolean => {
    const plain = plainAddress(address)
    const version = isIP(plain)
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
  }
  return { networks, wrong }
}
