/** Why the store cannot be opened, and what to do. */
export interface StoreProblem {
  readonly where: string
  readonly message: string
  readonly remedy: string
  /** Whether it may pass without anything here being changed, so that it is worth trying again. */
  readonly isTemporary?: true
}
