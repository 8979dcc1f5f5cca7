import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** The folders that know `src/logic` and nothing of each other. */
const middle = ['guideline', 'outputs', 'plan', 'fhir', 'sweep', 'proof']

/** The folders that run in a browser too, and so cannot touch the machine. */
const anywhere = ['logic', 'guideline', 'plan', 'fhir', 'assess']

/** How deep below a folder its files may lie; the rules are written out for each depth. */
const depths = [0, 1, 2, 3]

/** What test files may use besides what their folder may. */
const testTools = 'vitest$|fast-check$'

/** The package by its own name would be a way around the boundaries. */
const self = '^crampwise(/|$)'

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.test-d.ts', '**/*.test-support.ts']

/** Refuses imports, exports, dynamic imports and types of modules whose name matches. */
const refuse = (files, regex, message, ignores = []) => {
  const name = `Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression > ${name}`, message },
        { selector: `TSImportType > ${name}`, message },
        { selector: `TSImportType > TSLiteralType > ${name}`, message },
      ],
    },
  }
}

const below = (folder, depth) => [`src/${folder}/${'*/'.repeat(depth)}*.{ts,tsx}`]

/** Out of a folder leads only to what is named; other relative imports stay inside it. */
const mayImport = (folder, names, message, packages) =>
  depths.flatMap((depth) => {
    const up = '(\\.\\./)'.concat(`{${String(depth + 1)}}`)
    const out = names.length === 0 ? `^${up}` : `^${up}(?!(${names.join('|')})/)`
    const code = packages === 'none' ? '^[^.]' : anywhere.includes(folder) ? `^node:|${self}` : self
    const test = packages === 'none' ? `^(?!\\.|${testTools})` : self
    return [
      refuse(below(folder, depth), `${out}|${code}`, message, tests),
      refuse(
        tests.map((pattern) => `src/${folder}/${'*/'.repeat(depth)}${pattern.slice(3)}`),
        `${out}|${test}`,
        message,
      ),
    ]
  })

/** The commands that start the service or ask its store: the only door between two apps. */
const commandsOfService = ['src/apps/cli/serve.ts', 'src/apps/cli/feedback.ts']

const boundaries = [
  ...mayImport('logic', [], 'src/logic imports nothing.', 'none'),
  ...mayImport('guideline', ['logic'], 'src/guideline imports only src/logic.', 'none'),
  ...middle
    .filter((folder) => folder !== 'guideline')
    .flatMap((folder) =>
      mayImport(folder, ['logic'], `src/${folder} imports of ours only src/logic.`),
    ),
  ...mayImport(
    'assess',
    ['logic', ...middle],
    'src/assess imports of ours only src/logic and the middle folders, and runs in a browser.',
  ),
  refuse(['src/*.ts'], `^\\./apps/|^\\.\\./|^node:|${self}`, 'The library does not know its apps.'),
  ...depths.map((depth) =>
    refuse(
      below('apps/*', depth),
      `^(\\.\\./){${String(depth + 1)}}(?!\\.\\./)|(\\.\\./)+apps/|^(\\.\\./)+test/`,
      'An app imports no other app.',
      commandsOfService,
    ),
  ),
  refuse(
    commandsOfService,
    `^\\.\\./(?!\\.\\./|server/)|(\\.\\./)+apps/|^(\\.\\./)+test/`,
    'Of other apps these commands import only the service.',
  ),
]

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'reports/', '.stryker-tmp/', 'exports/', '**/*.d.ts']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/strict-boolean-expressions': [
        'error',
        { allowString: false, allowNumber: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `fold<void>` is how a condition is walked.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'performance', 'URL', 'fetch', 'setTimeout', 'Buffer'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  { files: ['third-party/**/*.js'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'max-lines': ['error', 250] } },
  { files: ['src/apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  ...boundaries,
)
