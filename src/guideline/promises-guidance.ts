import { all } from '../logic/condition.ts'
import type { Claim, SafetyPromise } from '../logic/promise.ts'
import { applies as holds } from '../logic/statement.ts'
import type { Kind } from '../logic/statement.ts'
import * as electrolytes from './electrolytes.ts'
import { statements } from './index.ts'
import * as kidney from './kidney.ts'
import * as p from './promised.ts'
import { doseStatements, halts, oneHolds } from './promised-statements.ts'
import { outsideGuideline } from './scope.ts'
import { taperBaclofen } from './taper.ts'

/** The kinds of statement that no later finding may silence. */
const lasting: readonly Kind[] = [
  'emergency',
  'urgent',
  'contraindication',
  'precaution',
  'scope',
  'monitoring',
]

const lastingStatements = [
  ...statements.filter(({ kind }) => lasting.includes(kind)),
  taperBaclofen,
  electrolytes.correctHypokalemia,
  electrolytes.correctHypomagnesemia,
  electrolytes.correctDepletionFirst,
]

/** The promises about guidance as a whole: that it lasts, that it is there, and that it agrees. */
export const guidancePromises: readonly SafetyPromise[] = [
  {
    id: '8-learning-never-silences-a-warning',
    title:
      'Learning a fact that was unknown or assumed absent never takes away an emergency, a warning, a contraindication, monitoring, a withdrawal or a correction that held.',
    why: 'Proved for every pair of what is known now and what may be known later. The reduction at eGFR 30 to 60 gives way only to a withdrawal, an emergency or a red flag, or to being outside the guideline.',
    claims: [
      ...lastingStatements.map((statement): Claim => ({ op: 'stays', of: holds(statement) })),
      {
        op: 'stays',
        of: holds(kidney.reduceBaclofenModerateRenal),
        until: oneHolds([outsideGuideline, taperBaclofen, ...halts]),
      },
    ],
  },
  {
    id: '9-everyone-in-scope-hears-about-the-dose',
    title:
      'Everyone inside the guideline whose cramps persist gets at least one statement about the dose, decided or naming what is missing, or an emergency or red flag.',
    why: 'About the dose are: the increases, the wait, the ceiling, the reduction, the withdrawal, and all that forbids an increase.',
    claims: [
      {
        op: 'open',
        when: all(p.insideGuideline, p.cramps),
        then: oneHolds(doseStatements),
      },
    ],
  },
  {
    id: '10-no-statement-is-idle',
    title: 'No statement is idle: each holds for some patient, and does not hold for some other.',
    why: 'A statement that never holds, or always does, is a slip of the pen.',
    claims: statements.map((statement): Claim => ({ op: 'varies', of: holds(statement) })),
  },
]
