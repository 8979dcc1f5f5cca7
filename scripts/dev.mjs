import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, installDependencies, root, say } from './setup.mjs'

checkNode()
await installDependencies()

/** The service from source, which the page in development is a neighbour of. */
const service = spawn(
  process.execPath,
  ['--watch', '--import', 'tsx', 'src/apps/cli/main.ts', 'serve', '--profile', 'dev'],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], detached: true },
)
// Loaded late: on a fresh clone there is nothing to load before it is installed.
const { createServer } = await import('vite')
const page = await createServer({
  configFile: join(root, 'vite.config.ts'),
  server: { host: '127.0.0.1', port: 5173 },
})
await page.listen()
const [address] = page.resolvedUrls?.local ?? []
say(`
The page, as it is being written:  ${address}
The service behind it:             http://127.0.0.1:8080/
Both follow what is saved. End them with Ctrl+C.`)

const stop = async () => {
  service.kill('SIGTERM')
  await page.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
service.once('exit', (code) => {
  if (code !== null && code !== 0) say('The service ended: see above. The page goes on without it.')
})
