import { objectOf, objectsOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import { canonicalBase } from '../../../guideline/codes/index.ts'
import { guideline } from '../../../guideline/index.ts'
import { idOf } from '../cds/ids.ts'
import type { Refused } from '../refusal.ts'

/** What the operation is applied to. */
export interface ApplyRequest {
  /** The bare id of the person. */
  readonly patientId: string
  readonly encounterId?: string
  /** The record: resources, and Bundles of them. */
  readonly resources: readonly Json[]
}

/** The address of the plan, without its version. */
export const planUrl = `${canonicalBase}/PlanDefinition/${guideline.id}`

const refused = (
  message: string,
  remedy: string,
  where: string,
): { readonly refused: Refused } => ({
  refused: { status: 400, code: 'invalid', message, remedy, where: [where] },
})

const reference = (parameter: Json | undefined, type: string): string | undefined => {
  const text =
    textOf(parameter?.['valueString']) ??
    textOf(parameter?.['valueUri']) ??
    textOf(objectOf(parameter?.['valueReference'])?.['reference'])
  const id = text?.split('/').at(-1) ?? ''
  const named = text === id || text?.split('/').at(-2) === type
  return named ? idOf(id) : undefined
}

/** Reads Parameters, or a Bundle that holds the record of one person. */
export const readApply = (
  body: unknown,
): { readonly request: ApplyRequest } | { readonly refused: Refused } => {
  const resource = objectOf(body)
  if (resource?.['resourceType'] === 'Bundle') return fromBundle(resource)
  if (resource?.['resourceType'] !== 'Parameters') {
    return refused(
      'The body is no Parameters resource.',
      'Send Parameters with "subject" and the record as "data", or the record as a Bundle.',
      'Parameters',
    )
  }
  const parameters = objectsOf(resource['parameter'])
  const named = (name: string): readonly Json[] => parameters.filter((one) => one['name'] === name)
  const subjects = named('subject')
  if (subjects.length !== 1) {
    return refused(
      'There is not exactly one subject.',
      'Apply the plan to one person at a time.',
      'Parameters.parameter[subject]',
    )
  }
  const patientId = reference(subjects[0], 'Patient')
  if (patientId === undefined) {
    return refused(
      'The subject is no reference to a Patient.',
      'Give valueString as "Patient/id".',
      'Parameters.parameter[subject]',
    )
  }
  const [plan] = named('planDefinition')
  if (plan !== undefined && !isOurs(plan)) {
    return refused(
      'The plan is not that of this service.',
      `Leave planDefinition out, or give ${planUrl}.`,
      'Parameters.parameter[planDefinition]',
    )
  }
  const encounterId = reference(named('encounter')[0], 'Encounter')
  return {
    request: {
      patientId,
      ...(encounterId === undefined ? {} : { encounterId }),
      resources: parameters
        .filter(({ name }) => name !== 'planDefinition')
        .map((one) => objectOf(one['resource']))
        .filter((one) => one !== undefined),
    },
  }
}

const isOurs = (plan: Json): boolean =>
  (textOf(plan['valueUri']) ?? textOf(plan['valueCanonical']) ?? '').split('|')[0] === planUrl

const fromBundle = (
  bundle: Json,
): { readonly request: ApplyRequest } | { readonly refused: Refused } => {
  const patients = objectsOf(bundle['entry'])
    .map((entry) => objectOf(entry['resource']))
    .filter((resource) => resource?.['resourceType'] === 'Patient')
  const id = idOf(patients[0]?.['id'])
  return id === undefined
    ? refused('The Bundle has no Patient with an id.', 'Add the Patient.', 'Bundle.entry')
    : { request: { patientId: id, resources: [bundle] } }
}
