import type { AssessedStatement, Assessment } from '../../../assess/assess.ts'
import type { Contained } from './contained.ts'

/** A fact about the orders: a statement that speaks against what is taken. */
interface Conflict {
  readonly statement: string
  /** The facts that name the orders. */
  readonly orders: readonly string[]
  /** The facts that speak against them. */
  readonly evidence: readonly string[]
  readonly severity: 'high' | 'moderate'
}

const baclofen = ['baclofenDose', 'takesBaclofen', 'intrathecalBaclofen']
const sedatives = [
  'takesBenzodiazepine',
  'takesMethocarbamol',
  'takesOrphenadrine',
  'takesCyclobenzaprine',
  'sedativeUse',
]

const conflicts: readonly Conflict[] = [
  {
    statement: 'avoid-baclofen-severe-renal',
    orders: baclofen,
    evidence: ['eGfr', 'onDialysis'],
    severity: 'high',
  },
  {
    statement: 'reduce-baclofen-moderate-renal',
    orders: baclofen,
    evidence: ['eGfr'],
    severity: 'moderate',
  },
  {
    statement: 'avoid-quinidine',
    orders: ['takesQuinidine'],
    evidence: ['crampsPersist'],
    severity: 'high',
  },
  {
    statement: 'avoid-cyclobenzaprine',
    orders: ['takesCyclobenzaprine'],
    evidence: ['crampsPersist', 'age'],
    severity: 'moderate',
  },
  {
    statement: 'sedative-interaction',
    orders: [...baclofen, ...sedatives],
    evidence: [],
    severity: 'moderate',
  },
  {
    statement: 'orphenadrine-contraindicated',
    orders: ['takesOrphenadrine'],
    evidence: [
      'glaucoma',
      'urinaryObstruction',
      'gastrointestinalObstruction',
      'myastheniaGravis',
      'arrhythmia',
    ],
    severity: 'high',
  },
  {
    statement: 'methocarbamol-contraindicated',
    orders: ['takesMethocarbamol'],
    evidence: ['myastheniaGravis'],
    severity: 'high',
  },
  {
    statement: 'albumin-contraindicated',
    orders: ['receivesAlbumin'],
    evidence: ['fluidOverload', 'severeAnemia', 'albuminAllergy'],
    severity: 'high',
  },
]

const reference = /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/

/** The resources that the facts came from, each once. */
const resourcesOf = ({ facts }: Assessment, names: readonly string[]): readonly string[] => [
  ...new Set(
    names
      .filter((name) => facts[name]?.value !== false)
      .flatMap((name) => facts[name]?.from?.split(', ') ?? [])
      .filter((from) => reference.test(from)),
  ),
]

/** Every conflict between what is ordered and what is known, as a fact of its own. */
export const detectedIssues = (
  assessment: Assessment,
  patientId: string,
  at: string,
): readonly Contained[] =>
  conflicts.flatMap((conflict): readonly Contained[] => {
    const statement = assessment.statements.find(({ id }) => id === conflict.statement)
    const implicated = resourcesOf(assessment, conflict.orders)
    if (statement?.holds !== 'true' || implicated.length === 0) return []
    return [issue(statement, conflict, implicated, assessment, patientId, at)]
  })

const issue = (
  statement: AssessedStatement,
  conflict: Conflict,
  implicated: readonly string[],
  assessment: Assessment,
  patientId: string,
  at: string,
): Contained => {
  const evidence = resourcesOf(assessment, conflict.evidence)
  return {
    resourceType: 'DetectedIssue',
    id: `issue-${statement.id}`,
    status: 'preliminary',
    code: { text: statement.title },
    severity: conflict.severity,
    patient: { reference: `Patient/${patientId}` },
    identifiedDateTime: at,
    implicated: implicated.map((one) => ({ reference: one })),
    ...(evidence.length === 0
      ? {}
      : { evidence: [{ detail: evidence.map((one) => ({ reference: one })) }] }),
    detail: `${statement.says} ${statement.because}`,
    ...(statement.action === undefined
      ? {}
      : { mitigation: [{ action: { text: statement.action.words } }] }),
  }
}
