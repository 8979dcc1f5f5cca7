import { spawnSync } from 'node:child_process'
import cql from 'cql-execution'
import { describe, expect, test } from 'vitest'
import { exactly } from '../logic/interval.ts'
import { cqlLibrary, cqlParameters } from './cql.ts'
import { translate, translator } from './elm.ts'
import { small } from './small-definition.test-support.ts'

describe('a library translated to ELM', () => {
  test('the small definition has no fault, and the same text makes the same bytes', async () => {
    const text = cqlLibrary(small)
    const first = await translate(text)
    expect(first.faults).toEqual([])
    expect(JSON.stringify(await translate(text))).toBe(JSON.stringify(first))
    expect(first.elm.library.identifier).toEqual({ id: 'ASmallGuideline', version: '1.2.3' })
  })
  test('nothing of the translator’s own stays in it: no annotation, place or number', async () => {
    const { elm } = await translate(cqlLibrary(small))
    expect(JSON.stringify(elm)).not.toMatch(/"(annotation|locator|localId|translator\w*)"/)
  })
  test('a fault is told with its library, line and column', async () => {
    const { faults } = await translate("library X version '1'\ndefine a: 1 + b\n")
    expect(faults).toEqual([
      {
        severity: 'error',
        library: 'X',
        line: 2,
        column: 15,
        message: 'Could not resolve identifier b in the current library.',
      },
    ])
  })
  test('nothing is written to standard output, where the answer of a command stands', () => {
    const program = `
      const { translate } = await import('./src/outputs/elm.ts')
      const { faults } = await translate('library X define a: 1')
      console.log(faults.length)
    `
    const { stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('0\n')
  })
  test('a warning is no error', async () => {
    const { faults } = await translate("library X\nparameter a Integer\ndefine b: 'a'\n")
    expect(faults.map(({ severity, line }) => [severity, line])).toEqual([['warning', 3]])
  })
  test('a library may include another one that is given with it', async () => {
    const facts = cqlLibrary({ ...small, id: 'facts' })
    const translateOne = await translator({ libraries: { Facts: facts } })
    const bound =
      'library Bound\ninclude Facts version \'1.2.3\' called Facts\ndefine x: Facts."takes it"'
    expect(translateOne(bound).faults).toEqual([])
    const missing = await translate(bound)
    expect(missing.faults.some(({ severity }) => severity === 'error')).toBe(true)
  })
})

describe('cql-execution on the small definition', () => {
  const run = async (stated: Parameters<typeof cqlParameters>[1], isLeftOut = false) => {
    const { elm } = await translate(cqlLibrary(small))
    const parameters = Object.fromEntries(
      Object.entries(cqlParameters(small, stated)).filter(
        ([, value]) => !isLeftOut || value !== null,
      ),
    )
    const executor = new cql.Executor(new cql.Library(elm), undefined, parameters)
    const results = await executor.exec(new cql.PatientSource([]))
    return results.unfilteredResults as Readonly<Record<string, unknown>>
  }
  test('takes a parameter that is left out as one that is null', async () => {
    for (const stated of [{}, { takesIt: 'true' }, { onDialysis: 'unknown' }] as const) {
      expect(await run(stated, true)).toEqual(await run(stated))
    }
  })
  test('lists what it assumed, and assumes nothing that was asked', async () => {
    expect((await run({}))['Assumed absent']).toEqual(['not: is on dialysis'])
    expect((await run({ onDialysis: 'unknown' }))['Assumed absent']).toEqual([])
    expect((await run({ onDialysis: 'false' }))['Assumed absent']).toEqual([])
  })
  test('says when a statement cannot be decided, and when it is urgent', async () => {
    const unknown = await run({ onDialysis: 'unknown' })
    expect(unknown['Avoid it holds']).toBeNull()
    expect(unknown['Avoid it cannot be decided']).toBe(true)
    const urgent = await run({ onDialysis: 'true' })
    expect(urgent['Avoid it cannot be decided']).toBe(false)
    expect(urgent['Avoid it is urgent']).toBe(true)
    expect((await run({ onDialysis: 'true', takesIt: 'false' }))['Avoid it is urgent']).toBe(false)
  })
  test('says when the facts contradict each other', async () => {
    const contradicted = await run({ takesIt: 'false', dailyDose: exactly(10) })
    expect(contradicted['The facts contradict each other']).toBe(true)
    const fine = await run({ takesIt: 'true', dailyDose: exactly(10) })
    expect(fine['The facts contradict each other']).toBe(false)
  })
  test('takes an end without a limit as unlimited', async () => {
    const any = { takesIt: 'true', onDialysis: 'false' } as const
    const high = await run({ ...any, potassium: { low: 3.5, high: Infinity } })
    expect(high['low potassium']).toBe(false)
    const low = await run({ ...any, potassium: { low: -Infinity, high: 3.5, highOpen: true } })
    expect(low['low potassium']).toBe(true)
    const both = await run({ ...any, potassium: { low: -Infinity, high: 3.5 } })
    expect(both['low potassium']).toBeNull()
  })
})
