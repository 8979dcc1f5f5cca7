import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { testFiles } from './src/apps/cli/export-sources.ts'
import { buildData } from './src/apps/web/build-data.ts'

const web = fileURLToPath(new URL('src/apps/web/', import.meta.url))
const publicFolder = join(web, 'public')

/**
 * Not for use without a network: a launch needs one, and its page names the servers of one site; and
 * the licenses are no part of the page.
 */
const notKept = ['launch.html', 'licenses.md', 'sw.js']

const hash = (content: string | Uint8Array, form: 'base64' | 'hex'): string =>
  createHash('sha256').update(content).digest(form)

/** Writes into the service worker which files it keeps, each with the hash of its content. */
const listForOffline = (): Plugin => ({
  name: 'list-for-offline',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = Object.values(bundle).map(
        (file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const,
      )
      const copied = readdirSync(publicFolder).map(
        (file) => [file, readFileSync(join(publicFolder, file))] as const,
      )
      const files = [...built, ...copied]
        .filter(([file]) => !notKept.includes(file))
        .map(([file, content]) => [file, hash(content, 'base64')] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1))
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk' || !files.some(([file]) => file === 'index.html')) {
        throw new Error('The build has no sw.js, or no index.html for it to keep.')
      }
      const list = JSON.stringify(files)
      worker.code = worker.code
        .replaceAll('__CRAMPWISE_FILES__', () => list)
        .replaceAll('__CRAMPWISE_BUILD__', () => JSON.stringify(hash(list, 'hex').slice(0, 16)))
    },
  },
})

/** What a module imports when it is loaded, and all that this imports in turn. */
const reached = (
  from: string,
  importsOf: (id: string) => readonly string[],
  found = new Set<string>(),
): ReadonlySet<string> => {
  if (found.has(from)) return found
  found.add(from)
  for (const id of importsOf(from)) reached(id, importsOf, found)
  return found
}

/** What is known of the modules of a build. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

/** One file for what the page needs at once: in many small ones it would compress less well. */
const startFile = (id: string, modules: Modules): string | null => {
  const start = reached(
    join(web, 'app.tsx'),
    (one) => modules.getModuleInfo(one)?.importedIds ?? [],
  )
  return start.has(id) ? 'start' : null
}

/** What the service answers itself. */
const ofService =
  '^/(cds-services.*|fhir/.*|docs/.*|assess|plan/(titration|taper|magnesium|monitoring)|openapi.json|smart.json)$'

/** The workbench, as one static folder that any web server can serve from any path. */
export default defineConfig({
  root: web,
  base: './',
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [
    buildData((await Promise.all(['src', 'test'].map(testFiles))).flat()),
    listForOffline(),
  ],
  // In development the service is a neighbour: the page and what it serves have one origin, as when built.
  server: { proxy: { [ofService]: 'http://127.0.0.1:8080' } },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the page forbids it.
    assetsInlineLimit: 0,
    // What is bundled is passed on: its licenses come with it.
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      input: {
        index: join(web, 'index.html'),
        launch: join(web, 'launch.html'),
        sw: join(web, 'offline/worker.ts'),
      },
      output: {
        codeSplitting: { groups: [{ name: startFile, debugName: 'start' }] },
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
