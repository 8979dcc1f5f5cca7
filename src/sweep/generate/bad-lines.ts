import type { Random } from './random.ts'

/** What may stand in an export and is no resource of anybody. */
export const badLineKinds = [
  'torn in the middle',
  'an error page in place of a resource',
  'a list in place of an object',
  'without a subject',
  'without a type',
  'two objects on one line',
  'not UTF-8',
] as const

/** A line that must be rejected, made from a good one of a person; without its line feed. */
export const badLine = (good: string, random: Random): string | Buffer => {
  const kind = random.pick(badLineKinds)
  switch (kind) {
    case 'torn in the middle':
      return good.slice(0, 40 + random.below(good.length - 60))
    case 'an error page in place of a resource':
      return '<html><head><title>504 Gateway Time-out</title></head></html>'
    case 'a list in place of an object':
      return '["synthetic", 1, null]'
    case 'without a subject':
      return `{"resourceType":"Observation","id":"synthetic-${String(random.below(1_000_000_000))}","status":"final","code":{"text":"synthetic"}}`
    case 'without a type':
      return good.replace(/"resourceType":"[A-Za-z]+",/, '')
    case 'two objects on one line':
      return `${good}${good}`
    case 'not UTF-8':
      return Buffer.concat([Buffer.from(good.slice(0, 30)), Buffer.of(0xff, 0xfe, 0xc3, 0x28)])
  }
}
