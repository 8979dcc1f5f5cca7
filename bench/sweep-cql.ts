import { recordRules } from '../src/guideline/codes/index.ts'
import { generatePatients } from '../src/sweep/generate/index.ts'
import type { GeneratorSettings } from '../src/sweep/generate/index.ts'
import { recordEngine } from '../test/agreement/engine-record.ts'

/** Patients that only warm up. */
const warm = 10

/**
 * Seconds of processor time for one patient of a generated population by the published CQL, on
 * cql-execution with cql-exec-fhir: from parsed resources on, JSON.parse left out.
 */
export const cqlSeconds = async (
  settings: GeneratorSettings,
  on: string,
  sample: number,
): Promise<number> => {
  const engine = await recordEngine()
  let begun = process.cpuUsage()
  let count = 0
  for (const { resources } of generatePatients(recordRules, {
    ...settings,
    patients: warm + sample,
  })) {
    if (count === warm) begun = process.cpuUsage()
    const entry = resources.map((resource) => ({ resource }))
    await engine({ resourceType: 'Bundle', type: 'collection', entry }, on)
    count += 1
  }
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6 / sample
}
