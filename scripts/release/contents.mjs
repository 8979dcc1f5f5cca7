import { unless } from './result.mjs'

/** What the package may hold. A file that none of these allows is not published by accident. */
const allowed = [
  /^(package\.json|README\.md|CHANGELOG\.md|GLOSSARY\.md|LICENSE|NOTICE)$/,
  /^dist\/(index|record|calendars|sweep|sweep-worker)\.(js|d\.ts)$/,
  /^dist\/(assess|fhir|guideline|logic|outputs|plan|proof|sweep)\/.+\.(js|d\.ts)$/,
  /^dist\/apps\/(cli|server|docs)\/.+\.(js|d\.ts)$/,
  /^deploy\/(Containerfile|crampwise\.service)$/,
  /^dist\/man\/crampwise\.1$/,
  /^dist\/completion\/(crampwise\.bash|_crampwise|crampwise\.fish)$/,
  /^dist\/docs\/.+\.(html|css|js|svg|png)$/,
  /^dist\/web\/.+\.(html|css|js|svg|png|webmanifest|wasm|json|md)$/,
  /^examples\/.+\.(json|ndjson|md)$/,
  /^exports\/.+\.(md|json|cql|sql|svg)$/,
  /^exports\/fhir-package\/package\/\.index\.json$/,
]

const forbidden =
  /\.test\.|\.test-support\.|\.map$|(^|\/)\.(?!index\.json$)|node_modules|\.(pem|key|env)$/

/** What a user of the package could not do without. */
const needed = [
  ...['package.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md'],
  ...['dist/index.js', 'dist/index.d.ts', 'dist/record.js', 'dist/calendars.js'],
  ...['dist/sweep.js', 'dist/sweep-worker.js'],
  ...['dist/apps/cli/main.js', 'dist/man/crampwise.1', 'dist/completion/crampwise.bash'],
  ...[
    'deploy/crampwise.service',
    'dist/web/index.html',
    'dist/docs/index.html',
    'exports/definition.json',
  ],
]

/** Bytes packed and unpacked beyond which somebody should ask why. */
const most = { size: 4_000_000, unpackedSize: 16_000_000 }

/** Checks what `npm pack --json` says of a package against the list of what it may and must hold. */
export const checkContents = ({ files, size, unpackedSize }) => {
  const paths = files.map(({ path }) => path)
  const places = [
    ...paths
      .filter((path) => forbidden.test(path) || !allowed.some((pattern) => pattern.test(path)))
      .map((path) => `not allowed: ${path}`),
    ...needed.filter((path) => !paths.includes(path)).map((path) => `missing: ${path}`),
    ...(size > most.size ? [`too large: ${String(size)} bytes packed`] : []),
    ...(unpackedSize > most.unpackedSize ? [`too large: ${String(unpackedSize)} bytes`] : []),
  ]
  return unless(
    places,
    `${String(paths.length)} files, ${String(Math.round(size / 1000))} KB packed, ${String(Math.round(unpackedSize / 1000))} KB unpacked; all are on the list.`,
    'The package holds what it should not, or lacks what it must have.',
  )
}
