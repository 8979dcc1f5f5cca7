const at = (code: string, value: number, unit: string, id: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'Patient/synthetic' },
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: '2026-11-20',
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
})

/** A synthetic person of 58 with an eGFR of 78 and a potassium of 4.1, as an R4 Bundle. */
export const syntheticRecord = {
  resourceType: 'Bundle',
  type: 'collection',
  meta: { tag: [{ code: 'synthetic' }] },
  entry: [
    { resource: { resourceType: 'Patient', id: 'synthetic', birthDate: '1968-03-01' } },
    { resource: at('98979-8', 78, 'mL/min/{1.73_m2}', 'egfr') },
    { resource: at('2823-3', 4.1, 'mmol/L', 'potassium') },
  ],
}
