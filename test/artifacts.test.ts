import ucumLhc from '@lhncbc/ucum-lhc'
import { describe, expect, test } from 'vitest'
import { guideline } from '../src/guideline/index.ts'
import { citations } from '../src/guideline/references.ts'
import { undecidedName } from '../src/outputs/cql-names.ts'
import { appliesName, planLibraryName } from '../src/outputs/artifacts/plan-logic.ts'
import { codeSets } from '../src/outputs/artifacts/value-sets.ts'
import {
  actions,
  everyAction,
  input,
  nodes,
  ofType,
  plan,
  resources,
  texts,
} from './artifacts.test-support.ts'
import type { Action, Node } from './artifacts.test-support.ts'

const decides = input.libraries.find(({ name }) => name === planLibraryName(guideline))
const cql = decides?.cql ?? ''
const defined = new Set(
  [...cql.matchAll(/^define "((?:[^"\\]|\\.)*)":/gm)].map(([, name]) => name ?? ''),
)
const byId = new Map(everyAction().map((action) => [action.id, action]))
const activity = (id: string): Node => ofType('ActivityDefinition').find((of) => of.id === id) ?? {}

describe('the package as a whole', () => {
  test('no two artifacts share an address, and no address is longer than a server takes', () => {
    const addresses = resources.map(({ url }) => url)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(resources.filter(({ id }) => !/^[A-Za-z0-9.-]{1,64}$/.test(id))).toEqual([])
  })
  test('every reference to an artifact of ours, with its version, leads to one', () => {
    const known = new Set(resources.map(({ url, version }) => `${url}|${version}`))
    const named = resources
      .flatMap(texts)
      .filter((text) => text.startsWith(input.base) && text.includes('|'))
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter((text) => !known.has(text))).toEqual([])
  })
  test('each is a draft for trial and says that nobody has signed it off', () => {
    for (const { status, experimental, description } of resources as readonly Node[]) {
      expect([status, experimental]).toEqual(['draft', true])
      expect(description).toContain('Not clinically signed off')
    }
  })
  test('every unit is a code of UCUM', () => {
    const ucum = ucumLhc.UcumLhcUtils.getInstance() as unknown as Ucum
    const units = resources
      .flatMap(nodes)
      .filter(({ system }) => system === 'http://unitsofmeasure.org')
      .map(({ code }) => code as string)
    const bad = units.filter((unit) => ucum.validateUnitString(unit).status !== 'valid')
    expect(units.length).toBeGreaterThan(10)
    expect(bad).toEqual([])
    expect(ucum.validateUnitString('mEq/L').status).not.toBe('valid')
  })
})

interface Ucum {
  readonly validateUnitString: (unit: string) => { readonly status: string }
}

