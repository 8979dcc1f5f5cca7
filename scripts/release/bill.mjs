import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { failed, unless } from './result.mjs'
import { run } from '../setup.mjs'

/** An identifier that is the same for the same content. */
const uuidOf = (text) => {
  const hash = createHash('sha256').update(text).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** How a bill names a package. */
const key = ({ name, version }) => `${name}@${version}`

/**
 * npm's bill of materials of what is passed on alone, without what changes from run to run or names this machine.
 * What npm leaves out with --omit dev is too much: a package that a tool needs as well is gone.
 */
export const settled = (bill, name, passedOn) => {
  const kept = new Set(passedOn.map(key))
  const components = bill.components
    .filter((component) => kept.has(key(component)))
    .map((component) => ({
      ...component,
      externalReferences: component.externalReferences.filter(
        ({ type }) => type !== 'distribution',
      ),
    }))
  const root = bill.metadata.component['bom-ref']
  const refs = new Set([root, ...components.map((component) => component['bom-ref'])])
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
  const metadata = { ...bill.metadata, component: { ...bill.metadata.component, name } }
  delete metadata.timestamp
  const same = { ...bill, metadata, components, dependencies }
  delete same.serialNumber
  return { ...same, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(same))}` }
}

/** Writes what is passed on with crampwise as CycloneDX, from the lockfile, and compares it with the lockfile. */
export const writeBill = async (file, passedOn) => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const { code, output } = await run('npm', args)
  if (code !== 0) return failed('npm cannot make the bill of materials.', [output.trim()])
  const bill = settled(JSON.parse(output), 'crampwise', passedOn)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  const listed = new Set(bill.components.map(key))
  return unless(
    passedOn.filter((one) => !listed.has(key(one))).map((one) => `not in the bill: ${key(one)}`),
    `${String(bill.components.length)} components are passed on; CycloneDX ${bill.specVersion}.`,
    'The bill of materials is not complete.',
  )
}
