/** Why the store cannot be opened, and what to do. */
export interface StoreProblem {
  readonly where: string
  readonly message: string
  readonly remedy: string
}
