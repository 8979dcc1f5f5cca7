/** A text as SQL writes it. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** A name as SQL writes it. */
export const name = (value: string): string => `"${value.replaceAll('"', '""')}"`

/** A list of texts as SQL writes it. */
export const texts = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`
