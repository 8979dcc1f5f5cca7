import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { bashCompletion } from './shell/bash.ts'
import { fishCompletion } from './shell/fish.ts'
import { manualPage } from './shell/manual.ts'
import { allOf, shapeOf } from './shell/shape.ts'
import { zshCompletion } from './shell/zsh.ts'

const program = shapeOf(commands())
const folder = mkdtempSync(join(tmpdir(), 'crampwise-shell-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeAll(() => {
  writeFileSync(join(folder, 'a patient.json'), '{}')
  mkdirSync(join(folder, 'records'))
  writeFileSync(join(folder, 'crampwise.bash'), bashCompletion(program))
  writeFileSync(join(folder, '_crampwise'), zshCompletion(program))
  writeFileSync(join(folder, 'crampwise.fish'), fishCompletion(program))
})

const run = (shell: string, args: readonly string[]): readonly string[] => {
  const { stdout, stderr } = spawnSync(shell, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, TERM: 'xterm' },
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => line !== '')
}

const inBash = (typed: readonly string[]) =>
  run('bash', [
    ...['--norc', '--noprofile', '-c'],
    'source ./crampwise.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _crampwise 2>/dev/null; printf "%s\\n" "${COMPREPLY[@]}"',
    'bash',
    ...typed,
  ])

const inFish = (typed: readonly string[]) =>
  run('fish', ['-N', '-c', `source ./crampwise.fish; complete -C '${typed.join(' ')}'`]).map(
    (line) => line.split('\t')[0] ?? '',
  )

/** Prints what zsh's completion system would offer, in place of a list for the eye. */
const zshSettings = `
PS1= PS2=
fpath=($PWD $fpath)
autoload -U compinit
compinit -u -d ./dump
compadd() {
  if [[ " \${(j: :)@[1,(i)(-|--)]} " == *' -'[[:alpha:]]#[OAD]' '* ]]; then
    builtin compadd "$@"
    return
  fi
  local -a offers
  builtin compadd -O offers "$@"
  (( $#offers )) && print -rl -- "offer:"$^offers
  builtin compadd "$@"
}
setopt extended_glob
offer-all() { _main_complete; print -r -- ':OFFERED' }
zle -C offer complete-word offer-all
bindkey '^O' offer
print BEGUN
`

const zshSession = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'stty -echo; source ./settings.zsh'
zpty -r -m z text '*BEGUN*'
zpty -w -n z "$1"$'\\x0f'
zpty -r -m z text '*:OFFERED*'
print -r -- "$text"
`

/** Types a line into a zsh of its own, and asks its completion system. */
const inZsh = (typed: readonly string[]) => {
  writeFileSync(join(folder, 'settings.zsh'), zshSettings)
  return run('zsh', ['-f', '-c', zshSession, 'zsh', typed.join(' ')])
    .map((line) => /offer:(.*?)\r*$/.exec(line)?.[1] ?? '')
    .filter((offer) => offer !== '')
}

const shells = [
  ['bash', inBash],
  ['zsh', inZsh],
  ['fish', inFish],
] as const

describe.each(shells)('in %s', (_shell, offered) => {
  test('each command is offered', () => {
    const all = program.commands.map(({ path }) => path[0])
    expect(offered(['crampwise', ''])).toEqual(expect.arrayContaining(all))
  })

  test('a command that was begun is ended', () => {
    expect(offered(['crampwise', 'expl'])).toEqual(['explain'])
  })

  test('the calendars are offered after plan', () => {
    expect([...offered(['crampwise', 'plan', 't'])].sort()).toEqual(['taper', 'titration'])
  })

  test('options are those of the command alone', () => {
    const options = offered(['crampwise', 'plan', 'taper', '--'])
    expect(options).toEqual(expect.arrayContaining(['--every', '--strengths']))
    expect(options).not.toContain('--nights')
  })

  test('a file is offered where one is read, also one with a space in its name', () => {
    expect(offered(['crampwise', 'assess', 'a']).join()).toMatch(/a\\? patient\.json/)
    expect(offered(['crampwise', 'serve', '--config', 'rec']).join()).toMatch(/^records/)
  })

  test('a statement is offered where one is explained', () => {
    expect(offered(['crampwise', 'explain', 'no-increase-mod'])).toEqual([
      'no-increase-moderate-renal',
    ])
  })
})

describe('the manual page', () => {
  const roff = manualPage(program, '0.1.0')
  writeFileSync(join(folder, 'crampwise.1'), roff)

  test('is set by groff without a warning', () => {
    const args = ['-man', '-Tutf8', '-ww', '-z', 'crampwise.1']
    const { status, stderr } = spawnSync('groff', args, { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test('shows each command with each of its options', () => {
    const shown = run('groff', ['-man', '-Tascii', '-P-c', '-P-b', '-P-u', 'crampwise.1']).join(
      '\n',
    )
    const missing = allOf(program).flatMap(({ path, options }) =>
      [path.join(' '), ...options.flatMap(({ names }) => names)].filter(
        (words) =>
          words !== '' && !/^(-h|--help|-V|--version)$/.test(words) && !shown.includes(words),
      ),
    )
    expect(missing).toEqual([])
  })
})
