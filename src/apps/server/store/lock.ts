import { randomBytes } from 'node:crypto'
import { closeSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { join } from 'node:path'

/** A data folder that belongs to this process until it is released, or until the process ends. */
export interface FolderLock {
  readonly release: () => Promise<void>
}

/** Answers one line that another process on this machine sent through the lock. */
export type Answer = (question: string) => Promise<string>

const tries = 20
const longest = 64 * 1024

/**
 * Takes a data folder for this process, or says that another process has it. The lock is a local
 * socket: the kernel closes it with its process, so that a lock left by a killed process is known as
 * such, in containers too, where process ids tell nothing. It answers questions of other processes,
 * such as a report.
 */
export const lockFolder = async (folder: string, answer: Answer): Promise<FolderLock | 'held'> => {
  const place = socketPlace(folder)
  const own = `lock-${randomBytes(4).toString('hex')}`
  const server = await listen(place.path(own), answer)
  const release = async (): Promise<void> => {
    rmSync(join(folder, 'lock'), { force: true })
    await close(server)
    place.close()
  }
  const giveUp = async (): Promise<'held'> => {
    await close(server)
    place.close()
    return 'held'
  }
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (linked(join(folder, own), join(folder, 'lock'))) {
      rmSync(join(folder, own), { force: true })
      return { release }
    }
    if (await isAnswered(place.path('lock'))) return giveUp()
    // The lock was left behind. Whoever moves it away may look whether it still is the one it saw.
    const stale = `stale-${randomBytes(4).toString('hex')}`
    if (!moved(join(folder, 'lock'), join(folder, stale))) continue
    const isAlive = await isAnswered(place.path(stale))
    if (isAlive) linked(join(folder, stale), join(folder, 'lock'))
    rmSync(join(folder, stale), { force: true })
    if (isAlive) return giveUp()
  }
  return giveUp()
}

/** Asks the process that holds a folder, or tells that none does. */
export const askHolder = async (folder: string, question: string): Promise<string | undefined> => {
  const place = socketPlace(folder)
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      let answered = ''
      const socket = connect(place.path('lock'), () => socket.write(`${question}\n`))
      socket.setEncoding('utf8')
      socket.on('data', (text: string) => (answered += text))
      socket.on('end', () => {
        resolve(answered)
      })
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (isNobody(error)) resolve(undefined)
        else reject(error)
      })
    })
  } finally {
    place.close()
  }
}

const isNobody = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'ECONNREFUSED' || code === 'ENOENT'

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (isNobody(error)) resolve(false)
      else reject(error)
    })
  })

/** Paths of sockets are short; on Linux a long folder is reached by its open descriptor. */
const socketPlace = (
  folder: string,
): { readonly path: (name: string) => string; readonly close: () => void } => {
  if (process.platform !== 'linux') {
    return { path: (name) => join(folder, name), close: () => undefined }
  }
  const descriptor = openSync(folder, 'r')
  let isOpen = true
  return {
    path: (name) => `/proc/self/fd/${String(descriptor)}/${name}`,
    close: () => {
      if (isOpen) closeSync(descriptor)
      isOpen = false
    },
  }
}

const listen = (path: string, answer: Answer): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      serve(socket, answer)
    })
    server.on('error', reject)
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })

const serve = (socket: Socket, answer: Answer): void => {
  let asked = ''
  socket.setEncoding('utf8')
  socket.setTimeout(10_000, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('end', () => socket.end())
  socket.on('data', (text: string) => {
    asked += text
    const end = asked.indexOf('\n')
    if (asked.length > longest) socket.destroy()
    if (end < 0) return
    socket.removeAllListeners('data')
    answer(asked.slice(0, end)).then(
      (answered) => socket.end(answered),
      () => socket.destroy(),
    )
  })
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })

const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const moved = (from: string, to: string): boolean => {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
