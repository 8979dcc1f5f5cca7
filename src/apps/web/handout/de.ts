import type { HandoutWords } from './catalog.ts'

const numbers = ['', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs']

const tablets = (count: number, mg: string): string => {
  const whole = Math.floor(count)
  if (count === 0.5) return `eine halbe Tablette zu ${mg} mg`
  const word = numbers[whole] ?? String(whole)
  if (count !== whole) return `${whole === 1 ? 'ein' : word}einhalb Tabletten zu ${mg} mg`
  return `${word} ${count > 1 ? 'Tabletten' : 'Tablette'} zu ${mg} mg`
}

/** The handout in German; nobody has reviewed it clinically. */
export const german: HandoutWords = {
  lang: 'de',
  name: 'Deutsch',
  clinicallyReviewed: false,
  notReviewed: 'Übersetzung nicht klinisch geprüft. Es gilt der englische Text.',
  origin:
    'Die Regeln hinter diesem Plan stammen aus einer Antwort, die ein Computer (KI) geschrieben hat. Kein Arzt hat diese Regeln freigegeben.',
  outOfDate:
    'Diese Regeln sind veraltet. Folgen Sie diesem Plan nicht: Fragen Sie zuerst in Ihrer Praxis.',
  title: (goesUp) => `Ihr Einnahmeplan: Schritt für Schritt ${goesUp ? 'mehr' : 'weniger'}`,
  medicine: 'Medikament: Baclofen-Tabletten zum Einnehmen',
  startsOn: (date) => `Beginn am ${date}`,
  until: (date, mg) => `Bis ${date}: ${mg} mg am Tag, wie jetzt.`,
  step: 'Schritt',
  days: 'Tage',
  from: (date) => `Ab ${date}`,
  range: (from, until) => `${from} bis ${until}`,
  morning: 'Morgens',
  midday: 'Mittags',
  bedtime: 'Zur Nacht',
  none: 'nichts',
  total: 'Zusammen',
  perDay: (mg) => `${mg} mg am Tag`,
  tablets,
  done: 'Jeden Tag abhaken',
  neverStop: [
    'Nicht plötzlich absetzen',
    'Hören Sie mit diesem Medikament nie von einem Tag auf den anderen auf, und lassen Sie keine Einnahme aus. Plötzliches Absetzen kann Sie sehr krank machen.',
  ],
  beforeStep: (goesUp) =>
    goesUp
      ? [
          'Vor jedem Schritt nach oben',
          'Achten Sie darauf, wie es Ihnen geht. Wenn Sie sehr schläfrig, schwindelig oder schwach sind oder etwas neu ist: nicht mehr nehmen. Bleiben Sie bei der jetzigen Menge und rufen Sie an.',
        ]
      : [
          'Vor jedem Schritt nach unten',
          'Wenn es Ihnen seit dem letzten Schritt schlecht geht: nicht weniger nehmen. Bleiben Sie bei der jetzigen Menge und rufen Sie an.',
        ],
  getHelp: [
    'Sofort Hilfe holen',
    'Rufen Sie den Rettungsdienst bei: neuer Verwirrtheit, wenn jemand kaum zu wecken ist, langsamer Atmung, Krampfanfall, Sehen oder Hören von Dingen, die nicht da sind, oder hohem Fieber.',
  ],
  missed:
    'Wenn Sie eine Einnahme vergessen haben, fragen Sie in der Praxis oder Apotheke, was zu tun ist.',
  phone: 'Telefon der Praxis:',
  confirmedBy: 'Bestätigt von (Praxis), Datum:',
  edited: 'von Ihrer Praxis geändert',
}
