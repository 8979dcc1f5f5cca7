const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value)
    ? value.filter(
        (one): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null,
      )
    : []

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

/** A patient's name as the record system writes it: the official one first, a former one never. */
export const patientName = (patient: Readonly<Record<string, unknown>>): string => {
  const names = objects(patient['name']).filter(({ use }) => use !== 'old')
  const name = names.find(({ use }) => use === 'official') ?? names[0]
  if (name === undefined) return 'Name not recorded'
  const [text] = texts(name['text'])
  const parts = [...texts(name['given']), ...texts(name['family'])].join(' ')
  return text ?? (parts === '' ? 'Name not recorded' : parts)
}
