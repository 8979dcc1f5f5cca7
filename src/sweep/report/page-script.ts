import { formulaStart } from '../csv.ts'

/**
 * What the report does in the browser: the worklist with its filter, pages, printing and export. It
 * writes text only, never markup. Held as text, for its hash stands in the page's policy.
 */
export const pageScript = String.raw`'use strict'
const data = JSON.parse(document.getElementById('data').textContent)
const byId = (id) => document.getElementById(id)
const words = { t: 'holds', u: 'cannot be decided', f: 'does not hold' }
const pageSize = 50
const mostPrinted = 2000
let found = data.rows
let page = 0

const element = (name, text, className) => {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  if (className !== undefined) made.className = className
  return made
}

const places = (outcomes, letter) => {
  const list = []
  for (let at = 0; at < outcomes.length; at += 1) if (outcomes[at] === letter) list.push(at)
  return list
}

const titles = (list) => list.map((at) => data.statements[at].title)

const listed = (all) => {
  const cell = element('td')
  const shown = all.length > 5 ? 4 : all.length
  const list = element('ul')
  for (const title of all.slice(0, shown)) list.append(element('li', title))
  if (shown > 0) cell.append(list)
  if (shown < all.length) {
    const more = element('details')
    more.append(element('summary', 'and ' + (all.length - shown) + ' more'))
    const rest = element('ul')
    for (const title of all.slice(shown)) rest.append(element('li', title))
    more.append(rest)
    cell.append(more)
  }
  return cell
}

const rowOf = ([patient, urgency, outcomes, missing, eGfr, dose, age]) => {
  const row = element('tr')
  const name = element('th', patient)
  name.scope = 'row'
  row.append(
    name,
    element('td', urgency, urgency === 'routine' ? undefined : 'urgent'),
    listed(titles(places(outcomes, 't'))),
    listed(missing.map((at) => data.missing[at])),
    element('td', String(places(outcomes, 'u').length)),
    element('td', eGfr || 'not known'),
    element('td', dose || 'not known'),
    element('td', age || 'not known'),
  )
  return row
}

const show = (from, to) => {
  byId('rows').replaceChildren(...found.slice(from, to).map(rowOf))
}

const draw = () => {
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  page = Math.min(Math.max(page, 0), pages - 1)
  show(page * pageSize, (page + 1) * pageSize)
  const count = found.length.toLocaleString('en-US')
  byId('status').textContent =
    found.length === 1 ? '1 patient' : count + ' patients, page ' + (page + 1) + ' of ' + pages
  byId('previous').disabled = page === 0
  byId('next').disabled = page === pages - 1
  byId('export').textContent = 'Download these ' + count + ' as CSV'
  byId('export').disabled = found.length === 0
}

const matches = (row, filter) => {
  const outcomes = row[2]
  if (filter.urgency !== '' && row[1] !== filter.urgency) return false
  if (filter.missing !== '' && !row[3].includes(Number(filter.missing))) return false
  if (filter.patient !== '' && !row[0].toLowerCase().includes(filter.patient)) return false
  if (filter.outcome === '') return true
  return filter.statement === ''
    ? outcomes.includes(filter.outcome)
    : outcomes[Number(filter.statement)] === filter.outcome
}

const filterOf = () => ({
  statement: byId('statement').value,
  outcome: byId('outcome').value,
  urgency: byId('urgency').value,
  missing: byId('missing').value,
  patient: byId('patient').value.trim().toLowerCase(),
})

const search = () => {
  const filter = filterOf()
  found = data.rows.filter((row) => matches(row, filter))
  page = 0
  draw()
}

// A spreadsheet runs what begins like a formula; an apostrophe before it makes it text.
const cell = (value) => {
  const text = String(value)
  const safe = /${formulaStart}/.test(text) ? "'" + text : text
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe
}

const csv = () => {
  const ids = (outcomes, letter) =>
    places(outcomes, letter).map((at) => data.statements[at].id).join(' ')
  const head = ['patient', 'urgency', 'holds', 'cannot_be_decided', 'missing', 'egfr', 'dose_mg_per_day', 'age', 'actions']
  const lines = found.map(([patient, urgency, outcomes, missing, eGfr, dose, age, actions]) =>
    [patient, urgency, ids(outcomes, 't'), ids(outcomes, 'u'), missing.map((at) => data.missing[at]).join('; '), eGfr, dose, age, actions]
      .map(cell)
      .join(','),
  )
  const notices = data.notices.map((notice) => [cell(notice)])
  return [...notices, head.join(','), ...lines].join('\r\n') + '\r\n'
}

byId('filter').addEventListener('input', search)
byId('filter').addEventListener('submit', (event) => event.preventDefault())
byId('filter').addEventListener('reset', () => setTimeout(search))
byId('statement').addEventListener('input', () => {
  if (byId('statement').value !== '' && byId('outcome').value === '') byId('outcome').value = 't'
})
byId('previous').addEventListener('click', () => { page -= 1; draw() })
byId('next').addEventListener('click', () => { page += 1; draw() })
byId('export').addEventListener('click', () => {
  const link = element('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', csv()], { type: 'text/csv;charset=utf-8' }))
  link.download = 'worklist-' + data.on + '.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
})
window.addEventListener('beforeprint', () => {
  show(0, mostPrinted)
  for (const one of document.querySelectorAll('#worklist details')) one.open = true
  byId('printed').textContent = found.length > mostPrinted ? 'The first ' + mostPrinted + ' of ' + found.length + ' patients.' : ''
})
window.addEventListener('afterprint', () => { byId('printed').textContent = ''; draw() })
byId('worklist').hidden = false
draw()
`
