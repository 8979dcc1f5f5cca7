import type { Code, CodeStatus, OralProduct, Words } from '../../logic/record-rules.ts'
import { atcAll, rx, sct } from './systems.ts'

const product =
  (per: OralProduct['per']) =>
  (code: string, mg: number, means: string, status: CodeStatus = 'verified'): OralProduct => ({
    ...rx(code, means, status),
    mg,
    per,
  })

const tablet = product('tablet')
const liquid = product('mL')

/**
 * The products that are known to be taken by mouth. A list of what is allowed: any other product
 * that holds baclofen may be for a pump, where a dose is a thousand times smaller.
 */
export const oralBaclofen: readonly OralProduct[] = [
  tablet('430902', 5, 'baclofen 5 mg oral tablet'),
  tablet('197391', 10, 'baclofen 10 mg oral tablet'),
  tablet('2679605', 15, 'baclofen 15 mg oral tablet', 'by-elimination'),
  tablet('197392', 20, 'baclofen 20 mg oral tablet'),
  tablet('199280', 25, 'baclofen 25 mg oral tablet'),
  tablet('617299', 10, 'baclofen 10 mg disintegrating oral tablet'),
  tablet('617298', 20, 'baclofen 20 mg disintegrating oral tablet'),
  tablet('202109', 10, 'Lioresal 10 mg oral tablet'),
  tablet('213725', 20, 'Lioresal 20 mg oral tablet'),
  tablet('666857', 10, 'Kemstro 10 mg disintegrating oral tablet'),
  tablet('664144', 20, 'Kemstro 20 mg disintegrating oral tablet'),
  liquid('250976', 1, 'baclofen 1 mg/mL oral solution'),
  liquid('2667941', 2, 'baclofen 2 mg/mL oral solution'),
  liquid('2667943', 2, 'Ozobax DS 2 mg/mL oral solution', 'by-elimination'),
  liquid('2593376', 5, 'baclofen 5 mg/mL oral suspension'),
]

/** Products that appear on labels of intrathecal baclofen. The list is known to be incomplete. */
export const intrathecalBaclofen: readonly Code[] = [
  '308516',
  '308517',
  '805678',
  '805679',
  '1047437',
  '1047440',
  '1047444',
  '1300890',
  '1301627',
  '1369783',
  '1369784',
  '1369787',
  '1369788',
  '1369791',
  '1369792',
  '1666613',
  '1666620',
  '1666622',
  '1666623',
].map((code) => rx(code, 'on a label of intrathecal baclofen'))

/** Codes that say baclofen and not by which route. */
export const baclofenByAnyRoute: readonly Code[] = [
  rx('1292', 'baclofen (ingredient)'),
  atcAll('M03BX01', 'baclofen, by mouth or intrathecal'),
  sct('387342009', 'baclofen (substance)'),
]

/** Words that name baclofen: the substance in any spelling, and brands. */
export const baclofenNames: Words = [
  'baclofen',
  'lioresal',
  'kemstro',
  'ozobax',
  'lyvispah',
  'gablofen',
  'fleqsuvy',
]

/** Words that say that it is for a pump, when they stand beside baclofen. */
export const pumpNames: Words = ['intrathecal', 'gablofen', ' itb ', ' pump', 'synchromed']

/** Words for a baclofen pump wherever they stand: a pump may also give insulin. */
export const pumpTherapyNames: Words = [
  'intrathecal',
  ' itb ',
  'baclofen pump',
  'synchromed',
  'spinal pump',
]

/** Routes that settle it; in words they only leave it to be asked. */
export const routes = {
  oral: [sct('26643006', 'oral route', 'unverified')],
  pump: [sct('72607000', 'intrathecal route', 'unverified')],
  pumpNames: [' it ', ' i t '],
} as const

/** Words of an instruction that say "as needed". */
export const asNeededNames: Words = [
  ' as needed',
  ' as required',
  ' if needed',
  ' if required',
  ' if necessary',
  ' when needed',
  ' when required',
  ' when necessary',
  ' prn ',
  ' p r n ',
  ' up to ',
  ' as directed',
  ' as tolerated',
]

/** Words of an instruction for so many times a day: its structure must not say otherwise. */
export const timesNames: readonly { readonly times: number; readonly names: Words }[] = [
  { times: 1, names: [' once a day ', ' once daily ', ' qd '] },
  {
    times: 2,
    names: [' twice ', ' two times ', ' 2 times ', ' bid ', ' b i d ', ' bd ', ' q12h '],
  },
  {
    times: 3,
    names: [' three times ', ' 3 times ', ' thrice ', ' tid ', ' t i d ', ' tds ', ' q8h '],
  },
  { times: 4, names: [' four times ', ' 4 times ', ' qid ', ' q i d ', ' qds ', ' q6h '] },
]

/**
 * Words in the text of an instruction that say that the amount is not one and the same each day.
 * What every label says ("do not stop suddenly", "may increase drowsiness") is not among them.
 */
export const changingNames: Words = [
  'titrat',
  ' taper',
  ' wean',
  ' increase by',
  ' increase to',
  ' increase dose',
  ' increase the dose',
  ' increasing',
  ' decrease by',
  ' decrease to',
  ' decreasing',
  ' reduce by',
  ' reduce to',
  ' reduce dose',
  ' reduce the dose',
  ' then ',
  ' hold ',
  ' on hold ',
  ' every other day',
  ' alternate days',
]

/**
 * A reading of S38 and S39: within so many days of a stop signs of withdrawal are asked for. They
 * begin within days of it; the fortnight leaves room for doses that were left over.
 */
export const withdrawalDays = 14

/**
 * Codes that public data give as baclofen or as another drug of this guideline, and that are not:
 * none of them may ever be listed here.
 */
export const wrongDrugCodes: readonly Code[] = [
  rx('6292', 'published as the ingredient baclofen; that is 1292'),
  rx('8163', 'published as baclofen 10 mg; that is 197391'),
  rx('283742', 'published as quinine; it is esomeprazole'),
  rx('89013', 'published as dextromethorphan and quinidine; it is aripiprazole'),
]
