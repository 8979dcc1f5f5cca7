import { all, any, is, known, not } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Part, SafetyPromise } from '../logic/promise.ts'
import type { Statement } from '../logic/statement.ts'
import { avoidCyclobenzaprine, avoidQuinidine } from './avoid.ts'
import { noIncreaseSideEffects, waitBeforeNextIncrease } from './dose.ts'
import * as electrolytes from './electrolytes.ts'
import * as fact from './facts.ts'
import * as kidney from './kidney.ts'
import { opposed } from './opposed.ts'
import { neverBeside } from './promise-claims.ts'
import * as p from './promised.ts'
import { referNoOptionLeft, referToSpecialist } from './referral.ts'
import { outsideGuideline } from './scope.ts'
import * as secondLine from './second-line.ts'
import { taperBaclofen } from './taper.ts'

const byMouth = is(fact.takesBaclofen)
const byPump = is(fact.intrathecalBaclofen)
const says = (words: string): Part => ({ says: words })

/** Nothing ends or lowers baclofen, but for the kidneys. */
const noneEnding = p.noneOf(
  fact.stoppingBaclofen,
  fact.onDialysis,
  fact.neurotoxicitySigns,
  fact.withdrawalSigns,
)

/** What a statement adds for some people, with each reason for which it must be added. */
const parts: readonly (readonly [Statement, Part, ...(readonly Condition[])])[] = [
  [kidney.avoidBaclofenSevereRenal, 'urgent', byMouth, byPump],
  [kidney.avoidBaclofenSevereRenal, says('Taken already'), byMouth, byPump],
  [electrolytes.correctHypokalemia, 'urgent', p.potassiumBelow3],
  [electrolytes.correctHypokalemia, says('Below 3.0'), p.potassiumBelow3],
  [electrolytes.correctHypomagnesemia, 'urgent', p.magnesiumBelowHalf],
  [electrolytes.correctHypomagnesemia, says('Below 0.50'), p.magnesiumBelowHalf],
  [
    electrolytes.correctHypomagnesemia,
    says('Where the kidneys are weak'),
    p.kidneysNotClear,
    is(fact.onDialysis),
    is(fact.acuteKidneyInjury),
  ],
  [
    electrolytes.correctHypomagnesemia,
    says('Where water and sodium'),
    is(fact.waterAndSodiumDepletion),
  ],
  [
    noIncreaseSideEffects,
    says('Until then the person stays'),
    all(noneEnding, p.kidneysClear),
    all(noneEnding, not(known(fact.eGfr))),
  ],
  [avoidQuinidine, 'urgent', is(fact.takesQuinidine)],
  [avoidQuinidine, says('If it is taken'), is(fact.takesQuinidine)],
  [avoidCyclobenzaprine, says('If it is taken'), is(fact.takesCyclobenzaprine)],
  [avoidCyclobenzaprine, says('From 65 on'), all(is(fact.takesCyclobenzaprine), p.isOlder)],
  [taperBaclofen, 'on-hold', is(fact.withdrawalSigns), is(fact.neurotoxicitySigns)],
  [
    taperBaclofen,
    says('On hold: no step down'),
    is(fact.withdrawalSigns),
    is(fact.neurotoxicitySigns),
  ],
  [taperBaclofen, says('In epilepsy'), is(fact.epilepsy)],
  [outsideGuideline, says('Above 30 mg/day'), p.above30],
  [
    outsideGuideline,
    says('This is no advice to cut it'),
    all(p.above30, p.kidneysClear, not(is(fact.onDialysis))),
    all(p.above30, not(known(fact.eGfr)), not(is(fact.onDialysis))),
  ],
  [kidney.noIncreaseModerateRenal, says('That stands above 30 mg/day'), p.above30],
  [kidney.noIncreaseModerateRenal, says('From 65 on'), all(p.isOlder, p.eGfrBelow60)],
  [waitBeforeNextIncrease, says('That is the earliest date'), all(p.isOlder, p.from15)],
  [
    electrolytes.correctDepletionFirst,
    says('In cirrhosis'),
    is(fact.cirrhosis),
    is(fact.fluidOverload),
  ],
  [
    electrolytes.magnesiumRenalCaution,
    says('eGFR below 30'),
    p.eGfrBelow30,
    is(fact.onDialysis),
    is(fact.acuteKidneyInjury),
  ],
  [
    electrolytes.magnesiumRenalCaution,
    says('eGFR 30 to 60'),
    all(p.kidneysModerate, p.noneOf(fact.onDialysis, fact.acuteKidneyInjury)),
  ],
  [secondLine.considerAlbumin, says('With an eGFR below 30'), p.eGfrBelow30, is(fact.onDialysis)],
  [secondLine.orphenadrineContraindicated, says('If it is taken'), is(fact.takesOrphenadrine)],
  [secondLine.methocarbamolContraindicated, says('If it is taken'), is(fact.takesMethocarbamol)],
  [secondLine.benzodiazepineRisk, says('If one is taken'), is(fact.takesBenzodiazepine)],
  [referToSpecialist, { refersTo: 'hepatology' }, is(fact.cirrhosis)],
  [referNoOptionLeft, { refersTo: 'hepatology' }, is(fact.cirrhosis)],
  [referToSpecialist, { refersTo: 'neurology' }, not(is(fact.cirrhosis))],
  [referNoOptionLeft, { refersTo: 'neurology' }, not(is(fact.cirrhosis))],
]

/** The promises that the guideline agrees with itself, in what it says and in what it takes for known. */
export const agreementPromises: readonly SafetyPromise[] = [
  {
    id: '22-no-two-statements-contradict',
    title:
      'No two statements contradict each other: where one asks for something, whatever forbids it is decided not to hold.',
    why: `Looked at were: ${opposed.map(({ about }) => about).join('; ')}.`,
    further: true,
    claims: opposed.flatMap(({ asks, forbids }) =>
      asks.flatMap((statement) => neverBeside(statement, forbids)),
    ),
  },
  {
    id: '23-urgency-and-added-sentences-reach-whom-they-concern',
    title:
      'What is urgent is called so, a withdrawal is on hold in an emergency, and each added sentence is said to everyone whom it concerns and to nobody else.',
    why: 'Urgency and added sentences are left out only when their reason is known to be absent.',
    further: true,
    claims: parts.flatMap(([of, part, ...reasons]) => [
      ...reasons.map((when) => ({ op: 'told' as const, when, of, part })),
      { op: 'untold', when: not(any(...reasons)), of, part },
    ]),
  },
  {
    id: '24-one-fact-follows-from-another',
    title:
      'A dose above 0 means that baclofen is taken, a dose of 0 that it is not; cirrhosis means liver disease, and no liver disease means no cirrhosis.',
    why: 'Whoever gives only one of the two facts is assessed as if both had been given.',
    further: true,
    claims: [
      { op: 'always', when: p.above0, then: is(fact.takesBaclofen) },
      { op: 'always', when: p.takesNone, then: not(is(fact.takesBaclofen)) },
      { op: 'always', when: is(fact.cirrhosis), then: is(fact.liverDisease) },
      { op: 'always', when: not(is(fact.liverDisease)), then: not(is(fact.cirrhosis)) },
    ],
  },
]
