import { z } from 'zod'
import type { Problem } from '../logic/given.ts'
import { lowMagnesium, lowPotassium, staleAfterDays } from '../guideline/limits.ts'

/**
 * What a site may decide for itself, within bounds that keep every promise of the guideline: a
 * shorter time until a result is stale, higher fallback laboratory limits, so that low is found
 * sooner and never later (a result's own limit still goes first), the tablets at hand, and closer monitoring.
 */
export const policySchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  staleAfterDays: z.int().min(1).max(staleAfterDays).optional(),
  lowerLimits: z
    .strictObject({
      potassium: z.number().min(lowPotassium.value).max(4).optional(),
      magnesium: z.number().min(lowMagnesium.value).max(0.9).optional(),
    })
    .optional(),
  tabletStrengths: z.array(z.number().positive().max(30).multipleOf(0.5)).min(1).max(8).optional(),
  monitoringEveryDays: z.int().min(1).max(7).optional(),
})

/** A site's own constants, by a name that every answer shows. */
export type Policy = z.infer<typeof policySchema>

/** Reads a policy; every problem at once, each with its place and the bounds. */
export const readPolicy = (
  input: unknown,
): { readonly policy: Policy } | { readonly problems: readonly Problem[] } => {
  const read = policySchema.safeParse(input)
  if (read.success) return { policy: read.data }
  return {
    problems: read.error.issues.map((issue) => ({
      kind: 'wrong-shape',
      where: `policy${issue.path.map((part) => `.${String(part)}`).join('')}`,
      message: issue.message,
      remedy:
        'A policy names itself and may set staleAfterDays (1 to 90), lowerLimits.potassium (3.5 to 4 mmol/L), lowerLimits.magnesium (0.7 to 0.9 mmol/L), tabletStrengths (mg, in steps of 0.5) and monitoringEveryDays (1 to 7).',
    })),
  }
}
