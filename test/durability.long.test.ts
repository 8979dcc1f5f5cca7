import { expect, test } from 'vitest'
import { openStore } from '../src/apps/server/store/open.ts'
import { surviveKilling } from './durability.test-support.ts'
import { newFolder, runCommand } from './serving.test-support.ts'

test('embedded: no feedback that was acknowledged is lost when the service is killed', async () => {
  const folder = newFolder()
  const acknowledged = await surviveKilling({
    config: { data: folder },
    place: { folder },
    rounds: 5,
  })
  expect(acknowledged).toBeGreaterThan(100)
})

test('embedded: a service that is killed while it makes its store starts the next time', async () => {
  const folder = newFolder()
  for (const milliseconds of [800, 2000, 4000]) {
    const running = runCommand(['serve', '--port', '0', '--data', folder])
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    await running.end('SIGKILL')
  }
  const store = await openStore({ folder })
  expect(store).not.toHaveProperty('problem')
  if ('close' in store) await store.close()
})
