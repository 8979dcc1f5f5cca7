/** What the pathway says of itself, in English. */
export const pathwayWords = {
  explain:
    'Numbered: the way of this patient. Dashed, with a question mark: not known. Gray: not taken, and still to be read.',
  drawing: 'The pathway as a drawing',
  drawingHint: 'A click on a box leads to it in the lists, where everything is told in full.',
  lists: 'The pathway as lists',
  here: 'You are here',
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
  goesOn: 'goes on as with “no”',
  then: (title: string) => `Then: ${title}`,
  enter: (label: string) => `Enter: ${label}`,
  beside: 'Whichever way is gone',
  holds: 'Holds now',
  noneHolds: 'None of this holds now.',
  others: (count: number) => `${String(count)} others do not hold now`,
  where: 'Where the patient stands',
  wayOf: (lane: string) => `${lane}:`,
  step: (number: number) => `step ${String(number)}`,
  open: 'The pathway',
}
