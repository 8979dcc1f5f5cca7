import type { HandoutWords } from './catalog.ts'

const numbers = ['', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis']

const tablets = (count: number, mg: string): string => {
  const whole = Math.floor(count)
  const half = count !== whole
  if (count === 0.5) return `media pastilla de ${mg} mg`
  const word = numbers[whole] ?? String(whole)
  return `${word} ${whole > 1 ? 'pastillas' : 'pastilla'}${half ? ' y media' : ''} de ${mg} mg`
}

/** The handout in Spanish; nobody has reviewed it clinically. */
export const spanish: HandoutWords = {
  lang: 'es',
  name: 'Español',
  clinicallyReviewed: false,
  notReviewed: 'Traducción no revisada clínicamente. Vale el texto en inglés.',
  origin:
    'Las reglas de este plan vienen de una respuesta que escribió un ordenador (IA). Ningún médico ha aprobado estas reglas.',
  outOfDate: 'Estas reglas están caducadas. No siga este plan: pregunte antes a quien le receta.',
  title: (goesUp) => `Su plan de medicación: ${goesUp ? 'subir' : 'bajar'} paso a paso`,
  medicine: 'Medicamento: baclofeno en pastillas, por la boca',
  startsOn: (date) => `Empieza el ${date}`,
  until: (date, mg) => `Hasta el ${date}: ${mg} mg al día, como ahora.`,
  step: 'Paso',
  days: 'Días',
  from: (date) => `Desde el ${date}`,
  range: (from, until) => `Del ${from} al ${until}`,
  morning: 'Mañana',
  midday: 'Mediodía',
  bedtime: 'Al acostarse',
  none: 'nada',
  total: 'En total',
  perDay: (mg) => `${mg} mg al día`,
  tablets,
  done: 'Marque cada día',
  neverStop: [
    'No lo deje de golpe',
    'No deje este medicamento de un día para otro y no se salte tomas. Dejarlo de golpe puede ponerle muy enfermo.',
  ],
  beforeStep: (goesUp) =>
    goesUp
      ? [
          'Antes de cada subida',
          'Fíjese en cómo se siente. Si tiene mucho sueño, mareo o debilidad, o algo nuevo: no suba. Siga con la dosis que toma ahora y llame.',
        ]
      : [
          'Antes de cada bajada',
          'Si se siente mal desde el último paso: no baje. Siga con la dosis que toma ahora y llame.',
        ],
  getHelp: [
    'Pida ayuda enseguida',
    'Llame a una ambulancia si hay: confusión nueva, mucha dificultad para despertar, respiración lenta, convulsiones, ver u oír cosas que no existen, o fiebre alta.',
  ],
  missed: 'Si se ha saltado una toma, pregunte qué hacer a quien le receta o en la farmacia.',
  phone: 'Teléfono del centro:',
  confirmedBy: 'Confirmado por (quien receta), fecha:',
  edited: 'cambiado por quien le receta',
}
