import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { openStore } from '../src/apps/server/store/open.ts'
import type { StorePlace } from '../src/apps/server/store/open.ts'
import { serving } from './serving.test-support.ts'
import type { ServingProcess } from './serving.test-support.ts'

const endpoint = '/cds-services/crampwise-order-sign/feedback'
const callers = 4

/** Posts one entry of feedback about a card; true when it was acknowledged. */
const post = async (address: string, card: string): Promise<boolean> => {
  const entry = { card, outcome: 'overridden', outcomeTimestamp: new Date().toISOString() }
  const response = await fetch(address + endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ feedback: [entry] }),
  }).catch(() => undefined)
  return response?.status === 200
}

/** Posts from several callers until the service is gone, whatever it answers; adds what was acknowledged. */
const postUntilGone = async (running: ServingProcess, acknowledged: Set<string>): Promise<void> => {
  const caller = async (): Promise<void> => {
    while (running.child.exitCode === null && running.child.signalCode === null) {
      const card = randomUUID()
      if (await post(running.address, card)) acknowledged.add(card)
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
}

/** Waits until so many more were acknowledged, then a random moment more. */
const someTimeAfter = async (acknowledged: ReadonlySet<string>, more: number): Promise<void> => {
  const goal = acknowledged.size + more
  while (acknowledged.size < goal) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
}

/** The cards that feedback is kept of. */
const keptCards = async (place: StorePlace): Promise<ReadonlySet<string>> => {
  const store = await openStore(place)
  if ('problem' in store) throw new Error(JSON.stringify(store.problem))
  const rows = await store.db.selectFrom('feedback').select('card').execute()
  await store.close()
  return new Set(rows.map(({ card }) => card))
}

/** What is killed at a random moment: the service, or the database under it. */
export interface Killing {
  readonly config: object
  readonly env?: Readonly<Record<string, string>>
  readonly place: StorePlace
  readonly rounds: number
  /** Kills something else than the service; the service is killed when this is left out. */
  readonly kill?: () => Promise<void>
}

/**
 * Posts feedback while the service is killed again and again, and then looks for every entry that was
 * ever acknowledged; tells how many there were.
 */
export const surviveKilling = async (how: Killing): Promise<number> => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < how.rounds; round += 1) {
    const running = await serving(how.config, how.env)
    const posting = postUntilGone(running, acknowledged)
    await someTimeAfter(acknowledged, 20)
    await how.kill?.()
    const code = await running.end('SIGKILL')
    expect(code).toBeNull()
    await posting
    const kept = await keptCards(how.place)
    expect([...acknowledged].filter((card) => !kept.has(card))).toEqual([])
  }
  return acknowledged.size
}
