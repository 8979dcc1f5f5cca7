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

/** npm's bill of materials without what changes from run to run or names this machine. */
export const settled = (bill, name) => {
  const components = bill.components.map((component) => ({
    ...component,
    externalReferences: component.externalReferences.filter(({ type }) => type !== 'distribution'),
  }))
  const metadata = { ...bill.metadata, component: { ...bill.metadata.component, name } }
  delete metadata.timestamp
  const same = { ...bill, metadata, components }
  delete same.serialNumber
  return { ...same, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(same))}` }
}

/** Writes what is passed on with crampwise as CycloneDX, from the lockfile, and compares it with the lockfile. */
export const writeBill = async (file, passedOn) => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only']
  const { code, output } = await run('npm', args)
  if (code !== 0) return failed('npm cannot make the bill of materials.', [output.trim()])
  const bill = settled(JSON.parse(output), 'crampwise')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
  const missing = passedOn
    .map(({ name, version }) => `${name}@${version}`)
    .filter((one) => !listed.has(one))
  return unless(
    missing.map((one) => `not in the bill: ${one}`),
    `${String(bill.components.length)} components are passed on; CycloneDX ${bill.specVersion}.`,
    'The bill of materials is not complete.',
  )
}
