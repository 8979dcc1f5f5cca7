import { createHash } from 'node:crypto'

/** Remembers tokens that were used, so that none is used twice. */
export interface Replay {
  /** Marks a token as used until it expires: its first use, a use again, or no room to remember it. */
  readonly use: (hash: string, expiresAt: Date) => Promise<'first' | 'again' | 'full'>
}

/** What is remembered of a token: a hash of who issued it and of its `jti`, never these themselves. */
export const tokenHash = (issuer: string, jti: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, jti]))
    .digest('base64url')
    .slice(0, 27)

const minute = 60_000

/**
 * Remembers used tokens in this process. They lie in one set per minute of their expiry, so that
 * forgetting costs nothing; when there is no room left nothing is let in, for what is not remembered
 * could be used again.
 */
export const memoryReplay = (now: () => Date, most = 1_000_000): Replay => {
  const minutes = new Map<number, Set<string>>()
  let size = 0

  const forget = (until: number): void => {
    for (const [key, hashes] of minutes) {
      if (key >= until) continue
      size -= hashes.size
      minutes.delete(key)
    }
  }

  const use: Replay['use'] = (hash, expiresAt) => {
    forget(Math.floor(now().getTime() / minute))
    const key = Math.floor(expiresAt.getTime() / minute)
    const hashes = minutes.get(key) ?? new Set<string>()
    // The same token has the same expiry: it can only be in its own minute.
    if (hashes.has(hash)) return Promise.resolve('again')
    if (size >= most) return Promise.resolve('full')
    hashes.add(hash)
    minutes.set(key, hashes)
    size += 1
    return Promise.resolve('first')
  }
  return { use }
}
