import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`

/** Every script and style of the built page, largest first; nothing where it is not built. */
export const bundleSizes = (dist) => {
  const folder = join(dist, 'web/assets')
  if (!existsSync(folder)) return undefined
  return readdirSync(folder)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => {
      const content = readFileSync(join(folder, name))
      return {
        // The hash in a name changes with every build.
        name: name.replace(/-[\w-]{8}(\.\w+)$/, '$1'),
        raw: content.length,
        gzip: gzipSync(content, { level: 9 }).length,
        brotli: brotliCompressSync(content).length,
      }
    })
    .sort((a, b) => b.raw - a.raw)
}

/** Those sizes as a table. */
export const sizeTable = (sizes) =>
  [
    '| File of the page | As it is | gzip | Brotli |',
    '| --- | --: | --: | --: |',
    ...sizes.map(
      ({ name, raw, gzip, brotli }) =>
        `| \`${name}\` | ${kilobytes(raw)} | ${kilobytes(gzip)} | ${kilobytes(brotli)} |`,
    ),
  ].join('\n')

/** The bytes of all files below a folder. */
export const folderSize = (folder) =>
  existsSync(folder)
    ? kilobytes(
        readdirSync(folder, { recursive: true })
          .map((name) => statSync(join(folder, name)))
          .reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0),
      )
    : undefined
