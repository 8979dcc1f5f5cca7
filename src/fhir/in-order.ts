/**
 * A list in the order of the names of its parts, so that of equals none is chosen for its place in
 * the record.
 */
export const inOrder = <T>(list: readonly T[], nameOf: (one: T) => string): readonly T[] =>
  list.length < 2
    ? list
    : [...list].sort((one, other) => {
        const [name, otherName] = [nameOf(one), nameOf(other)]
        return name < otherName ? -1 : name === otherName ? 0 : 1
      })
