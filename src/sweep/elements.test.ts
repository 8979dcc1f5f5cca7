import { describe, expect, test } from 'vitest'
import { elementsOf, isReadType, readTypes } from './elements.ts'

describe('the elements that are read of an export', () => {
  test('are an id and what may turn a meaning in every type, each named once', () => {
    for (const type of readTypes) {
      const elements = elementsOf(type)
      expect(elements).toEqual(expect.arrayContaining(['id', 'implicitRules', 'modifierExtension']))
      expect(new Set(elements).size).toBe(elements.length)
    }
  })
  test('are of types that bear on a fact, and of no other name', () => {
    expect(isReadType('MedicationRequest')).toBe(true)
    expect(isReadType('Encounter')).toBe(false)
    expect(isReadType('constructor')).toBe(false)
  })
})
