/** Says on a terminal how far a long piece of work is; elsewhere it is quiet. */
export interface ProgressLine {
  readonly say: (what: string) => void
  /** Takes the line away again. */
  readonly end: () => void
}

/** A line of progress on standard error, written over itself. */
export const progressLine = (): ProgressLine => {
  const { stderr } = process
  if (!stderr.isTTY) return { say: () => undefined, end: () => undefined }
  const clear = '\r\u001B[K'
  return {
    say: (what) => stderr.write(`${clear}${what.slice(0, stderr.columns - 1)}`),
    end: () => stderr.write(clear),
  }
}

/** How long work goes on, by the share of it that is done: "2 min left". */
export const remaining = (done: number, seconds: number): string => {
  if (done <= 0) return ''
  const left = Math.ceil((seconds / done) * (1 - done))
  return left < 90 ? `${String(left)} s left` : `${String(Math.ceil(left / 60))} min left`
}
