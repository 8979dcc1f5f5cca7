import type { RecordRules } from '../../logic/record-rules.ts'
import { pumpTherapyNames } from './baclofen.ts'
import { ask, named, present } from './entry-rules.ts'
import { sct } from './systems.ts'

/** A pump or a shunt stays: a hundred years, so that no procedure is too old. */
const stays = 36_500

/**
 * What a procedure says. Dialysis done within the last three months counts as being on dialysis; what
 * puts something into the body is asked for however long ago it was.
 */
export const procedureRules: RecordRules['procedures'] = [
  {
    ...named(
      present(
        'onDialysis',
        sct('265764009', 'renal dialysis'),
        sct('302497006', 'hemodialysis'),
        sct('71192002', 'peritoneal dialysis'),
      ),
      'dialys',
      ' crrt ',
      'renal replacement',
    ),
    countsForDays: 90,
  },
  {
    ...named(ask('hepaticEncephalopathy'), ' tips ', ' tipss ', 'transjugular', 'portosystemic'),
    countsForDays: stays,
  },
  { ...named(ask('intrathecalBaclofen'), ...pumpTherapyNames), countsForDays: stays },
]
