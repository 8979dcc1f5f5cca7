import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unless } from './result.mjs'

/** Licenses under which everything that is installed with crampwise may be. */
const forAll = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0'],
  ...['ISC', 'MIT', 'Unlicense'],
]

/** Further ones for tools that are run while developing and are never passed on. */
const forTools = ['CC-BY-4.0', 'MPL-2.0', 'Python-2.0']

/** Licenses that have no identifier, read by us. */
const read = {
  '@lhncbc/ucum-lhc': 'BSD-like, with the notices of LOINC and UCUM: see NOTICE.',
  fhirpath: 'BSD-like, of the U.S. National Library of Medicine; a tool of the tests.',
}

/** Whether one of the choices of an SPDX expression is allowed. */
export const isAllowed = (expression, list) => {
  const text = expression.replace(/^\((.*)\)$/, '$1')
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => isAllowed(part, list))
  if (text.includes(' AND ')) return text.split(' AND ').every((part) => isAllowed(part, list))
  return list.includes(text)
}

const licenseOf = (root, place, entry) => {
  const file = join(root, entry.link === true ? entry.resolved : place, 'package.json')
  if (!existsSync(file)) return entry.license
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  const named = license ?? licenses?.map(({ type }) => type).join(' OR ')
  return typeof named === 'string' ? named : (named?.type ?? entry.license)
}

/** Every package of the lockfile with its license, and whether it is a tool only. */
export const dependencies = (root) => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([place]) => place.includes('node_modules/'))
    .map(([place, entry]) => ({
      place,
      entry,
      own: entry.link === true ? packages[entry.resolved] : entry,
    }))
    .map(({ place, entry, own }) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: own.version,
      isTool: own.dev === true || own.devOptional === true,
      license: licenseOf(root, place, entry),
    }))
}

/** Checks the licenses of everything in the lockfile, as installed. */
export const checkLicenses = (all) => {
  const wrong = all.filter(
    ({ name, license, isTool }) =>
      !Object.hasOwn(read, name) &&
      (license === undefined || !isAllowed(license, isTool ? [...forAll, ...forTools] : forAll)),
  )
  const tools = all.filter(({ isTool }) => isTool).length
  return unless(
    wrong.map(
      ({ name, license, isTool }) =>
        `${name}: ${license ?? 'no license'}${isTool ? '' : ' (passed on)'}`,
    ),
    `${String(all.length - tools)} packages that are passed on and ${String(tools)} tools are under licenses of the list.`,
    'A license is not on the list (scripts/release/licenses.mjs).',
  )
}

/** What the built page holds of other people's, from the list that the bundler writes beside it. */
export const bundled = (text) =>
  [...text.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)].map(([, name, version, license]) => ({
    name,
    version,
    license,
    isTool: false,
  }))
