import { tabletWords } from '../../../plan/words.ts'
import type { HandoutWords } from './catalog.ts'

/** The handout in English. */
export const english: HandoutWords = {
  lang: 'en',
  name: 'English',
  clinicallyReviewed: false,
  notReviewed: 'Not clinically reviewed: your prescriber goes through it with you.',
  origin:
    'The rules behind this plan come from an answer that a computer (AI) wrote. No doctor has approved these rules.',
  outOfDate: 'These rules are out of date. Do not follow this plan: ask your prescriber first.',
  title: (goesUp) => `Your medicine plan: ${goesUp ? 'up' : 'down'} step by step`,
  medicine: 'Medicine: baclofen tablets, by mouth',
  startsOn: (date) => `Starts on ${date}`,
  until: (date, mg) => `Until ${date}: ${mg} mg per day, as now.`,
  step: 'Step',
  days: 'Days',
  from: (date) => `From ${date} on`,
  range: (from, until) => `${from} to ${until}`,
  morning: 'Morning',
  midday: 'Midday',
  bedtime: 'Bedtime',
  none: 'none',
  total: 'In all',
  perDay: (mg) => `${mg} mg per day`,
  tablets: (tablets, mg) => tabletWords([{ mgPerTablet: Number(mg), tablets }]),
  done: 'Tick each day',
  neverStop: [
    'Do not stop suddenly',
    'Do not stop this medicine from one day to the next, and do not miss doses. Stopping suddenly can make you very ill.',
  ],
  beforeStep: (goesUp, watch) =>
    goesUp
      ? [
          'Before each step up',
          `Check how you feel: ${watch}, or anything else that is new. If you feel very sleepy, dizzy or weak: do not go up. Stay at the dose that you take now and call.`,
        ]
      : [
          'Before each step down',
          'If you feel unwell since the last step: do not go down. Stay at the dose that you take now and call.',
        ],
  getHelp: [
    'Get help at once',
    'Call an ambulance for: new confusion, being very hard to wake, slow breathing, a fit, seeing or hearing things that are not there, or high fever.',
  ],
  missed: 'If you have missed a dose, ask your prescriber or pharmacist what to do.',
  phone: 'Telephone of the clinic:',
  confirmedBy: 'Confirmed by (prescriber), date:',
  edited: 'changed by your prescriber',
}
