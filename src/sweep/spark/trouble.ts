import type { Trouble } from '../trouble.ts'

const causes: readonly (readonly [pattern: RegExp, message: string, remedy: string])[] = [
  [
    /status 12[67]|command not found/i,
    'The reader is not there on a worker.',
    'Install crampwise (and Node) on every worker, or name the command with --reader.',
  ],
  [
    /script is for version/i,
    'The reader on a worker is of another version.',
    'Install the version on every worker that this is.',
  ],
  [
    /exited with status|Stream closed|Broken pipe/i,
    'The reader on a worker ended before its time.',
    'See that "crampwise --version" runs on every worker, and look at the logs of the executors.',
  ],
  [
    /PATH_NOT_FOUND|Path does not exist/i,
    'Spark does not find an input: every worker must see it under the same path.',
    'Put it on storage that the whole cluster shares, and check the address.',
  ],
  [
    /TABLE_OR_VIEW_NOT_FOUND/i,
    'Spark does not know a table.',
    'Check its name, and give the catalog with --spark-conf where it needs one.',
  ],
  [
    /DATA_SOURCE_NOT_FOUND|Failed to find (the )?data source/i,
    'Spark cannot read tables of this kind.',
    'Give it what reads them: --spark-conf spark.jars.packages=…',
  ],
  [
    /All masters are unresponsive|Could not connect to|Invalid master|Could not parse Master/i,
    'There is no cluster at the address of --master.',
    'Check the address, such as spark://HOST:7077, and that its master runs.',
  ],
  [
    /JAVA_HOME is not set|UnsupportedClassVersionError|java: not found/i,
    'Spark finds no Java that it can use.',
    'Install Java 17 or newer and set JAVA_HOME.',
  ],
  [
    /No space left on device/i,
    'A disk is full.',
    'Make room, or set spark.local.dir to a folder on a larger disk with --spark-conf.',
  ],
  [
    /OutOfMemoryError|Container killed/i,
    'A worker has too little memory.',
    'Give it more: --spark-conf spark.executor.memory=4g',
  ],
]

/** Lines that say why, rather than where in the program. */
const telling = /Caused by|Exception|ERROR|Error|\[[A-Z_.]+\]|status \d+/

/** Why Spark failed, by its exit code and the last lines of its log. */
export const causeOf = (code: number, log: readonly string[]): Omit<Trouble, 'where'> => {
  const all = log.join('\n')
  const known = causes.find(([pattern]) => pattern.test(all))
  const lines = log.filter((line) => telling.test(line) && !/^\s+at /.test(line))
  const bare = (lines.length > 0 ? lines : log).map((line) =>
    line.replace(/^\s*(Caused by: )?/, '').slice(0, 300),
  )
  const told = [...new Set(bare)].slice(-5)
  const ended = `Spark ended with code ${String(code)}. Its log says last:\n    ${told.join('\n    ')}`
  return known === undefined
    ? { message: ended, remedy: 'Look at the log of the application for what went wrong.' }
    : { message: `${known[1]} ${ended}`, remedy: known[2] }
}
