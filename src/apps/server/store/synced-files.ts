import fs from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The parts of the embedded database's file system that are added to. */
interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: { readonly nfd?: number }) => number }
}

/**
 * A folder as the disk of the embedded database. As it comes, a request to force a file to the disk is
 * answered without doing so; here it is done, so that what was committed survives a loss of power too.
 */
export const syncedFiles = (folder: string): NodeFS => {
  const files = new NodeFS(folder)
  const init = files.init.bind(files)
  files.init = async (database, options) => {
    const begun = await init(database, options)
    return {
      ...begun,
      emscriptenOpts: {
        ...begun.emscriptenOpts,
        preRun: [...(begun.emscriptenOpts.preRun ?? []), forceFiles],
      },
    }
  }
  return files
}

const forceFiles = (module: object): void => {
  const { NODEFS } = module as { readonly NODEFS: NodeFiles }
  NODEFS.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fs.fsyncSync(nfd)
    return 0
  }
}
