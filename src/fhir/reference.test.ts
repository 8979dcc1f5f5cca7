import { describe, expect, test } from 'vitest'
import { namesOfResource, refersTo, typeAndIdIn } from './reference.ts'

describe('a reference', () => {
  const here = namesOfResource('Patient', '1', 'https://a.example.org/fhir/Patient/1/_history/2')
  const local = namesOfResource('Patient', '1', 'urn:uuid:11111111-1111-1111-1111-111111111111')
  const nameless = namesOfResource('Patient', undefined, 'https://a.example.org/fhir/Patient/1')

  test.each([
    ['by type and id', 'Patient/1', here, true],
    ['by a version', 'Patient/1/_history/7', here, true],
    ['by the bare id, as some senders write it', '1', here, true],
    ['by the full address', 'https://a.example.org/fhir/Patient/1', here, true],
    ['by the address of another server', 'https://b.example.org/fhir/Patient/1', here, false],
    ['by another id', 'Patient/2', here, false],
    ['by the same id of another type', 'Group/1', here, false],
    ['by its uuid', 'urn:uuid:11111111-1111-1111-1111-111111111111', local, true],
    [
      'by an address, where the entry has only a uuid',
      'https://b.example.org/Patient/1',
      local,
      true,
    ],
    ['to an entry without an id, by what its address ends in', 'Patient/1', nameless, true],
    ['to nothing', '', here, false],
  ])('%s', (_sentence, reference, names, expected) => {
    expect(refersTo(reference, names)).toBe(expected)
  })

  test('ends in a type and an id', () => {
    expect(typeAndIdIn('https://a.example.org/fhir/Medication/m/_history/1')).toBe('Medication/m')
    expect(typeAndIdIn('Medication/m')).toBe('Medication/m')
    expect(typeAndIdIn('m')).toBe('m')
    expect(typeAndIdIn('')).toBe('')
  })
})
