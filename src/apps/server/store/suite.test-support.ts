import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardQueue } from './cards.ts'
import type { ServedCard } from './cards.ts'
import { keepFeedback } from './feedback.ts'
import type { FeedbackEntry } from './feedback.ts'
import { migrate, migrateDown, migrations } from './migrations.ts'
import type { Store } from './open.ts'
import { databaseReplay } from './replay.ts'
import { listComments, reportFeedback } from './report.ts'
import { tidy } from './upkeep.ts'

const service = 'crampwise-order-sign'
const now = (): Date => new Date('2026-11-23T12:00:00Z')

/** A card that was overridden, unless something else is said. */
const entry = (changed: Partial<FeedbackEntry> = {}): FeedbackEntry => ({
  card: randomUUID(),
  outcome: 'overridden',
  outcomeTimestamp: '2026-11-23T12:00:00.000000Z',
  service,
  suggestions: [],
  ...changed,
})

const card = (...statements: readonly string[]): ServedCard => ({
  uuid: randomUUID(),
  service,
  statements,
})

/** What a store must do, whichever PostgreSQL it is. */
export const storeSuite = (name: string, open: () => Promise<Store>): void => {
  describe(`the store on ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(async () => {
      await store.close()
    })
    const serve = async (...cards: readonly ServedCard[]): Promise<void> => {
      const queue = cardQueue(store.db, { now })
      queue.record(cards)
      await queue.stop()
    }
    const count = async (table: string): Promise<number> => {
      const { rows } = await sql<{ readonly n: number }>`
        select count(*)::int as n from ${sql.table(table)}`.execute(store.db)
      return rows[0]?.n ?? -1
    }

    test('keeps an entry once, however often and in whatever company it is sent', async () => {
      const one = entry()
      expect(await keepFeedback(store.db, [one, one, entry()])).toBe(2)
      expect(await keepFeedback(store.db, [one])).toBe(0)
      expect(await keepFeedback(store.db, [{ ...one, outcome: 'accepted' }])).toBe(1)
      const later = { ...one, outcomeTimestamp: '2026-11-23T12:00:00.000001Z' }
      expect(await keepFeedback(store.db, [later])).toBe(1)
    })

    test('keeps all of a call or none of it', async () => {
      const before = await count('feedback')
      const wrong = entry({ outcome: 'seen' as FeedbackEntry['outcome'] })
      await expect(keepFeedback(store.db, [entry(), wrong])).rejects.toThrow()
      expect(await count('feedback')).toBe(before)
    })

    test('tells acceptance and override by statement, each reason counted', async () => {
      const both = card('report-a', 'report-b')
      const single = card('report-a')
      await serve(both, single, both)
      const accepted = entry({ card: both.uuid, outcome: 'accepted', suggestions: [randomUUID()] })
      const because = entry({ card: single.uuid, reason: 'patient-refuses' })
      await keepFeedback(store.db, [accepted, because, entry({ card: both.uuid })])
      const report = await reportFeedback(store.db)
      const mine = report.statements.filter(({ statement }) => statement.startsWith('report-'))
      expect(mine).toEqual([
        {
          statement: 'report-a',
          shown: 3,
          accepted: 1,
          overridden: 2,
          reasons: { none: 1, 'patient-refuses': 1 },
        },
        { statement: 'report-b', shown: 2, accepted: 1, overridden: 1, reasons: { none: 1 } },
      ])
    })

    test('tells feedback on a card that was recorded only afterwards', async () => {
      const late = card('late')
      await keepFeedback(store.db, [entry({ card: late.uuid })])
      expect((await reportFeedback(store.db)).unknownCards.overridden).toBeGreaterThan(0)
      await serve(late)
      const { statements } = await reportFeedback(store.db)
      expect(statements.find(({ statement }) => statement === 'late')?.overridden).toBe(1)
    })

    test('tells only what was received since a moment', async () => {
      const report = await reportFeedback(store.db, '2999-01-01T00:00:00Z')
      expect(report).toEqual({
        since: '2999-01-01T00:00:00Z',
        entries: 0,
        statements: [],
        unknownCards: { accepted: 0, overridden: 0 },
      })
    })

    test('lists what users typed with what it was about', async () => {
      const said = card('said')
      await serve(said)
      await keepFeedback(store.db, [entry({ card: said.uuid, comment: 'Too soon.' })])
      expect(await listComments(store.db)).toMatchObject([
        { service, statements: ['said'], comment: 'Too soon.' },
      ])
    })

    test('lets a token be used once, also when many ask at the same time', async () => {
      const { use } = databaseReplay(store.db)
      const hash = randomUUID()
      const expires = new Date('2026-11-23T12:10:00Z')
      const uses = await Promise.all(Array.from({ length: 8 }, () => use(hash, expires)))
      expect(uses.filter((one) => one === 'first')).toHaveLength(1)
    })

    test('forgets tokens that expired and old cards that nobody answered, but no feedback', async () => {
      const old = card('old')
      const answered = card('answered')
      await serve(old, answered)
      await keepFeedback(store.db, [entry({ card: answered.uuid })])
      await databaseReplay(store.db).use(randomUUID(), new Date('2026-11-23T11:00:00Z'))
      const kept = await count('feedback')
      const later = (): Date => new Date('2027-11-23T12:00:00Z')
      await tidy(store, { now: later, keepCardsDays: 30 })
      const { rows } = await sql<{ readonly statement: string }>`
        select statement from card_statement where statement in ('old', 'answered')`.execute(
        store.db,
      )
      expect(rows).toEqual([{ statement: 'answered' }])
      expect(await count('used_token')).toBe(0)
      expect(await count('feedback')).toBe(kept)
    })

    test('takes in more cards than fit only up to the bound, and says how many it dropped', async () => {
      let dropped = 0
      const queue = cardQueue(store.db, { now, most: 5, onDropped: (count) => (dropped += count) })
      queue.record(Array.from({ length: 8 }, () => card('bounded')))
      expect(dropped).toBe(3)
      await queue.stop()
      const { rows } = await sql`select from card_statement where statement = 'bounded'`.execute(
        store.db,
      )
      expect(rows).toHaveLength(5)
    })

    test('goes back step by step and forward again', async () => {
      for (const _ of Object.keys(migrations)) await migrateDown(store.db)
      await expect(count('feedback')).rejects.toThrow()
      await migrate(store.db)
      await migrate(store.db)
      expect(await count('feedback')).toBe(0)
    })

    test('refuses a store that a newer version wrote', async () => {
      await sql`
        insert into kysely_migration (name, timestamp) values ('9999-later', now())`.execute(
        store.db,
      )
      await expect(migrate(store.db)).rejects.toThrow('newer version')
      await sql`delete from kysely_migration where name = '9999-later'`.execute(store.db)
    })
  })
}
