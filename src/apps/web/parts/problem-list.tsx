import type { Problem } from '../../../logic/given.ts'

/** Why something could not be read: each problem with its place and its remedy. Nothing where there is none. */
export const ProblemList = ({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly Problem[]
}) =>
  problems.length > 0 && (
    <div className="failure" role="alert">
      <p>{title}</p>
      <ul>
        {problems.map(({ where, message, remedy }) => (
          <li key={`${where} ${message}`}>
            {where}: {message} {remedy}
          </li>
        ))}
      </ul>
    </div>
  )
