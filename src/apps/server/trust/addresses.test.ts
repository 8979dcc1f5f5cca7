import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachable } from './addresses.ts'
import { under } from './allowed-servers.ts'
import { isLoopback } from './loopback.ts'

describe('an outgoing request does not go to', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:0a00:0001',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost',
    '',
  ])('%s', (address) => {
    expect(reachable([])(address)).toBe(false)
  })
})

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00::1'])(
  'but to %s of the public network it does',
  (address) => {
    expect(reachable([])(address)).toBe(true)
  },
)

test('a hospital network is reached once it is allowed, and only that', () => {
  const reaches = reachable(['10.20.0.0/16'])
  expect(reaches('10.20.3.4')).toBe(true)
  expect(reaches('::ffff:10.20.3.4')).toBe(true)
  expect(reaches('10.21.0.1')).toBe(false)
})

test('where a cloud hands out credentials is not reached through a wider network', () => {
  expect(reachable(['169.254.0.0/16'])('169.254.169.254')).toBe(false)
  expect(reachable(['0.0.0.0/0', '::/0'])('fd00:ec2::254')).toBe(false)
  expect(reachable(['169.254.169.254'])('169.254.169.254')).toBe(true)
})

test('an IPv4 address in IPv6 clothes is treated as what it is', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const reaches = reachable([])
      return reaches(`::ffff:${address}`) === reaches(address)
    }),
  )
})

describe('an address lies under an allowed server', () => {
  const allows = under(['https://ehr.example.org/fhir/r4/', 'http://127.0.0.1:9000'])
  const asked = (text: string): boolean => allows(new URL(text))
  test.each([
    'https://ehr.example.org/fhir/r4/Patient/1',
    'https://ehr.example.org/fhir/r4?_page=2',
    'https://EHR.example.org:443/fhir/r4/x',
    'http://127.0.0.1:9000/Observation?code=http%3A%2F%2Floinc.org%7C1',
  ])('%s', (text) => {
    expect(asked(text)).toBe(true)
  })
  test.each([
    'http://ehr.example.org/fhir/r4/Patient/1',
    'https://ehr.example.org/fhir/r40',
    'https://ehr.example.org/other',
    'https://ehr.example.org/fhir/r4/../../admin',
    'https://ehr.example.org/fhir/r4/%2e%2e%2fadmin',
    'https://ehr.example.org/fhir/r4/..%2f..%2fadmin',
    'https://ehr.example.org.evil.example/fhir/r4/',
    'https://evil.example/https://ehr.example.org/fhir/r4/',
    'https://ehr.example.org:8443/fhir/r4/',
    'http://127.0.0.1:9001/',
  ])('but not %s', (text) => {
    expect(asked(text)).toBe(false)
  })
})

test('this machine is known by its names', () => {
  expect(['localhost', '127.0.0.1', '::1', '[::1]', '127.8.8.8'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '::', 'localhost.example.org', '10.0.0.1'].some(isLoopback)).toBe(false)
})
