/** What is read of a medicine that was handed out or given: the two types are read alike. */
const handedOut = [
  'status',
  'intent',
  'doNotPerform',
  'effectiveDateTime',
  'effectivePeriod',
  'dateAsserted',
  'medicationCodeableConcept',
  'medicationReference',
  'contained',
  'dosageInstruction',
  'dosage',
  'whenHandedOver',
  'whenPrepared',
  'daysSupply',
  'note',
  'meta',
] as const

/** The elements of each type of resource that reading a record looks at; all others are passed over. */
const read = {
  Patient: ['birthDate', 'deceasedBoolean', 'deceasedDateTime'],
  Observation: [
    'status',
    'code',
    'component',
    'effectiveDateTime',
    'effectiveInstant',
    'effectivePeriod',
    'issued',
    'dataAbsentReason',
    'valueQuantity',
    'valueCodeableConcept',
    'valueString',
    'valueInteger',
    'referenceRange',
  ],
  DiagnosticReport: ['effectiveDateTime', 'issued', 'contained'],
  Condition: [
    'code',
    'clinicalStatus',
    'verificationStatus',
    'onsetDateTime',
    'recordedDate',
    'abatementDateTime',
    'abatementAge',
    'abatementPeriod',
    'abatementRange',
    'abatementString',
    'abatementBoolean',
  ],
  AllergyIntolerance: [
    'code',
    'clinicalStatus',
    'verificationStatus',
    'onsetDateTime',
    'recordedDate',
    'reaction',
  ],
  Device: ['status', 'type', 'deviceName', 'device'],
  DeviceUseStatement: ['status', 'type', 'deviceName', 'device'],
  Procedure: ['code', 'status', 'performedDateTime', 'performedPeriod'],
  MedicationRequest: [
    'status',
    'intent',
    'doNotPerform',
    'medicationCodeableConcept',
    'medicationReference',
    'contained',
    'authoredOn',
    'effectivePeriod',
    'dateAsserted',
    'dosageInstruction',
    'dosage',
    'priorPrescription',
    'dispenseRequest',
    'note',
    'meta',
  ],
  MedicationStatement: [
    'status',
    'intent',
    'doNotPerform',
    'medicationCodeableConcept',
    'medicationReference',
    'contained',
    'effectiveDateTime',
    'effectivePeriod',
    'dateAsserted',
    'dosageInstruction',
    'dosage',
    'priorPrescription',
    'dispenseRequest',
    'note',
    'meta',
  ],
  MedicationDispense: handedOut,
  MedicationAdministration: handedOut,
  Medication: ['code', 'ingredient'],
  QuestionnaireResponse: ['questionnaire', 'status', 'authored', 'item'],
  List: ['status', 'code', 'emptyReason'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A type of resource that bears on a fact. */
export type ReadType = keyof typeof read

/** Every type of resource that bears on a fact. */
export const readTypes = Object.keys(read) as readonly ReadType[]

/** Elements of every resource: what it is called, and whether its meaning may be turned. */
const ofAll = ['id', 'implicitRules', 'modifierExtension'] as const

/** The elements to read of a type, besides its type and whose it is. */
export const elementsOf = (type: ReadType): readonly string[] => [...ofAll, ...read[type]]

/** Whether a name is that of a type that bears on a fact. */
export const isReadType = (type: string): type is ReadType => Object.hasOwn(read, type)
