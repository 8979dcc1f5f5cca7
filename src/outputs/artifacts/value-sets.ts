import type { Code, PresenceRule, RecordRules } from '../../logic/record-rules.ts'
import { copyrightOf } from './notices.ts'
import { metadata } from './resource.ts'
import type { ArtifactInput, Resource } from './resource.ts'

/** A set of codes by which a record is read. */
export interface CodeSet {
  readonly id: string
  readonly title: string
  /** What a code of the set in a record tells. */
  readonly tells: string
  readonly codes: readonly Code[]
  /** The resource type, and the element, in which its codes are looked for. */
  readonly in: { readonly type: string; readonly path: string }
}

const kebab = (id: string): string =>
  id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '')

/** Every set of codes of the reading rules. */
export const codeSets = (rules: RecordRules): readonly CodeSet[] => {
  const { drug } = rules
  const order = { type: 'MedicationRequest', path: 'medication' }
  const condition = { type: 'Condition', path: 'code' }
  const sets: readonly CodeSet[] = [
    {
      id: `${drug.name}-by-mouth`,
      title: `${drug.name}, products taken by mouth`,
      tells: 'An active order or statement: it is taken by mouth. A list of what is allowed.',
      codes: drug.oral,
      in: order,
    },
    {
      id: `${drug.name}-pump`,
      title: `${drug.name}, intrathecal products`,
      tells: 'An active order or statement: it is given through a pump. Known to be incomplete.',
      codes: drug.pumped,
      in: order,
    },
    {
      id: `${drug.name}-any-route`,
      title: `${drug.name}, route not said`,
      tells: 'The drug, by a route that the code leaves open: route and dose must be asked.',
      codes: drug.anyRoute,
      in: order,
    },
    {
      id: 'route-by-mouth',
      title: 'Routes: by mouth',
      tells: 'Settles the route of an order whose product leaves it open.',
      codes: drug.routes.oral,
      in: { type: 'MedicationRequest', path: 'dosageInstruction.route' },
    },
    {
      id: 'route-pump',
      title: 'Routes: intrathecal',
      tells: 'Settles the route of an order whose product leaves it open.',
      codes: drug.routes.pump,
      in: { type: 'MedicationRequest', path: 'dosageInstruction.route' },
    },
    ...rules.laboratory.flatMap(({ fact, codes, standIn }): readonly CodeSet[] => [
      {
        id: `${kebab(fact.id)}-results`,
        title: `Results: ${fact.words}`,
        tells: `A final result in a unit that fits: ${fact.words}. In order of preference.`,
        codes: [...codes].sort((one, other) => one.rank - other.rank),
        in: { type: 'Observation', path: 'code' },
      },
      ...(standIn === undefined
        ? []
        : [
            {
              id: `${kebab(fact.id)}-stand-in`,
              title: `Diagnoses that stand in for ${fact.words}`,
              tells: `Without a current result: ${fact.words} below ${String(standIn.below)}.`,
              codes: standIn.codes,
              in: condition,
            },
          ]),
    ]),
    ...rules.problems.map((rule) => presenceSet(rule, 'diagnosis', condition)),
    ...rules.medicines.map((rule) => presenceSet(rule, 'medicine', order)),
    ...rules.allergies.map((rule) =>
      presenceSet(rule, 'allergy', { type: 'AllergyIntolerance', path: 'code' }),
    ),
    ...rules.procedures.map((rule) =>
      presenceSet(rule, 'procedure', { type: 'Procedure', path: 'code' }),
    ),
  ]
  // A rule may know its fact by words alone; a set without codes is no set.
  return sets.filter(({ codes }) => codes.length > 0)
}

const presenceSet = (rule: PresenceRule, what: string, place: CodeSet['in']): CodeSet => {
  const asks = rule.is === 'unknown'
  return {
    id: `${kebab(rule.fact)}-${what}${asks ? '-to-ask' : ''}`,
    title: `${kebab(rule.fact).replaceAll('-', ' ')}: ${what}${asks ? ', to be asked' : ''}`,
    tells: [
      asks
        ? `In a record: near enough to "${rule.fact}" that it must be asked.`
        : `In a record, active: "${rule.fact}" is so.`,
      rule.complete
        ? 'A list that was supplied and names none of these makes it false.'
        : 'Not complete: a record that names none of these proves nothing.',
      ...(rule.names === undefined
        ? []
        : [
            `An entry without a known code is asked about where its words hold ${rule.names.join(', ')}.`,
          ]),
      ...(rule.saidAs === undefined
        ? []
        : [`An entry whose words hold none of ${rule.saidAs.join(', ')} is asked about.`]),
    ].join(' '),
    codes: rule.codes,
    in: place,
  }
}

/** A code set as an R4 ValueSet. Displays are the terminologies' own and are left to them. */
export const valueSet = (input: ArtifactInput, { id, title, tells, codes }: CodeSet): Resource => {
  const unsure = codes.filter(({ status }) => status !== 'verified')
  return {
    ...metadata(
      input,
      'ValueSet',
      id,
      title,
      [tells, ...unsure.map(({ code, means, status }) => `${code} (${means}): ${status}.`)].join(
        ' ',
      ),
      `${computableName(id)}Codes`,
    ),
    immutable: false,
    copyright: copyrightOf(codes.map(({ system }) => system)),
    compose: { include: includes(codes) },
  }
}

const computableName = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Single codes of a system together; each code that stands for all below it in a filter of its own. */
const includes = (codes: readonly Code[]) => {
  const single = codes.filter(({ andBelow }) => andBelow !== true)
  const systems = [...new Set(single.map(({ system }) => system))]
  return [
    ...systems.map((system) => ({
      system,
      concept: single
        .filter((code) => code.system === system)
        .map(({ code, means }) => ({ code, designation: [{ language: 'en', value: means }] })),
    })),
    ...codes
      .filter(({ andBelow }) => andBelow === true)
      .map(({ system, code }) => ({
        system,
        filter: [
          // A letter alone is a chapter and no code of its own: nothing is below it but by its spelling.
          code.length === 1
            ? { property: 'code', op: 'regex', value: `${code}.*` }
            : { property: 'concept', op: 'is-a', value: code },
        ],
      })),
  ]
}
