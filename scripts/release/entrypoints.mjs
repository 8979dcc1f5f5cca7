import { readFileSync } from 'node:fs'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { unless } from './result.mjs'

/** publint on the packed package: are its entry points what tools expect? */
export const checkEntryPoints = async (tarball) => {
  const data = readFileSync(tarball)
  const { messages, pkg } = await publint({
    pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) },
    strict: true,
  })
  return unless(
    messages.map((message) => `${message.type}: ${formatMessage(message, pkg, { color: false })}`),
    'publint finds nothing.',
    'publint finds something.',
  )
}

/**
 * What follows from being ES modules only, for Node 20 and newer: require() of CommonJS callers is refused or
 * works by Node's own means, and resolution of before "exports" finds no second entry point.
 */
const accepted = ({ kind, resolutionKind }) =>
  kind === 'CJSResolvesToESM' || (kind === 'NoResolution' && resolutionKind === 'node10')

/** Are the types wrong? For every entry point and every way of resolving it. */
export const checkTypes = async (tarball) => {
  const { problems, entrypoints } = await checkPackage(
    createPackageFromTarballData(new Uint8Array(readFileSync(tarball))),
  )
  return unless(
    problems
      .filter((problem) => !accepted(problem))
      .map(
        (problem) => `${problem.kind} ${problem.entrypoint ?? ''} ${problem.resolutionKind ?? ''}`,
      ),
    `The types of ${Object.keys(entrypoints).join(', ')} are those of the code (ES modules only).`,
    'The types are wrong somewhere.',
  )
}
