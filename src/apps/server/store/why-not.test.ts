import { expect, test } from 'vitest'
import { newerStore } from './migrations.ts'
import { openStore } from './open.ts'
import { serverAddress } from './server.ts'
import { whyNot } from './why-not.ts'

const address = serverAddress('postgresql://jane:secret@db.example.org/crampwise')

const told = (fault: { readonly code?: string; readonly message?: string }): string => {
  const { message, remedy } = whyNot(
    'DATABASE_URL',
    Object.assign(new Error(fault.message ?? 'secret'), fault),
    address,
  )
  expect(message + remedy).not.toContain('secret')
  return `${message} ${remedy}`
}

test.each<[string, { readonly code?: string; readonly message?: string }, string]>([
  ['is not there', { code: 'ECONNREFUSED' }, 'No PostgreSQL answers at db.example.org:5432'],
  ['has no such name', { code: 'ENOTFOUND' }, 'whether host and port are right'],
  ['does not answer in time', { code: 'ETIMEDOUT' }, 'whether it is running there'],
  ['keeps silent', { message: 'timeout expired' }, '(ETIMEDOUT)'],
  ['is starting', { code: '57P03' }, 'whether it is running there'],
  ['refuses the password', { code: '28P01' }, 'Check the user (jane) and the password'],
  ['refuses the user', { code: '28000' }, 'pg_hba.conf'],
  ['wants a password', { message: 'SASL: client password must be a string' }, '(28P01)'],
  ['has no such database', { code: '3D000' }, 'CREATE DATABASE "crampwise" OWNER "jane";'],
  ['gives no right', { code: '42501' }, 'GRANT CREATE ON SCHEMA public TO "jane";'],
  ['fails otherwise', { code: 'XX000' }, 'Look into the log of that server'],
])('a server that %s is told with what to do', (_what, fault, expected) => {
  expect(told(fault)).toContain(expected)
})

test('an address that cannot be read is told with how to write one', async () => {
  const store = await openStore({ databaseUrl: 'postgresql://jane:se#cret@db.example.org/x' })
  expect(store).toMatchObject({
    problem: { where: 'DATABASE_URL', remedy: expect.stringContaining('%23') as string },
  })
  expect(JSON.stringify(store)).not.toMatch(/se#|cret@/)
  expect(store).not.toHaveProperty('problem.isTemporary')
})

test('a fault of the server may pass, a store of a newer version does not', () => {
  expect(whyNot('DATABASE_URL', { code: '57P03' }, address).isTemporary).toBe(true)
  expect(whyNot('DATABASE_URL', new Error(newerStore), address).isTemporary).toBeUndefined()
})
