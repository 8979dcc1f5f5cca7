import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { fetchedKeys } from './issuers.ts'
import { keyRequests } from './outgoing.ts'
import type { GuardedFetch } from './outgoing.ts'
import { configured } from '../service.test-support.ts'

const address = 'https://ehr.example.org/jwks.json'
const header = { alg: 'ES384', kid: 'a' }
const input = { payload: '', signature: '' }

/** A key set on the network that counts how often it is fetched. */
const keySet = async (): Promise<{ readonly fetch: GuardedFetch; readonly urls: string[] }> => {
  const { publicKey } = await generateKeyPair('ES384', { extractable: true })
  const body = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'a' }] })
  const urls: string[] = []
  const fetch: GuardedFetch = (url) => {
    urls.push(String(url))
    return Promise.resolve(new Response(body))
  }
  return { fetch, urls }
}

test('keys are fetched when they are first needed, and then kept', async () => {
  const { fetch, urls } = await keySet()
  const keys = fetchedKeys([address], fetch)
  expect(urls).toEqual([])
  await keys(address)?.(header, input)
  await keys(undefined)?.(header, input)
  expect(urls).toEqual([address])
})

test('a token that names an unknown key does not make the service fetch again and again', async () => {
  const { fetch, urls } = await keySet()
  const keys = fetchedKeys([address], fetch)(address)
  await keys?.(header, input)
  for (const kid of ['b', 'c', 'd']) {
    await expect(keys?.({ alg: 'ES384', kid }, input)).rejects.toThrow('no applicable key')
  }
  expect(urls).toHaveLength(1)
})

test('an address of keys that is not on the list is never fetched', async () => {
  const { fetch, urls } = await keySet()
  const keys = fetchedKeys([address, `${address}?2`], fetch)
  expect(keys('https://evil.example/jwks.json')).toBeUndefined()
  expect(keys(`${address}#x`)).toBeUndefined()
  // Of several addresses a token must name one.
  expect(keys(undefined)).toBeUndefined()
  expect(urls).toEqual([])
})

test('requests for keys go to the very addresses that were allowed, and not to this machine', async () => {
  const requests = keyRequests(configured().config, ['https://127.0.0.1/jwks.json'])
  await expect(requests('https://127.0.0.1/jwks.json')).rejects.toMatchObject({
    refusal: 'private-address',
  })
  await expect(requests('https://127.0.0.1/jwks.json?a')).rejects.toMatchObject({
    refusal: 'not-allowed',
  })
})
