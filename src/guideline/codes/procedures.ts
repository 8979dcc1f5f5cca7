import type { RecordRules } from '../../logic/record-rules.ts'
import { named, present } from './entry-rules.ts'
import { sct } from './systems.ts'

/** What a procedure says. Dialysis done within the last three months counts as being on dialysis. */
export const procedureRules: RecordRules['procedures'] = [
  {
    ...named(
      present(
        'onDialysis',
        sct('265764009', 'renal dialysis'),
        sct('302497006', 'hemodialysis'),
        sct('71192002', 'peritoneal dialysis'),
      ),
      'dialysis',
    ),
    countsForDays: 90,
  },
]
