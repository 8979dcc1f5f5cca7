import { bounded, exactly } from '../../logic/interval.ts'
import type { Urgency } from '../../logic/statement.ts'
import type { ReportInput, ReportRow } from './report-data.ts'

/** An id that would do harm if it were written as markup. */
export const harmful = `</script><img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`

const urgencies: readonly Urgency[] = ['routine', 'routine', 'urgent', 'routine', 'emergency']

const outcomes = ['tuf', 'fut', 'uuu', 'ttf', 'fff']

const row = (number: number): ReportRow => ({
  patient: `synthetic-${String(number)}`,
  urgency: urgencies[number % urgencies.length] ?? 'routine',
  outcomes: outcomes[number % outcomes.length] ?? 'fff',
  missing: number % 3 === 0 ? [0] : number % 3 === 1 ? [0, 1] : [],
  ...(number % 3 === 2 ? { eGfr: `${String(20 + (number % 70))} on 2026-11-01` } : {}),
  dose: '20',
  age: '70',
})

/** A synthetic report of so many patients, two of whose ids mean harm. */
export const sampleReport = (patients: number): ReportInput => ({
  guideline: {
    id: 'muscle-cramps-despite-baclofen',
    version: '1.0.0',
    status: 'Not clinically signed off.',
  },
  on: '2026-11-23',
  notices: ['not this guideline: limit changed (moderate to 45 <mL>)'],
  patients: patients * 2,
  assessed: patients,
  urgency: { emergency: patients / 5, urgent: patients / 5, routine: (patients * 3) / 5 },
  rejectedLines: 3,
  statements: [
    {
      id: 'avoid-baclofen-severe-renal',
      title: 'Avoid baclofen: kidneys & dialysis',
      kind: 'contraindication',
      counts: { true: 12, unknown: 3456, false: 7 },
    },
    {
      id: 'check-renal-function',
      title: 'Check the kidneys',
      kind: 'recommendation',
      counts: { true: 1, unknown: 2, false: 3 },
    },
    {
      id: 'never-stop-abruptly',
      title: 'Never stop abruptly',
      kind: 'precaution',
      counts: { true: 4, unknown: 5, false: 6 },
    },
  ],
  missing: [
    { fact: 'eGfr', words: 'eGFR', patients: 60 },
    { fact: 'magnesium', words: 'magnesium', patients: 6 },
  ],
  worklist: [
    ...Array.from({ length: patients - 2 }, (_none, number) => row(number)),
    { ...row(2), patient: harmful },
    { ...row(2), patient: '=HYPERLINK("x"),"a"' },
  ],
  leftOut: 1234,
  doses: [
    { eGfr: exactly(29.9), dose: exactly(20), patients: 3 },
    { eGfr: exactly(30), dose: exactly(20), patients: 5 },
    { eGfr: exactly(60), dose: exactly(15), patients: 7 },
    { eGfr: exactly(60.1), dose: exactly(30), patients: 11 },
    { eGfr: exactly(90), dose: exactly(40), patients: 13 },
    { eGfr: bounded('>', 60), dose: exactly(10), patients: 17 },
    { eGfr: bounded('>=', 60), dose: exactly(10), patients: 19 },
    { eGfr: bounded('<', 30), patients: 23 },
    { dose: { low: 10, high: 20 }, patients: 29 },
  ],
  limits: { severe: 30, moderate: 60, ceiling: 30, reduced: 15 },
})
