/** The fields that a line of the log may have. Whatever else an event carries is not written. */
const fields = [
  'at',
  'level',
  'event',
  'request',
  'method',
  'route',
  'status',
  'ms',
  'refusal',
  'token',
  'issuer',
  'error',
  'code',
  'stack',
  'count',
  'seconds',
  'dropped',
  'address',
  'store',
  'tokens',
  'profile',
  'version',
  'signal',
] as const

/** What happens in the service, in words and numbers that it chose itself. */
export type LogEvent = {
  readonly [F in Exclude<(typeof fields)[number], 'at' | 'event' | 'level' | 'stack'>]?:
    string | number | undefined
} & {
  readonly event:
    | 'started'
    | 'past-review-date'
    | 'request'
    | 'failure'
    | 'store-failure'
    | 'store-down'
    | 'store-up'
    | 'cards-dropped'
    | 'store-connection-lost'
    | 'library-output'
    | 'stopping'
    | 'stopped'
    | 'crash'
  readonly level?: 'info' | 'warning' | 'error'
  readonly stack?: readonly string[] | undefined
}

/** Writes events, one line of JSON each. */
export interface Log {
  readonly write: (event: LogEvent) => void
  readonly flush: () => void
}

/** Lines wait for so many milliseconds, or until there are so many characters. */
const every = 100
const most = 16_384

/**
 * A log of single lines of JSON that cannot tell about a patient: only the listed fields are written,
 * never bodies, headers, queries, or messages of errors.
 */
export const createLog = (out: (text: string) => void, now: () => Date): Log => {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const text = waiting
    waiting = ''
    if (text !== '') out(text)
  }
  const write = (event: LogEvent): void => {
    const line = { at: now().toISOString(), level: 'info', ...event }
    waiting += `${JSON.stringify(line, fields as unknown as string[])}\n`
    if (waiting.length > most) flush()
    else timer ??= setTimeout(flush, every).unref()
  }
  return { write, flush }
}

/**
 * What of an error may be written: its kind, its code, and where it arose. Its message may quote what was
 * being read, so it is left out.
 */
export const errorFields = (error: unknown): Pick<LogEvent, 'error' | 'code' | 'stack'> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code } = error as { readonly code?: unknown }
  // The message stands at the head of the stack; only what follows it are places in the program.
  const stack = error.stack ?? ''
  const places = stack.slice(Math.max(0, stack.indexOf(error.message)) + error.message.length)
  const frames = places.split('\n').filter((line) => /^ {4}at [^"'`]*$/.test(line))
  return {
    error: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { code } : {}),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  }
}
