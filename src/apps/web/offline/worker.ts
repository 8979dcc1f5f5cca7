/** What of a service worker's own world is used here; the page's types know none of it. */
interface Worker {
  readonly registration: { readonly scope: string }
  readonly clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: (name: string, heard: (event: WorkerEvent) => void) => void
}

interface WorkerEvent {
  readonly request: Request
  readonly data: unknown
  waitUntil: (work: Promise<unknown>) => void
  respondWith: (answer: Promise<Response>) => void
}

/** Every built file below the page's folder with the SHA-256 of its content in base64; the build writes it here. */
declare const __CRAMPWISE_FILES__: readonly (readonly [file: string, hash: string])[]

/** A name for exactly these files; the build writes it here. */
declare const __CRAMPWISE_BUILD__: string

const worker = self as unknown as Worker
const files = __CRAMPWISE_FILES__
const { scope } = worker.registration
// The caches of an origin are shared by all its folders.
const prefix = `crampwise ${scope} `
const name = `${prefix}${__CRAMPWISE_BUILD__}`
const address = (file: string): string => new URL(file, scope).href
const page = address('index.html')
const listed = new Set(files.map(([file]) => address(file)))

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))

/** Fetches one file; what is not, to the byte, the file that was built is no part of this version. */
const fetchBuilt = async ([file, hash]: readonly [string, string]): Promise<Response> => {
  // A server may send "index.html" on to its folder, and a page must not come from a redirect.
  const from = file === 'index.html' ? scope : address(file)
  const cache = file.startsWith('assets/') ? 'default' : 'reload'
  const answer = await fetch(from, { cache, credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${file} cannot be fetched (${String(answer.status)}).`)
  const content = await answer.arrayBuffer()
  if (base64(await crypto.subtle.digest('SHA-256', content)) !== hash) {
    throw new Error(`${file} is not the file that was built with this version.`)
  }
  // The headers stay: among them is who may frame the page.
  const headers = new Headers(answer.headers)
  for (const one of ['content-encoding', 'content-length']) headers.delete(one)
  return new Response(content, { headers })
}

/** All files or none: a version that is half there is never used. */
const install = async (): Promise<void> => {
  const built = await Promise.all(
    files.map(async (one) => [address(one[0]), await fetchBuilt(one)] as const),
  )
  const cache = await caches.open(name)
  await Promise.all(built.map(([url, answer]) => cache.put(url, answer)))
}

/** The version before stays too: another window may still show it, and load a screen of it. */
const activate = async (): Promise<void> => {
  const own = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name)
  await Promise.all(own.slice(0, -1).map((one) => caches.delete(one)))
  await worker.clients.claim()
}

const kept = async (url: string): Promise<Response | undefined> => {
  const match = { ignoreVary: true }
  const cache = await caches.open(name)
  return (await cache.match(url, match)) ?? (await caches.match(url, match))
}

worker.addEventListener('install', (event) => {
  event.waitUntil(install())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})

worker.addEventListener('message', ({ data }) => {
  if (data === 'use-now') void worker.skipWaiting()
})

// Everything else goes to the network as if there were no worker: what a record system answers is never kept.
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const [url = ''] = request.url.split(/[?#]/)
  const isPage = request.mode === 'navigate' && (url === scope || url === page)
  const isBuilt = listed.has(url) || url.startsWith(address('assets/'))
  if (request.method !== 'GET' || !(isPage || (isBuilt && request.mode !== 'navigate'))) return
  event.respondWith(kept(isPage ? page : url).then((found) => found ?? fetch(request)))
})
