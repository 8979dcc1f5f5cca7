import {
  createLibrarySourceProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm'
import { SystemModelInfoProvider } from '@cqframework/cql/cql'
import * as exported from '@cqframework/cql/engine'
import { KtList, KtMap, KtMutableMap, KtMutableSet } from '@cqframework/cql/kotlin-kotlin-stdlib'
import { BigDecimal } from '@cqframework/cql/shared'
import type { Definition } from '../../src/logic/definition.ts'
import { cqlLibrary, cqlLibraryName, cqlParameters, holdsName } from '../../src/outputs/cql.ts'
import type { CqlValue } from '../../src/outputs/cql.ts'
import { truthOfNullable } from './engine.ts'
import type { Engine } from './engine.ts'

/** A value of the engine; opaque here. */
type Value = object

/** What is used of the engine. Its own types take List and Tuple for the parts of ELM of those names. */
interface Values {
  readonly Boolean: new (value: boolean) => { readonly value: boolean }
  readonly Decimal: new (value: BigDecimal) => Value
  readonly String: new (value: string) => Value
  readonly List: new (of: unknown) => Value
  readonly Tuple: new () => { readonly withElements: (of: unknown) => Value }
}

const values = exported as unknown as Values

const simple = (value: boolean | number | string): Value =>
  typeof value === 'boolean'
    ? new values.Boolean(value)
    : typeof value === 'number'
      ? new values.Decimal(BigDecimal.fromString(String(value)))
      : new values.String(value)

const valueOf = (value: CqlValue): Value | null => {
  if (value === null) return null
  if (typeof value === 'boolean') return simple(value)
  if (Array.isArray(value)) {
    return new values.List(KtList.fromJsArray((value as readonly string[]).map(simple)))
  }
  const elements = Object.entries(value) as [string, boolean | number | null][]
  return new values.Tuple().withElements(
    KtMutableMap.fromJsMap(
      new Map(elements.map(([name, part]) => [name, part === null ? null : simple(part)])),
    ),
  )
}

/** The reference engine of the CQL framework, run on the CQL text. */
export const cqlReference = (
  definition: Definition,
  plant: (cql: string) => string = (cql) => cql,
): Engine => {
  const name = cqlLibraryName(definition)
  const text = plant(cqlLibrary(definition))
  const models = new ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider())
  const manager = new LibraryManager(models)
  manager.librarySourceLoader.registerProvider(
    createLibrarySourceProvider((id): unknown => (id === name ? stringAsSource(text) : null)),
  )
  const caching = KtMutableSet.fromJsSet(
    new Set([exported.CqlEngine.Options.EnableExpressionCaching]),
  )
  const environment = new exported.Environment(manager)
  const names = definition.statements.map(holdsName)

  return {
    name: '@cqframework/cql',
    ask: (patients) =>
      Promise.resolve(
        patients.map((patient) => {
          const asked = new exported.EvaluationParams.LibraryParams.Builder()
          asked.expressionsByName(names)
          const builder = new exported.EvaluationParams.Builder()
          builder.libraryByName(name, asked.build())
          const parameters = Object.entries(cqlParameters(definition, patient))
          builder.parameters = KtMap.fromJsMap(
            new Map(parameters.map(([id, value]) => [id, valueOf(value)])),
          ) as typeof builder.parameters
          const results = new exported.CqlEngine(environment, caching).evaluate(
            builder.build(),
          ).onlyResultOrThrow
          return names.map((expression) => {
            const value: unknown = results.getByName(expression)?.value
            return truthOfNullable(value instanceof values.Boolean ? value.value : value)
          })
        }),
      ),
  }
}
