import { guideline } from '../guideline/index.ts'

/** Shown with every answer: whose word this is. */
export const status =
  'Not clinically signed off. The source is an AI-generated answer published as awaiting human review. For health professionals.'

/** What the citation numbers of the source are worth. */
export const citationsInferred =
  'The source gives its citations as numbers without a reference list: what each stands for is inferred, with a confidence beside it.'

/** That the guideline is past its review date on a day, in words; undefined until then. */
export const outOfDate = (on: string, reviewBy: string = guideline.reviewBy): string | undefined =>
  on > reviewBy
    ? `Past its review date, ${reviewBy}: this guideline is out of date. Do not rely on it; ask for a newer version.`
    : undefined

/** Whose word this is and, on a day past the review date, that it is out of date: first, for that matters more. */
export const statusOn = (on: string, reviewBy: string = guideline.reviewBy): string =>
  [outOfDate(on, reviewBy), status].filter((part) => part !== undefined).join(' ')
