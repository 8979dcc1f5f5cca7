import { exactValue } from '../../logic/interval.ts'
import { doseBand, kidneyBand } from './bands.ts'
import { count } from './html.ts'
import type { DoseAtKidney, ReportInput } from './report-data.ts'

type Limits = ReportInput['limits']

const [width, height] = [720, 380]
const margin = { top: 28, right: 16, bottom: 46, left: 52 }

/** Marks within so much of each other are drawn as one. */
const grid = { eGfr: 2, dose: 2.5 }

interface Mark {
  readonly eGfr: number
  readonly dose: number
  readonly zone: 'avoid' | 'reduce' | 'above' | 'other'
  patients: number
}

const zoneOf = ({ eGfr, dose }: DoseAtKidney, limits: Limits): Mark['zone'] => {
  const kidney = kidneyBand(eGfr, limits)
  const amount = doseBand(dose, limits)
  if (kidney === 'severe') return 'avoid'
  if (kidney === 'moderate' && amount !== 'reduced') return 'reduce'
  return amount === 'above' ? 'above' : 'other'
}

/** One mark for patients near to each other; two zones are never drawn as one. */
const marksOf = (doses: readonly DoseAtKidney[], limits: Limits): readonly Mark[] => {
  const marks = new Map<string, Mark>()
  for (const one of doses) {
    const eGfr = one.eGfr === undefined ? undefined : exactValue(one.eGfr)
    const dose = one.dose === undefined ? undefined : exactValue(one.dose)
    if (eGfr === undefined || dose === undefined) continue
    const zone = zoneOf(one, limits)
    const place = [Math.round(eGfr / grid.eGfr), Math.round(dose / grid.dose), zone].join('/')
    const mark = marks.get(place)
    if (mark === undefined) marks.set(place, { eGfr, dose, zone, patients: one.patients })
    else mark.patients += one.patients
  }
  return [...marks.values()]
}

const shape = (zone: Mark['zone'], x: number, y: number, r: number): string => {
  const [cx, cy, size] = [x.toFixed(1), y.toFixed(1), r.toFixed(1)]
  switch (zone) {
    case 'avoid':
      return `<rect class="avoid" x="${(x - r).toFixed(1)}" y="${(y - r).toFixed(1)}" width="${(2 * r).toFixed(1)}" height="${(2 * r).toFixed(1)}"/>`
    case 'reduce':
      return `<path class="reduce" d="M${cx} ${(y - r * 1.2).toFixed(1)}l${(r * 1.2).toFixed(1)} ${(r * 2).toFixed(1)}h${(-r * 2.4).toFixed(1)}z"/>`
    case 'above':
      return `<path class="above" d="M${cx} ${(y - r * 1.3).toFixed(1)}l${(r * 1.3).toFixed(1)} ${(r * 1.3).toFixed(1)}l${(-r * 1.3).toFixed(1)} ${(r * 1.3).toFixed(1)}l${(-r * 1.3).toFixed(1)} ${(-r * 1.3).toFixed(1)}z"/>`
    case 'other':
      return `<circle class="other" cx="${cx}" cy="${cy}" r="${size}"/>`
  }
}

/** Dose against eGFR: each mark is patients of nearly the same values, its area their number. */
export const dosePlot = (doses: readonly DoseAtKidney[], limits: Limits): string => {
  const marks = marksOf(doses, limits)
  const mostEGfr = Math.max(120, ...marks.map(({ eGfr }) => eGfr))
  const mostDose = Math.max(60, ...marks.map(({ dose }) => dose))
  const mostPatients = Math.max(1, ...marks.map(({ patients }) => patients))
  const x = (eGfr: number): number =>
    margin.left + (eGfr / mostEGfr) * (width - margin.left - margin.right)
  const y = (dose: number): number =>
    height - margin.bottom - (dose / mostDose) * (height - margin.top - margin.bottom)
  const radius = (patients: number): number => 2.5 + 9 * Math.sqrt(patients / mostPatients)
  const ticks = (most: number, step: number): readonly number[] =>
    Array.from({ length: Math.floor(most / step) + 1 }, (_none, number) => number * step)
  const plotted = marks.reduce((sum, { patients }) => sum + patients, 0)
  const label = `Baclofen dose against eGFR of ${count(plotted)} patients whose values are known exactly, with lines at eGFR ${String(limits.severe)} and ${String(limits.moderate)} and at ${String(limits.ceiling)} mg per day. The table below gives the numbers.`
  const down = (eGfr: number): string =>
    `<line class="limit" x1="${x(eGfr).toFixed(1)}" x2="${x(eGfr).toFixed(1)}" y1="${String(margin.top)}" y2="${y(0).toFixed(1)}"/><text x="${(x(eGfr) + 4).toFixed(1)}" y="${String(margin.top - 8)}">eGFR ${String(eGfr)}</text>`
  const across = (dose: number, words: string): string =>
    `<line class="limit" x1="${String(margin.left)}" x2="${String(width - margin.right)}" y1="${y(dose).toFixed(1)}" y2="${y(dose).toFixed(1)}"/><text x="${String(width - margin.right)}" y="${(y(dose) - 5).toFixed(1)}" class="end">${words}</text>`
  return `<svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${label}">
${ticks(mostDose, 10)
  .map(
    (tick) =>
      `<line class="grid" x1="${String(margin.left)}" x2="${String(width - margin.right)}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}"/><text class="end" x="${String(margin.left - 6)}" y="${(y(tick) + 4).toFixed(1)}">${String(tick)}</text>`,
  )
  .join('\n')}
${ticks(mostEGfr, 15)
  .map(
    (tick) =>
      `<text class="middle" x="${x(tick).toFixed(1)}" y="${String(height - margin.bottom + 18)}">${String(tick)}</text>`,
  )
  .join('\n')}
<text x="4" y="14">mg/day</text>
<text class="end" x="${String(width - margin.right)}" y="${String(height - 6)}">eGFR, mL/min/1.73 m²</text>
${marks
  .toSorted((one, other) => other.patients - one.patients)
  .map(({ zone, eGfr, dose, patients }) => shape(zone, x(eGfr), y(dose), radius(patients)))
  .join('\n')}
${down(limits.severe)}
${down(limits.moderate)}
${across(limits.ceiling, `${String(limits.ceiling)} mg/day: the highest dose of the guideline`)}
</svg>
<ul class="legend">
<li><svg viewBox="0 0 16 16" aria-hidden="true">${shape('avoid', 8, 8, 5)}</svg> eGFR below ${String(limits.severe)}</li>
<li><svg viewBox="0 0 16 16" aria-hidden="true">${shape('reduce', 8, 8, 5)}</svg> eGFR ${String(limits.severe)} to ${String(limits.moderate)} and above ${String(limits.reduced)} mg/day</li>
<li><svg viewBox="0 0 16 16" aria-hidden="true">${shape('above', 8, 8, 5)}</svg> above ${String(limits.ceiling)} mg/day</li>
<li><svg viewBox="0 0 16 16" aria-hidden="true">${shape('other', 8, 8, 5)}</svg> others</li>
</ul>`
}
