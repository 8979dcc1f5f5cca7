import type { Random } from './random.ts'

type Holder = Record<string, unknown>

/** Where a value stands: in this object or list, under this name. */
interface Place {
  readonly holder: Holder
  readonly name: string
}

const placesOf = (value: unknown): readonly Place[] => {
  const found: Place[] = []
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return
    for (const name of Object.keys(one)) {
      found.push({ holder: one as Holder, name })
      visit((one as Holder)[name])
    }
  }
  visit(value)
  return found
}

const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let left = depth; left > 0; left--) value = left % 2 === 0 ? [value] : { a: value }
  return value
}

/** Values that programs do not expect where another kind of value belongs. */
const odd: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => '',
  () => [],
  () => ({}),
  () => [null],
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => 1e-320,
  () => 2 ** 53,
  () => 'NaN',
  () => '2026-13-45',
  () => '9999-12-31T23:59:60Z',
  () => '0000-00-00',
  () => '\u0000\u202e\ud800',
  () => '__proto__',
  () => 'Patient/p2',
  () => '<img src=x onerror=1>](http://evil.example)',
  () => 'x'.repeat(5000),
  () => ({ resourceType: 'OperationOutcome' }),
  () => ({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Bundle' } }] }),
  () => ({ coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1292' }] }),
  () => ({ value: 1, unit: '{pill}' }),
  () => nested(300),
  (random) => random.below(1000) / 8,
]

type Mutation = (place: Place, random: Random, places: readonly Place[]) => void

const mutations: readonly Mutation[] = [
  ({ holder, name }) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1)
    else Reflect.deleteProperty(holder, name)
  },
  ({ holder, name }, random) => {
    holder[name] = random.pick(odd)(random)
  },
  ({ holder, name }, random, places) => {
    const other = random.pick(places)
    holder[name] = structuredClone(other.holder[other.name])
  },
  ({ holder, name }) => {
    holder[name] = [holder[name]]
  },
  ({ holder, name }) => {
    const value = holder[name]
    if (Array.isArray(value)) holder[name] = (value as readonly unknown[])[0]
    else holder[name] = { [name]: value }
  },
  ({ holder, name }) => {
    const value = holder[name]
    if (Array.isArray(value)) value.push(...(structuredClone(value.slice(0, 20)) as unknown[]))
  },
  ({ holder, name }) => {
    const value = holder[name]
    if (typeof value === 'number') holder[name] = -value
    else if (typeof value === 'string') holder[name] = value.toUpperCase()
  },
  ({ holder, name }, random) => {
    holder[random.pick(['__proto__', 'constructor', 'toString', 'link', 'status', 'entry'])] =
      holder[name]
  },
]

/** The largest body that is made, in characters: mutations may double what they meet. */
const largest = 300_000

/** A valid body with one or several things put wrong in it. */
export const mutated = (body: unknown, random: Random): string => {
  const copy = structuredClone(body)
  const times = 1 + random.below(4)
  for (let time = 0; time < times; time++) {
    const places = placesOf(copy)
    if (places.length === 0) break
    random.pick(mutations)(random.pick(places), random, places)
  }
  const text = JSON.stringify(copy)
  return text.length > largest ? text.slice(0, largest) : text
}

/** A text whose bytes were changed: turned, cut out, doubled, or put in. */
export const mangled = (text: string, random: Random): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(new TextEncoder().encode(text))
  const at = random.below(bytes.length + 1)
  switch (random.below(4)) {
    case 0: {
      for (let time = 1 + random.below(8); time > 0; time--) {
        bytes[random.below(bytes.length)] = random.below(256)
      }
      return bytes
    }
    case 1:
      return bytes.slice(0, at)
    case 2: {
      const end = Math.min(bytes.length, at + random.below(200))
      return new Uint8Array([...bytes.slice(0, end), ...bytes.slice(at)])
    }
    default: {
      const noise = Uint8Array.from({ length: random.below(64) }, () => random.below(256))
      return new Uint8Array([...bytes.slice(0, at), ...noise, ...bytes.slice(at)])
    }
  }
}
