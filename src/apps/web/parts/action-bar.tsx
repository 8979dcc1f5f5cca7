import { useWords } from '../messages/words.ts'
import { goTo } from '../state/use-route.ts'

const actions = [
  { screen: 'note', key: 'N', name: 'notes' },
  { screen: 'calendar', key: 'D', name: 'calendar' },
  { screen: 'pathway', key: 'P', name: 'pathway' },
  { screen: 'what-if', key: 'W', name: 'whatIf' },
  { screen: 'follow-up', key: 'F', name: 'followUp' },
  { screen: 'logic', key: '', name: 'logic' },
  { screen: 'share', key: '', name: 'share' },
  { screen: 'keys', key: '?', name: 'keys' },
] as const

/** What can be done with the plan. */
export const ActionBar = () => {
  const words = useWords()
  return (
    <nav className="actions" aria-label={words.actions}>
      {actions.map(({ screen, key, name }) => (
        <button
          key={screen}
          type="button"
          aria-keyshortcuts={key === '' ? undefined : key}
          onClick={() => {
            goTo(screen)
          }}
        >
          {words[name]}
          {key !== '' && <kbd aria-hidden="true">{key}</kbd>}
        </button>
      ))}
      <button
        type="button"
        onClick={() => {
          window.print()
        }}
      >
        {words.print}
      </button>
    </nav>
  )
}
