/**
 * Whether an address lies under one of some base addresses: the same origin, and the same path or one
 * below it.
 */
export const under = (bases: readonly string[]): ((url: URL) => boolean) => {
  const allowed = bases.map((base) => {
    const { origin, pathname } = new URL(base)
    return { origin, path: pathname.replace(/\/+$/, '') }
  })
  return (url) =>
    allowed.some(
      ({ origin, path }) =>
        url.origin === origin &&
        (url.pathname === path || url.pathname.startsWith(`${path}/`)) &&
        // An escaped slash or dot may become a step upward at the server.
        !/%2f|%5c|%2e/i.test(url.pathname),
    )
}
