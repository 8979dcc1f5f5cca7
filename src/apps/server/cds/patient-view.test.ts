import { describe, expect, test } from 'vitest'
import {
  answers,
  cramps,
  daysAgo,
  order,
  person,
  prefetch,
  problem,
  result,
  searchset,
  typical,
  view,
} from './call.test-support.ts'

const summaries = async (sent: object): Promise<readonly string[]> =>
  (await view(sent)).cards.map(({ indicator, summary }) => `${indicator}: ${summary}`)

const renal = (value: number, date?: string) => ({
  renal: searchset(result('98979-8', value, date)),
})

describe('silence', () => {
  test.each<[string, object]>([
    ['neither takes baclofen nor has cramps', prefetch()],
    ['has kidney failure and takes no baclofen', prefetch(renal(12))],
    [
      'takes other medicines',
      prefetch({
        medications: searchset(order(1, { rxcui: '860975', display: 'metformin 500 MG' })),
      }),
    ],
    [
      'stopped baclofen long ago',
      prefetch({ medications: searchset(order(1, { status: 'stopped', since: '2024-01-01' })) }),
    ],
    [
      'takes quinidine for the heart, without cramps',
      prefetch({ medications: searchset(order(1, { rxcui: '9068', display: 'quinidine' })) }),
    ],
    [
      'has died, and takes no baclofen',
      prefetch({ patient: { ...person(), deceasedBoolean: true } }),
    ],
  ])('a person who %s gets no card', async (_who, sent) => {
    expect((await view(sent)).body).toEqual({ cards: [] })
  })
})

describe('the kidneys of somebody who takes baclofen', () => {
  test.each<[string, object, string]>([
    [
      'eGFR 29',
      renal(29),
      'warning: Takes baclofen with eGFR 29, below 30: urgent review for a gradual withdrawal, never a sudden stop',
    ],
    [
      'eGFR 30',
      renal(30),
      'warning: eGFR 30, 30 to 60, at 20 mg/day baclofen: prescriber reviews a gradual reduction',
    ],
    [
      'eGFR 60',
      renal(60),
      'warning: eGFR 60, 30 to 60, at 20 mg/day baclofen: prescriber reviews a gradual reduction',
    ],
    [
      'never measured',
      { renal: searchset() },
      'info: Takes baclofen, eGFR not known: measure creatinine and eGFR before any increase',
    ],
    [
      'measured 91 days ago',
      renal(78, daysAgo(91)),
      'info: Takes baclofen, eGFR not known: measure creatinine and eGFR before any increase',
    ],
    [
      'dialysis',
      { conditions: searchset(cramps, problem('Z99.2')) },
      'warning: Takes baclofen on dialysis: urgent review for a supervised gradual withdrawal, never a sudden stop',
    ],
  ])('%s', async (_kidneys, parts, summary) => {
    expect((await summaries(typical(parts)))[0]).toBe(summary)
  })
  test('good kidneys are told too, with the date of the result', async () => {
    const { cards } = await view(typical({ answers: searchset(), conditions: searchset() }))
    expect(cards[0]?.summary).toBe('Baclofen: eGFR 78; watch for side effects')
    expect(cards[0]?.detail).toContain(`| eGFR | 78 mL/min/1.73 m² | ${daysAgo(10)} |`)
  })
  test('an order on hold is not passed over: it may be taken', async () => {
    const sent = prefetch({ medications: searchset(order(1, { status: 'on-hold' })), ...renal(25) })
    expect(await summaries(sent)).toEqual([
      'warning: May take baclofen with eGFR 25, below 30: urgent review for a gradual withdrawal, never a sudden stop',
    ])
  })
  test('an order on hold with a dose that cannot be read is told as doubtful', async () => {
    const sent = prefetch({
      medications: searchset(order(1, { status: 'on-hold', dosageInstruction: [] })),
      ...renal(78),
    })
    expect(await summaries(sent)).toEqual([
      'info: Perhaps takes baclofen: confirm that, and that the kidneys allow it',
    ])
  })
})

