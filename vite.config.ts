import { defineConfig } from 'vite'

const page = (name: string): string =>
  new URL(`src/apps/web/${name}.html`, import.meta.url).pathname

/** The workbench, as one static folder that any web server can serve from any path. */
export default defineConfig({
  root: new URL('src/apps/web', import.meta.url).pathname,
  base: './',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: new URL('dist/web', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the page forbids it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: { input: { index: page('index') } },
  },
})
