import { Migrator, sql } from 'kysely'
import type { Kysely, Migration } from 'kysely'
import type { Tables } from './tables.ts'

/** Feedback, the cards it is about, and how often each statement was shown. */
const feedback: Migration = {
  up: async (db) => {
    await sql`
      create table feedback (
        id bigint generated always as identity primary key,
        card uuid not null,
        outcome text not null check (outcome in ('accepted', 'overridden')),
        outcome_at timestamptz not null,
        received_at timestamptz not null default now(),
        service text not null,
        suggestions uuid[] not null,
        reason text,
        comment text,
        unique (card, outcome, outcome_at)
      )`.execute(db)
    await sql`create index feedback_received on feedback (received_at)`.execute(db)
    await sql`
      create table card (
        uuid uuid primary key,
        service text not null,
        served_on date not null
      )`.execute(db)
    await sql`
      create table card_statement (
        card uuid not null references card on delete cascade,
        statement text not null,
        primary key (card, statement)
      )`.execute(db)
    await sql`
      create table shown (
        day date not null,
        service text not null,
        statement text not null,
        times bigint not null,
        primary key (day, service, statement)
      )`.execute(db)
  },
  down: async (db) => {
    for (const table of ['shown', 'card_statement', 'card', 'feedback']) {
      await sql`drop table ${sql.table(table)}`.execute(db)
    }
  },
}

/** Tokens that were used, for several processes that share one database. */
const usedTokens: Migration = {
  up: async (db) => {
    await sql`
      create table used_token (
        hash text primary key,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index used_token_expires on used_token (expires_at)`.execute(db)
  },
  down: async (db) => {
    await sql`drop table used_token`.execute(db)
  },
}

/** Every step from an empty database to the present one. Steps are only ever added. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-feedback': feedback,
  '0002-used-tokens': usedTokens,
}

const migrator = (db: Kysely<Tables>): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })

/** Brings a database up to the present tables; several processes may do so at once. */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const { error } = await migrator(db).migrateToLatest()
  if (error === undefined) return
  await refuseNewer(db)
  throw error instanceof Error ? error : new Error('The store could not be migrated.')
}

/** Takes the newest step back; for going back to an earlier version. Its tables are lost. */
export const migrateDown = async (db: Kysely<Tables>): Promise<void> => {
  const { error } = await migrator(db).migrateDown()
  if (error !== undefined) throw error instanceof Error ? error : new Error('Not migrated.')
}

/** A database that a newer version wrote, with steps that this one does not know. */
export const newerStore = 'The store was written by a newer version of crampwise.'

const refuseNewer = async (db: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`
    .execute(db)
    .catch(() => ({ rows: [] }))
  if (rows.some(({ name }) => !(name in migrations))) throw new Error(newerStore)
}