describe('the plan', () => {
  test('everything known and good: the next step, as a draft that names the order it replaces', async () => {
    const { cards } = await view(typical())
    expect(cards.map(({ summary }) => summary)).toEqual([
      'Cramps persist at 20 mg/day baclofen: the next step is 30 mg/day',
      'Cramps: stretching, massage, ice and rest beside the medicines',
    ])
    expect(cards[0]?.suggestions).toMatchObject([
      {
        isRecommended: true,
        actions: [
          {
            type: 'create',
            resource: {
              status: 'draft',
              intent: 'proposal',
              priorPrescription: { reference: 'MedicationRequest/med-1' },
              dosageInstruction: [
                { text: '1.5 tablets 2 times a day by mouth (30 mg/day by mouth)' },
              ],
            },
          },
        ],
      },
    ])
  })
  test('side effects were never asked about: no step, and the card says what is missing', async () => {
    const { cards } = await view(typical({ answers: searchset() }))
    expect(cards[0]?.suggestions).toBeUndefined()
    expect(cards[0]?.detail).toContain(
      '- Increase baclofen. Not known: whether the person has side effects of baclofen.',
    )
  })
  test('from 65 on a small step below 15 mg/day', async () => {
    const sent = typical({ patient: person(70), medications: searchset(order(0.5)) })
    const { cards } = await view(sent)
    expect(cards[0]?.summary).toBe(
      'Cramps persist at 10 mg/day baclofen: the next step from 65 on is 15 mg/day',
    )
    // Two doses of 7.5 mg are no halves of a 10 mg tablet: the amount stands in words only.
    expect(cards[0]?.suggestions?.[0]?.actions[0]).toMatchObject({
      resource: {
        dosageInstruction: [
          {
            text: '15 mg/day by mouth in all; the prescriber sets how it is divided and of which tablets',
          },
        ],
      },
    })
  })
  test('from 65 on and at 15 mg/day a clinician decides: nothing is drafted', async () => {
    const sent = typical({ patient: person(70), medications: searchset(order(0.5, { times: 3 })) })
    const { cards } = await view(sent)
    expect(cards[0]?.summary).toBe(
      'Cramps persist at 15 mg/day baclofen: after the four checks a clinician may go to 20 mg/day',
    )
    expect(cards[0]?.suggestions).toBeUndefined()
  })
  test('potassium and magnesium never measured: both can be ordered from the card', async () => {
    const { cards } = await view(typical({ potassium: searchset(), magnesium: searchset() }))
    expect(cards[1]?.summary).toBe(
      'Cramps: measure potassium and magnesium, and put right what is low',
    )
    expect(cards[1]?.suggestions?.map(({ label }) => label)).toEqual([
      'Order potassium',
      'Order magnesium',
    ])
  })
  test('nothing left to try: a referral', async () => {
    const { cards } = await view(
      typical({
        medications: searchset(order(1, { times: 3 })),
        answers: searchset(
          answers({
            crampsPersist: true,
            baclofenSideEffects: false,
            physicalMeasuresTried: true,
            secondLineTried: true,
            liverDisease: false,
          }),
        ),
      }),
    )
    expect(cards.flatMap(({ suggestions }) => suggestions ?? []).map(({ label }) => label)).toEqual(
      ['Refer to neurology'],
    )
  })
  test('cramps without baclofen: only the cramps are spoken of', async () => {
    expect(await summaries(prefetch({ conditions: searchset(cramps) }))).toEqual([
      'info: Cramps: measure potassium and magnesium, and put right what is low',
    ])
  })
})

describe('emergencies and what else interrupts', () => {
  test('potassium 2.4 is critical, beside a warning about the kidneys', async () => {
    const sent = typical({ potassium: searchset(result('2823-3', 2.4)), ...renal(25) })
    expect((await summaries(sent)).slice(0, 2)).toEqual([
      'critical: Potassium below 2.5 mmol/L: emergency assessment now, with an ECG (+1 more)',
      'warning: Takes baclofen with eGFR 25, below 30: urgent review for a gradual withdrawal, never a sudden stop',
    ])
  })
  test('a third warning is told in the second card, and none is lost', async () => {
    const { cards } = await view(
      typical({
        medications: searchset(
          order(1),
          order(1, { id: 'q', rxcui: '9068', display: 'quinidine' }),
        ),
        potassium: searchset(result('2823-3', 2.4)),
        ...renal(25),
      }),
    )
    expect(cards.filter(({ indicator }) => indicator !== 'info')).toHaveLength(2)
    const told = cards.map(({ detail }) => detail).join('\n')
    for (const id of ['critical-hypokalemia', 'avoid-baclofen-severe-renal', 'avoid-quinidine']) {
      expect(told).toContain(`statement ${id}`)
    }
  })
  test('signs of poisoning in the answers are critical', async () => {
    const sent = typical({ answers: searchset(answers({ neurotoxicitySigns: true })) })
    expect((await summaries(sent))[0]).toBe('critical: Suspected baclofen neurotoxicity')
  })
  test('someone who has died and has an order of baclofen: said, and nothing is assessed', async () => {
    const sent = typical({ patient: { ...person(), deceasedDateTime: '2026-11-01' } })
    expect(await summaries(sent)).toEqual([
      'info: Not assessed: the record says that this person has died',
    ])
  })
  test('a record that contradicts itself: said, and nothing is assessed', async () => {
    const sent = typical({
      answers: searchset(answers({ liverDisease: false, cirrhosis: true })),
    })
    expect(await summaries(sent)).toEqual([
      'warning: Not assessed: the record contradicts itself about baclofen, the liver or the kidneys',
    ])
  })
})
