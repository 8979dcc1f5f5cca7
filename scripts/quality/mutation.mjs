/** What Stryker calls a mutant that a test noticed, and one that none did. */
const noticed = ['Killed', 'Timeout']
const missed = ['Survived', 'NoCoverage']

const folderOf = (file) => file.split('/').slice(0, 2).join('/')

/** The mutation score by folder, from Stryker's report; nothing of what it does not hold. */
export const mutationScores = ({ files }) => {
  const folders = new Map()
  for (const [file, { mutants }] of Object.entries(files)) {
    const seen = folders.get(folderOf(file)) ?? { files: 0, noticed: 0, missed: 0 }
    const count = (states) => mutants.filter(({ status }) => states.includes(status)).length
    folders.set(folderOf(file), {
      files: seen.files + 1,
      noticed: seen.noticed + count(noticed),
      missed: seen.missed + count(missed),
    })
  }
  return [...folders]
    .map(([folder, counts]) => ({ folder, ...counts }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

/** Those scores as a table. */
export const mutationTable = (scores) =>
  [
    '| Folder | Files | Faults planted | Noticed | Score |',
    '| --- | --: | --: | --: | --: |',
    ...scores.map(({ folder, files, noticed: yes, missed: no }) => {
      const all = yes + no
      const score = all === 0 ? 'none planted' : `${((yes / all) * 100).toFixed(1)} %`
      return `| \`${folder}\` | ${String(files)} | ${String(all)} | ${String(yes)} | ${score} |`
    }),
  ].join('\n')
