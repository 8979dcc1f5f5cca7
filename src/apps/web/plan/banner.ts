import type { Assessment, AssessedStatement } from '../../../assess/assess.ts'

/** What must be read before anything else: a heading, a sentence and one thing to do. */
export interface Banner {
  readonly heading: string
  readonly sentence: string
  readonly level: 'emergency' | 'stop'
  /** The statements that it tells. */
  readonly statements: readonly string[]
  readonly opens: 'evidence' | 'taper'
}

/** The most banners there are: with each further one fewer are read. */
const most = 2

/** The safety banners of a plan, the gravest first; what concerns one drug is told in one. */
export const bannersOf = ({ statements }: Assessment): readonly Banner[] => {
  const held = new Map(
    statements.filter(({ holds }) => holds === 'true').map((one) => [one.id, one]),
  )
  const banners: Banner[] = []
  const halts = statements.filter(
    ({ id, kind }) => held.has(id) && (kind === 'emergency' || kind === 'urgent'),
  )
  const gravest = halts[0]
  if (gravest !== undefined) banners.push(haltBanner(halts, gravest))
  const renal = held.get('avoid-baclofen-severe-renal')
  const abrupt = held.get('never-stop-abruptly')
  const taper = held.get('taper-baclofen')
  if (renal !== undefined) {
    banners.push({
      heading:
        abrupt === undefined
          ? 'Do not start baclofen'
          : 'Avoid baclofen, but never stop it suddenly',
      sentence:
        abrupt === undefined
          ? (renal.action?.words ?? renal.says)
          : 'eGFR below 30 or dialysis: urgent prescriber review and a supervised gradual withdrawal. A sudden stop is dangerous too.',
      level: 'stop',
      statements: [renal, abrupt, taper].flatMap((one) => (one === undefined ? [] : [one.id])),
      opens: taper === undefined ? 'evidence' : 'taper',
    })
  } else if (abrupt !== undefined) {
    banners.push({
      heading: 'Do not stop baclofen suddenly',
      sentence:
        'It is only ever brought down slowly: stopped from one day to the next, it can bring on hallucinations and seizures.',
      level: 'stop',
      statements: [abrupt.id, ...(taper === undefined ? [] : [taper.id])],
      opens: taper === undefined ? 'evidence' : 'taper',
    })
  }
  const scope = held.get('outside-guideline')
  if (scope !== undefined) banners.push(single(scope))
  return banners.slice(0, most)
}

const haltBanner = (halts: readonly AssessedStatement[], gravest: AssessedStatement): Banner => ({
  heading: halts.map(({ title }) => title).join('; '),
  sentence: `${gravest.action?.words ?? gravest.says}${halts.length > 1 ? ' The pathway halts until all of this is settled.' : ' The pathway halts.'}`,
  level: 'emergency',
  statements: halts.map(({ id }) => id),
  opens: 'evidence',
})

const single = (statement: AssessedStatement): Banner => ({
  heading: statement.title,
  sentence: statement.action?.words ?? statement.says,
  level: 'stop',
  statements: [statement.id],
  opens: 'evidence',
})