describe('the plan', () => {
  test('has each statement in the order of the pathway, and beside it where it cannot be decided', () => {
    expect(actions.slice(2).map(({ id }) => id)).toEqual(
      guideline.statements.flatMap(({ id }) => [id, `${id}.undecided`]),
    )
    for (const statement of guideline.statements) {
      const [holds] = byId.get(statement.id)?.condition ?? []
      const [undecided] = byId.get(`${statement.id}.undecided`)?.condition ?? []
      expect(holds?.expression.expression).toBe(appliesName(statement))
      expect(undecided?.expression.expression).toBe(undecidedName(statement))
    }
  })
  test('gives each action a name of its own', () => {
    const ids = everyAction().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('leaves room in its names: an engine calls what it makes by the action and the activity', () => {
    const long = everyAction()
      .filter(({ definitionCanonical }) => definitionCanonical !== undefined)
      .map(({ id, definitionCanonical = '' }) => {
        const [, , activityId = ''] =
          /(ActivityDefinition)\/([^|]+)/.exec(definitionCanonical) ?? []
        return `${id}-${activityId}`
      })
      .filter((name) => name.length > 64)
    expect(long).toEqual([])
  })
  test('leaves no action without something to do: what an engine makes of it is valid too', () => {
    const empty = everyAction().filter(
      ({ action, definitionCanonical }) =>
        (action === undefined) === (definitionCanonical === undefined),
    )
    expect(empty).toEqual([])
  })
  test('names only expressions that the CQL defines', () => {
    const named = nodes(resources).flatMap(({ expression }) =>
      typeof expression === 'object' ? [expression as Node] : [],
    )
    expect(named.length).toBeGreaterThan(2 * guideline.statements.length)
    expect(named.filter(({ language }) => language !== 'text/cql-identifier')).toEqual([])
    expect(named.filter(({ expression }) => !defined.has(String(expression)))).toEqual([])
  })
  test('is urgent as the statements are', () => {
    expect(byId.get('suspected-neurotoxicity')?.priority).toBe('stat')
    expect(byId.get('red-flags')?.priority).toBe('urgent')
    expect(byId.get('avoid-quinidine.urgent')?.priority).toBe('urgent')
    expect(byId.get('avoid-quinidine.do')?.priority).toBe('routine')
    expect(byId.get('increase-baclofen')?.priority).toBe('routine')
  })
  test('raises by single steps, and asks again a week after each', () => {
    for (const id of ['increase-baclofen', 'increase-baclofen-older-adult']) {
      const [step, again] = byId.get(id)?.action ?? []
      const [related] = (again?.['relatedAction'] ?? []) as readonly Node[]
      expect(related).toMatchObject({
        actionId: step?.id,
        relationship: 'after-end',
        offsetDuration: { value: 1, code: 'wk' },
      })
    }
    const [check, step] = byId.get('review-before-exceeding-15-mg')?.action ?? []
    expect([check?.id, step?.id]).toEqual([
      'review-before-exceeding-15-mg.check',
      'review-before-exceeding-15-mg.do',
    ])
  })
  test('cites as the source does: numbers, and identities that are only inferred', () => {
    const cited = plan['relatedArtifact'] as readonly Node[]
    expect(cited.map(({ label }) => label)).toEqual(
      citations.map(({ number }) => `Source citation ${String(number)}`),
    )
    for (const { display } of cited) expect(display).toMatch(/not supplied; identity inferred/)
    for (const { id, outside } of guideline.statements) {
      const documentation = (byId.get(id) as Action)['documentation'] as readonly Node[]
      const labels = documentation.map(({ label }) => label)
      for (const key of outside) expect(labels).toContain(`Outside evidence: ${key}`)
    }
  })
})

describe('the activities', () => {
  test('an order never names a dose that the guideline does not', () => {
    const dosed = ofType('ActivityDefinition').filter((of) =>
      nodes(of['dosage']).some((node) => 'doseQuantity' in node),
    )
    expect(dosed.map(({ id }) => id)).toEqual(['magnesium-oxide-at-night'])
    expect(activity('increase-baclofen')['dosage']).toMatchObject([
      { maxDosePerPeriod: { numerator: { value: 30, code: 'mg' }, denominator: { code: 'd' } } },
    ])
  })
  test('none says not to give baclofen: that would be a sudden stop', () => {
    const refused = ofType('ActivityDefinition').filter((of) => of['doNotPerform'] === true)
    expect(refused.map(({ id }) => id)).toContain('avoid-quinidine')
    expect(refused.map(({ id }) => id)).toContain('avoid-cyclobenzaprine')
    for (const of of refused) {
      expect(JSON.stringify(of['productCodeableConcept'])).not.toMatch(/baclofen|1292/)
    }
    expect(activity('avoid-baclofen-severe-renal')['kind']).toBe('CommunicationRequest')
  })
  test('medicines are proposals by ingredient', () => {
    expect(activity('increase-baclofen')).toMatchObject({
      kind: 'MedicationRequest',
      intent: 'proposal',
      productCodeableConcept: { coding: [{ code: '1292' }] },
    })
  })
  test.each([
    ['order-egfr', '98979-8'],
    ['order-creatinine', '2160-0'],
    ['order-potassium', '2823-3'],
    ['order-magnesium', '19123-9'],
  ])('%s orders LOINC %s', (id, code) => {
    expect(activity(id)).toMatchObject({
      kind: 'ServiceRequest',
      code: { coding: [{ system: 'http://loinc.org', code }] },
    })
  })
})

describe('the value sets', () => {
  test.each(codeSets(input.rules).map((set) => [set.id, set] as const))(
    '%s holds each code of the reading rules once',
    (id, set) => {
      const { compose } = ofType('ValueSet').find((of) => of.id === id) as Node
      const held = (compose as { include: readonly Node[] }).include.flatMap(
        ({ system, concept, filter }) => [
          ...((concept ?? []) as readonly Node[]).map(
            ({ code }) => `${String(system)} ${String(code)}`,
          ),
          ...((filter ?? []) as readonly Node[]).map(
            ({ value }) => `${String(system)} ${String(value).replace('.*', '')}`,
          ),
        ],
      )
      expect(held.sort()).toEqual(set.codes.map(({ system, code }) => `${system} ${code}`).sort())
    },
  )
  test('each carries the notice of the terminologies that it holds', () => {
    for (const set of ofType('ValueSet')) {
      const systems = nodes(set).map(({ system }) => system)
      const { copyright } = set as Node
      if (systems.includes('http://loinc.org')) expect(copyright).toContain('Regenstrief')
      if (systems.includes('http://snomed.info/sct')) expect(copyright).toContain('Affiliate')
      if (systems.includes('http://www.nlm.nih.gov/research/umls/rxnorm')) {
        expect(copyright).toContain('National Library of Medicine')
      }
    }
  })
})

describe('the libraries', () => {
  test.each(input.libraries.map((library) => [library.name, library] as const))(
    '%s carries its text and its compiled form unchanged',
    (name, library) => {
      const { content } = ofType('Library').find((of) => of.id === name) as Node
      const decoded = (content as readonly { data: string }[]).map(({ data }) =>
        Buffer.from(data, 'base64').toString('utf8'),
      )
      expect(decoded).toEqual([library.cql, library.elm])
      expect(JSON.parse(library.elm)).toMatchObject({
        library: { identifier: { id: name, version: guideline.version } },
      })
    },
  )
})
