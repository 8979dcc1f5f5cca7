import { failed, notRun, ok } from './result.mjs'
import { spawnSync } from 'node:child_process'
import { root } from '../setup.mjs'

/** Severities for which a package that is passed on is not released. */
const refused = ['high', 'critical']

/** What npm's answer means: advisories are one thing, a registry that has none to give another. */
export const readAudit = (text) => {
  let answer
  try {
    answer = JSON.parse(text)
  } catch {
    return notRun('NOT AUDITED: npm gave no answer that can be read.')
  }
  if (answer.vulnerabilities === undefined) {
    const why = /\d{3} [A-Z][\w ]+/.exec(String(answer.message ?? ''))?.[0] ?? 'no reason given'
    return notRun(
      `NOT AUDITED: the registry in use cannot audit (${why.trim()}). Ask one that can: npm audit --omit=dev --registry URL.`,
    )
  }
  const found = Object.values(answer.vulnerabilities)
  const bad = found.filter(({ severity }) => refused.includes(severity))
  const places = bad.map(({ name, severity }) => `${name}: ${severity}`)
  if (places.length > 0) return failed('Packages that are passed on have known weaknesses.', places)
  return ok(
    found.length === 0
      ? 'No package that is passed on has a known weakness.'
      : `${String(found.length)} weaknesses below "high": note them in the release.`,
  )
}

/** Asks the registry for known weaknesses of what is passed on. */
export const audit = () => {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  return readAudit(stdout)
}
