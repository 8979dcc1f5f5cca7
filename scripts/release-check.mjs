import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, installDependencies, root, say } from './setup.mjs'
import { audit } from './release/audit.mjs'
import { writeBill } from './release/bill.mjs'
import { uncommitted } from './release/checkout.mjs'
import { checkCodes } from './release/codes.mjs'
import { checkContents } from './release/contents.mjs'
import { checkImports } from './release/imports.mjs'
import { checkEntryPoints, checkTypes } from './release/entrypoints.mjs'
import { bundled, checkLicenses, dependencies } from './release/licenses.mjs'
import { buildTwice } from './release/reproducible.mjs'
import { failed } from './release/result.mjs'

checkNode()
await installDependencies()

const changed = await uncommitted()
if (changed.length > 0) {
  say(`${String(changed.length)} files here differ from the commit. The commit alone is checked.\n`)
}

let hasFailed = false
const report = (name, { is, says, places }) => {
  if (is === 'failed') hasFailed = true
  say(`${name.padEnd(13)} ${is === 'ok' ? 'ok      ' : is.toUpperCase().padEnd(8)} ${says}`)
  for (const place of places.slice(0, 20)) say(`${' '.repeat(23)}${place}`)
  if (places.length > 20) say(`${' '.repeat(23)}and ${String(places.length - 20)} more`)
}

const all = dependencies(root)
report('licenses', checkLicenses(all))
report('code systems', checkCodes(root))
report(
  'bill',
  await writeBill(
    join(root, 'reports/release/crampwise.cdx.json'),
    all.filter(({ isTool }) => !isTool),
  ),
)
report('audit', audit())

const folder = mkdtempSync(join(tmpdir(), 'crampwise-release-'))
try {
  const built = await buildTwice(folder)
  report('reproducible', built.result)
  if (built.tarball === undefined) {
    report('package', failed('There is no package to look at.'))
  } else {
    report('contents', checkContents(built.info))
    const list = join(built.folder, 'dist/web/licenses.md')
    const inPage = existsSync(list) ? bundled(readFileSync(list, 'utf8')) : []
    report(
      'page',
      inPage.length === 0
        ? failed('The page does not say what is bundled into it (dist/web/licenses.md).')
        : checkLicenses(inPage),
    )
    report('imports', checkImports(built.folder))
    report('publint', await checkEntryPoints(built.tarball))
    report('types', await checkTypes(built.tarball))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
say(hasFailed ? '\nNot fit to be released: see above.' : '\nWhat was run is fit to be released.')
process.exitCode = hasFailed ? 1 : 0
