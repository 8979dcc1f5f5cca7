import { mulberry } from './random.test-support.ts'

type Path = readonly (string | number)[]

const isContainer = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null

/** Every place in a value that may be changed. */
const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
  isContainer(value)
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = [...path, Array.isArray(value) ? Number(key) : key]
        return [here, ...pathsIn(inner, here)]
      })
    : []

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      isContainer(inner) ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  )

/** Changes the shape of what stands there, and brings in no number or code that was not there. */
const structural: readonly ((value: unknown) => unknown)[] = [
  () => undefined,
  () => null,
  () => '',
  () => [],
  () => ({}),
  () => true,
  () => 'constructor',
  (value) => [value],
  (value) => ({ value }),
  (value) => (Array.isArray(value) ? (value[0] as unknown) : value),
  (value) =>
    Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : String(value),
  (value) => (typeof value === 'number' ? String(value) : value),
  (value) =>
    isContainer(value) && !Array.isArray(value)
      ? { ...value, modifierExtension: [{ url: 'x' }] }
      : value,
]

/** Brings in anything. */
const wild: readonly ((value: unknown) => unknown)[] = [
  ...structural,
  () => -1,
  () => 1e308,
  () => 0,
  () => 7,
  () => '__proto__',
  () => 'active',
  () => '2026-11-23',
  () => '9999-99-99',
  () => '#m',
  () => ({ coding: [{ system: 'http://loinc.org', code: '98979-8' }] }),
  () => [[[]]],
  () => 'x'.repeat(5000),
]

/** The record with one to four places of it changed; the same for the same seed. */
export const mutated = (record: unknown, seed: number, how: 'structure' | 'anything'): unknown => {
  const random = mulberry(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const copy = structuredClone(record)
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time++) {
    const paths = pathsIn(copy)
    if (paths.length === 0) return copy
    const path = pick(paths)
    const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
    const key = path.at(-1) ?? 0
    const value = pick(how === 'structure' ? structural : wild)(parent[key])
    if (value === undefined && !Array.isArray(parent)) Reflect.deleteProperty(parent, key)
    else parent[key] = value
  }
  return copy
}
