import { useEffect, useState } from 'react'
import { useCatalog } from '../messages/words.ts'

const catalog = {
  ready: 'A newer version of this page is ready.',
  use: 'Use it now: clears what is entered here',
}

/** The build says whether this is a page in development. */
declare global {
  interface ImportMeta {
    readonly env: { readonly PROD: boolean }
  }
}

/** Calls with the worker of a newer version once it has all its files and waits. */
const watchForUpdate = async (found: (waiting: ServiceWorker) => void): Promise<void> => {
  const registration = await navigator.serviceWorker.register('./sw.js', {
    scope: './',
    updateViaCache: 'none',
  })
  const look = (): void => {
    // Without a controller this is the first version, and it replaces nothing.
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) {
      found(registration.waiting)
    }
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
}

const afterLoad = (work: () => void): void => {
  if (document.readyState === 'complete') work()
  else window.addEventListener('load', work, { once: true })
}

/**
 * Keeps the page for use without a network, and says when a newer version is ready. It is never changed
 * by itself: rules must not change while somebody reads a plan.
 */
export const UpdateLine = () => {
  const words = useCatalog(catalog)
  const [waiting, setWaiting] = useState<ServiceWorker>()
  useEffect(() => {
    // Over plain http to another machine browsers have no workers; a page in development wants none.
    if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
    afterLoad(() => {
      // Where the browser refuses to keep the page, it is used with a network as before.
      watchForUpdate(setWaiting).catch(() => undefined)
    })
  }, [])
  if (waiting === undefined) return null
  return (
    <p className="update-line" role="status">
      {words.ready}{' '}
      <button
        type="button"
        onClick={() => {
          navigator.serviceWorker.addEventListener('controllerchange', () => {
            window.location.reload()
          })
          waiting.postMessage('use-now')
        }}
      >
        {words.use}
      </button>
    </p>
  )
}
