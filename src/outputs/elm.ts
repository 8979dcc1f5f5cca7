/** A library as ELM JSON: what engines run. */
export interface ElmLibrary {
  readonly library: Readonly<Record<string, unknown>> & {
    readonly identifier: { readonly id: string; readonly version?: string }
  }
}

/** Something the translator objects to, with its place in the text. */
export interface CqlFault {
  readonly severity: 'error' | 'warning'
  readonly library: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** What a translation made. Where a fault is an error the library must not be run. */
export interface Translated {
  readonly elm: ElmLibrary
  readonly faults: readonly CqlFault[]
}

/** What a library may draw on besides its own text. */
export interface TranslateOptions {
  /** The texts of the libraries it includes, by name. */
  readonly libraries?: Readonly<Record<string, string>>
  /** The model info of FHIR R4, as XML: for a library that reads a record. */
  readonly fhirModelInfo?: string
}

/** Translates one text with the same set-up; loading the model once. */
export type Translator = (cql: string) => Translated

/**
 * Readies the reference translator. It is loaded here and only here: it is large, and needed only
 * where libraries are made.
 */
export const translator = async (options: TranslateOptions = {}): Promise<Translator> => {
  const [toElm, { SystemModelInfoProvider }] = await Promise.all([
    import('@cqframework/cql/cql-to-elm'),
    import('@cqframework/cql/cql'),
  ])
  const { CqlCompilerOptions, CqlTranslator, LibraryManager, ModelManager, stringAsSource } = toElm
  const { DisableListDemotion, DisableListPromotion } = CqlCompilerOptions.Options
  const models = new ModelManager()
  const model = (id: string): unknown =>
    id === 'FHIR' && options.fhirModelInfo !== undefined
      ? stringAsSource(options.fhirModelInfo)
      : null
  models.modelInfoLoader.registerModelInfoProvider(toElm.createModelInfoProvider(model), true)
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider())
  const source = (id: string): unknown => {
    const text = options.libraries?.[id]
    return text === undefined ? null : stringAsSource(text)
  }
  return (cql) => {
    // Without annotations and locators the same text makes the same bytes, and far fewer.
    const compiler = new CqlCompilerOptions()
    compiler.setOptions([DisableListDemotion, DisableListPromotion])
    const manager = new LibraryManager(models, compiler)
    manager.librarySourceLoader.registerProvider(toElm.createLibrarySourceProvider(source))
    const made = quietly(() => CqlTranslator.fromText(cql, manager).toJson())
    return { elm: withoutNotes(made), faults: faultsOf(JSON.parse(made) as ElmLibrary) }
  }
}

/** Translates one library. */
export const translate = async (cql: string, options: TranslateOptions = {}): Promise<Translated> =>
  (await translator(options))(cql)

/**
 * The translator greets on standard output, where the answer of a command stands: what it says goes
 * to standard error.
 */
const quietly = <T>(work: () => T): T => {
  const { stdout, stderr } = process
  const write = stdout.write.bind(stdout)
  stdout.write = stderr.write.bind(stderr)
  try {
    return work()
  } finally {
    stdout.write = write
  }
}

interface Note {
  readonly type: string
  readonly libraryId?: string
  readonly startLine?: number
  readonly startChar?: number
  readonly message?: string
  readonly errorSeverity?: string
}

const notesOf = ({ library }: ElmLibrary): readonly Note[] =>
  (library['annotation'] as readonly Note[] | undefined) ?? []

const faultsOf = (elm: ElmLibrary): readonly CqlFault[] =>
  notesOf(elm)
    .filter(({ type }) => type === 'CqlToElmError')
    .map(({ libraryId, startLine, startChar, message, errorSeverity }) => ({
      severity: errorSeverity === 'warning' ? 'warning' : 'error',
      library: libraryId ?? elm.library.identifier.id,
      line: startLine ?? 0,
      column: startChar ?? 0,
      message: message ?? 'no reason given',
    }))

/** The library without what the translator says of itself and of the text. */
const withoutNotes = (made: string): ElmLibrary =>
  JSON.parse(made, (key, value: unknown) =>
    key === 'annotation' ? undefined : value,
  ) as ElmLibrary
