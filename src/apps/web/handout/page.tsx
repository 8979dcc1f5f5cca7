import { formatNumber } from '../../../logic/quantity.ts'
import { addDays, daysBetween } from '../../../plan/dates.ts'
import type { Dose, TimeOfDay } from '../../../plan/split.ts'
import { watchWords } from '../../../plan/words.ts'
import type { EditedCalendar, EditedStep } from '../calendar/edited.ts'
import type { HandoutWords } from './catalog.ts'
import { Pills } from './pills.tsx'

const times: readonly TimeOfDay[] = ['morning', 'midday', 'bedtime']

/** A civil date in full, in the patient's language: "Thursday 5 November 2026". */
const longDate = (date: string, lang: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', lang === 'en' ? '' : ',')

const number = (value: number, lang: string): string =>
  lang === 'en' ? formatNumber(value) : formatNumber(value).replace('.', ',')

const Cell = ({
  dose,
  words,
}: {
  readonly dose: Dose | undefined
  readonly words: HandoutWords
}) => (
  <td>
    {dose === undefined ? (
      words.none
    ) : (
      <>
        {dose.tablets.map(({ mgPerTablet, tablets }) => (
          <span key={mgPerTablet} className="taken">
            <Pills count={tablets} />
            <strong>{words.tablets(tablets, number(mgPerTablet, words.lang))}</strong>
          </span>
        ))}
      </>
    )}
  </td>
)

const Box = ({
  text: [heading, sentence],
  beside,
}: {
  readonly text: readonly [string, string]
  readonly beside?: readonly [string, string] | undefined
}) => (
  <div className="box">
    <h4>{heading}</h4>
    <p>{sentence}</p>
    {beside !== undefined && (
      <p lang="en" className="beside">
        {beside[0]}: {beside[1]}
      </p>
    )}
  </div>
)

/** The days of a step to tick off; of the last step, the first week. */
const daysOf = (step: EditedStep): number =>
  Math.min(step.until === undefined ? 7 : daysBetween(step.from, step.until) + 1, 28)

/** One or two pages for the patient. A language that nobody reviewed carries the English beside it. */
export const HandoutPage = ({
  calendar,
  words,
  beside,
}: {
  readonly calendar: EditedCalendar
  readonly words: HandoutWords
  readonly beside?: HandoutWords
}) => {
  const goesUp = calendar.kind === 'titration'
  const watch = calendar.kind === 'titration' ? watchWords(calendar.watch) : ''
  const first = calendar.steps[0]
  return (
    <article className="handout" lang={words.lang} aria-label={words.title(goesUp)}>
      <h3>{words.title(goesUp)}</h3>
      <p className="reviewed">
        {words.notReviewed} {words.origin}
      </p>
      {calendar.guideline.outOfDate !== undefined && (
        <p className="box">
          <strong>{words.outOfDate}</strong>
        </p>
      )}
      <p>
        <strong>{words.medicine}</strong>
        {first !== undefined && <>. {words.startsOn(longDate(first.from, words.lang))}.</>}
      </p>
      {first !== undefined && (
        <p>
          {words.until(
            longDate(addDays(first.from, -1), words.lang),
            number(calendar.presentMgPerDay, words.lang),
          )}
        </p>
      )}
      <Box text={words.neverStop} beside={beside?.neverStop} />
      <Box text={words.beforeStep(goesUp, watch)} beside={beside?.beforeStep(goesUp, watch)} />
      <table>
        <thead>
          <tr>
            <th scope="col">{words.step}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.morning}</th>
            <th scope="col">{words.midday}</th>
            <th scope="col">{words.bedtime}</th>
            <th scope="col">{words.total}</th>
            <th scope="col">{words.done}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.steps.map((step) => (
            <tr key={step.number}>
              <th scope="row">{step.number}</th>
              <td>
                {step.until === undefined
                  ? words.from(longDate(step.from, words.lang))
                  : words.range(longDate(step.from, words.lang), longDate(step.until, words.lang))}
                {step.edited !== undefined && <em> ({words.edited})</em>}
              </td>
              {times.map((at) => (
                <Cell key={at} dose={step.doses.find((one) => one.at === at)} words={words} />
              ))}
              <td>
                <strong>{words.perDay(number(step.mgPerDay, words.lang))}</strong>
              </td>
              <td className="ticks" aria-hidden="true">
                {'☐ '.repeat(daysOf(step))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Box text={words.getHelp} beside={beside?.getHelp} />
      <p>{words.missed}</p>
      <p className="blank">{words.phone}</p>
      <p className="blank">{words.confirmedBy}</p>
      <p className="foot">
        crampwise, rules {calendar.guideline.version}, {calendar.assessedOn}.{' '}
        {calendar.guideline.status}
      </p>
    </article>
  )
}
