import { describe, expect, test } from 'vitest'
import { createLog, errorFields } from './log.ts'
import type { LogEvent } from './log.ts'

const lines = (...events: readonly LogEvent[]): readonly string[] => {
  let text = ''
  const log = createLog(
    (more) => (text += more),
    () => new Date('2026-11-23T12:00:00Z'),
  )
  events.forEach(log.write)
  log.flush()
  return text.trim().split('\n')
}

describe('the log', () => {
  test('is one line of JSON for each event', () => {
    expect(lines({ event: 'request', route: '/assess', status: 200, ms: 1.5 })).toEqual([
      '{"at":"2026-11-23T12:00:00.000Z","level":"info","event":"request","route":"/assess","status":200,"ms":1.5}',
    ])
  })

  test('writes no field but the listed ones, whatever is handed to it', () => {
    const careless = {
      event: 'request',
      url: '/Patient/jane',
      body: { name: 'Jane' },
      headers: { authorization: 'Bearer abc' },
      message: 'Jane Doe is not valid JSON',
    } as LogEvent
    expect(lines(careless).join('')).not.toMatch(/jane|abc/i)
  })

  test('does not let a value begin a line of its own', () => {
    expect(lines({ event: 'request', route: 'a\n{"event":"started"}' })).toHaveLength(1)
  })
})

describe('of an error is told', () => {
  test('its kind and where it arose, never its message', () => {
    const parse = (text: string): unknown => {
      try {
        return JSON.parse(text)
      } catch (error) {
        return error
      }
    }
    const fields = errorFields(parse('{"name": Jane'))
    expect(fields.error).toBe('SyntaxError')
    expect(fields.stack?.join()).toContain('log.test.ts')
    expect(JSON.stringify(fields)).not.toContain('Jane')
  })

  test('nothing that a message imitates', () => {
    const error = new Error('first line\n    at read (/srv/marked/secret.ts:1:1)\nlast line')
    expect(JSON.stringify(errorFields(error))).not.toMatch(/marked/i)
  })

  test('its code when it is one', () => {
    expect(errorFields(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })).code).toBe(
      'ECONNREFUSED',
    )
    expect(errorFields(Object.assign(new Error('x'), { code: 'Jane Doe' })).code).toBeUndefined()
    expect(errorFields('Jane')).toEqual({ error: 'string' })
  })
})
