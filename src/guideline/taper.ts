import { all, any, is } from '../logic/condition.ts'
import { mgPerDay } from '../logic/quantity.ts'
import * as fact from './facts.ts'
import { severeRenal, taking } from './patient.ts'
import { statement } from './statement.ts'

export const neverStopAbruptly = statement({
  id: 'never-stop-abruptly',
  kind: 'precaution',
  title: 'Never stop baclofen suddenly',
  says: 'After regular use baclofen is never stopped from one day to the next: hallucinations and other signs of withdrawal can follow.',
  implements: ['S38', 'S39'],
  outside: ['baclofen-label'],
  when: taking,
  action: {
    kind: 'avoid',
    what: 'a sudden stop of baclofen',
    words: 'Baclofen must not be stopped suddenly, and doses must not be missed.',
  },
})

export const taperBaclofen = statement({
  id: 'taper-baclofen',
  kind: 'recommendation',
  title: 'Withdraw baclofen gradually',
  says: 'When baclofen is to end, because that was decided or because of the kidneys, its dose is brought down slowly. The source gives no schedule: the prescriber sets step and interval.',
  implements: ['S38', 'S39', 'R01', 'R10'],
  outside: ['taper-practice', 'baclofen-label', 'baclofen-uk'],
  when: all(taking, any(is(fact.stoppingBaclofen), severeRenal)),
  action: {
    kind: 'taper',
    commonStep: [mgPerDay(5), mgPerDay(10)],
    commonEveryDays: 7,
    notWhile: any(is(fact.withdrawalSigns), is(fact.neurotoxicitySigns)),
    words:
      'Plan a supervised gradual withdrawal from {from}. The prescriber sets step and interval; the source gives no schedule. Commonly printed elsewhere: 5 to 10 mg/day each week (outside evidence).',
    also: [
      {
        when: any(is(fact.withdrawalSigns), is(fact.neurotoxicitySigns)),
        words: 'On hold: no step down while withdrawal or neurotoxicity is suspected.',
      },
      { when: is(fact.epilepsy), words: 'In epilepsy: under supervision, and slower.' },
    ],
  },
})
