const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that stands for itself in HTML, whatever it holds. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)

/** JSON that stands for itself within a script element: nothing in it can end the element. */
export const jsonInHtml = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** A number for people: 12,345. */
export const count = (number: number): string => number.toLocaleString('en-US')

/** A part of a whole, for people: "12 %". */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(part / whole < 0.1 ? 1 : 0)} %`

/** A table with a caption, its cells ready to stand in HTML; the first of each row names the row. */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows
    .map(([name = '', ...cells]) => {
      const rest = cells.map((cell) => `<td>${cell}</td>`).join('')
      return `<tr><th scope="row">${name}</th>${rest}</tr>`
    })
    .join('\n')
  return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}
