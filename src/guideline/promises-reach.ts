import { all, any, is, not } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import type { Statement } from '../logic/statement.ts'
import * as avoid from './avoid.ts'
import { noIncreaseSideEffects } from './dose.ts'
import * as emergencies from './emergencies.ts'
import * as fact from './facts.ts'
import { statements } from './index.ts'
import * as kidney from './kidney.ts'
import * as physical from './physical.ts'
import { reaches, spares } from './promise-claims.ts'
import * as p from './promised.ts'
import { increases, oneHolds } from './promised-statements.ts'
import * as safety from './safety.ts'
import { outsideGuideline } from './scope.ts'
import * as secondLine from './second-line.ts'
import * as taper from './taper.ts'

type Reach = readonly [statement: Statement, ...whom: readonly Condition[]]

/** Whom a statement about baclofen in use concerns, among those who take it: all, where nothing is named. */
const aboutTaking: readonly Reach[] = [
  [kidney.noIncreaseAcuteKidneyInjury, is(fact.acuteKidneyInjury)],
  [safety.noIncreaseEncephalopathy, is(fact.hepaticEncephalopathy)],
  [kidney.noIncreaseModerateRenal, p.kidneysModerate],
  [noIncreaseSideEffects, is(fact.baclofenSideEffects)],
  [safety.monitorSideEffects],
  [safety.monitorOlderAdult, p.isOlder],
  [taper.neverStopAbruptly],
  [taper.taperBaclofen, is(fact.stoppingBaclofen), p.eGfrBelow30, is(fact.onDialysis)],
  [safety.tolerance, is(fact.lossOfBenefit)],
  [
    safety.sedativeInteraction,
    is(fact.sedativeUse),
    is(fact.takesBenzodiazepine),
    is(fact.takesMethocarbamol),
    is(fact.takesOrphenadrine),
    is(fact.takesCyclobenzaprine),
  ],
  [safety.seizureCaution, is(fact.epilepsy)],
  [secondLine.monitorFirstMonth, is(fact.liverDisease)],
]

/** Whom any other warning concerns. */
const aboutAnyone: readonly Reach[] = [
  [emergencies.suspectedNeurotoxicity, is(fact.neurotoxicitySigns)],
  [emergencies.suspectedWithdrawal, is(fact.withdrawalSigns)],
  [emergencies.criticalHypokalemia, p.potassiumCritical],
  [emergencies.redFlags, is(fact.redFlags)],
  [kidney.avoidBaclofenSevereRenal, p.eGfrBelow30, is(fact.onDialysis)],
  [
    secondLine.albuminContraindicated,
    is(fact.fluidOverload),
    is(fact.severeAnemia),
    is(fact.albuminAllergy),
  ],
  [
    secondLine.orphenadrineContraindicated,
    is(fact.glaucoma),
    is(fact.urinaryObstruction),
    is(fact.gastrointestinalObstruction),
    is(fact.myastheniaGravis),
    is(fact.arrhythmia),
  ],
  [secondLine.methocarbamolContraindicated, is(fact.myastheniaGravis)],
  [secondLine.muscleRelaxantOlderAdult, all(p.isOlder, p.cramps)],
  [
    secondLine.benzodiazepineRisk,
    p.isOlder,
    is(fact.sedativeUse),
    is(fact.respiratoryDisease),
    is(fact.substanceUseDisorder),
    is(fact.hepaticEncephalopathy),
    is(fact.baclofenSideEffects),
  ],
  [avoid.avoidCyclobenzaprine, p.cramps, is(fact.takesCyclobenzaprine)],
  [avoid.avoidQuinidine, p.cramps, is(fact.takesQuinidine)],
  [safety.askAboutDiuretic, all(p.cramps, is(fact.takesDiuretic))],
  [physical.restAndAvoidTriggers, p.cramps],
  [physical.stretchAndMassage, all(p.cramps, not(is(fact.redFlags)))],
  [physical.applyIce, all(p.cramps, not(is(fact.redFlags)))],
]

/** The statements that ask or advise something, rather than tell. */
const advice = statements.filter(({ kind }) => kind !== 'scope' && kind !== 'information')

/** The promises that what is said reaches those whom it concerns, and nobody else. */
export const reachPromises: readonly SafetyPromise[] = [
  {
    id: '12-everyone-outside-is-told',
    title:
      'Everyone whom the guideline does not speak of is told so, and nobody whom it speaks of is turned away.',
    why: 'Under 18, pregnancy, a pump, allergy, no baclofen by mouth, or more than 30 mg/day: each on its own.',
    further: true,
    claims: [
      ...reaches(outsideGuideline, ...p.waysToBeOutside),
      ...spares(outsideGuideline, p.insideGuideline),
    ],
  },
  {
    id: '13-every-warning-reaches-whom-it-concerns',
    title:
      'Every emergency, warning, contraindication and caution reaches everyone whom it concerns, by whichever of its reasons, and whether baclofen is taken by mouth or through a pump.',
    why: 'Each reason on its own: losing one of several would leave some people unwarned, and the others would hide it.',
    further: true,
    claims: [
      ...aboutTaking.flatMap(([statement, ...whom]) =>
        (whom.length === 0 ? [all()] : whom).flatMap((when) =>
          reaches(
            statement,
            all(is(fact.takesBaclofen), when),
            all(is(fact.intrathecalBaclofen), when),
          ),
        ),
      ),
      ...aboutAnyone.flatMap(([statement, ...whom]) => reaches(statement, ...whom)),
    ],
  },
  {
    id: '14-nobody-hears-what-does-not-concern-them',
    title:
      'Nobody hears what does not concern them: nothing about baclofen in use without baclofen, nothing against cramps without cramps, nothing for older adults before 65, no caution without its reason.',
    why: 'Warnings that are given to everybody are soon read by nobody.',
    further: true,
    claims: [
      ...[...aboutTaking.map(([statement]) => statement), kidney.checkRenalFunction].flatMap(
        (statement) => spares(statement, not(p.takes)),
      ),
      ...[...aboutTaking, ...aboutAnyone].flatMap(([statement, ...whom]) =>
        whom.length === 0 ? [] : spares(statement, not(any(...whom))),
      ),
      ...[...increases, safety.olderAdultStartingDose].flatMap((statement) =>
        spares(statement, all(not(p.cramps), not(p.takesNone))),
      ),
    ],
  },
  {
    id: '15-nobody-with-cramps-or-baclofen-is-left-without-advice',
    title:
      'Only people who neither take baclofen nor have cramps can end without any advice, and whoever reports an alarming sign, a critical result or a contraindication hears of it even then.',
    why: 'Which patients get no advice at all, and is that right? It is: nothing in this guideline is for them. They are still told that they are outside it.',
    further: true,
    claims: [
      {
        op: 'always',
        when: not(oneHolds(advice)),
        then: all(not(p.takes), not(p.cramps), not(p.halted), not(p.kidneysSevere)),
      },
    ],
  },
]
