import type { Language } from '../kernel/language.ts'
import { SAY_SOURCES, type SaySource } from '../meeting/meeting.ts'
import { lookBackText } from './look-back-text.ts'

/** Whose words somebody brings in: our own, or what pupils or parents told us; never with a name. */
export function SourceChoice({
  id,
  language,
  chosen = 'we',
}: {
  /** Start of the ids. */
  id: string
  language: Language
  chosen?: SaySource | null
}) {
  const { source, sourceHint } = lookBackText(language)
  return (
    <fieldset class="bronnen" id={id} aria-describedby={`${id}-hint`}>
      <legend>{source.legend}</legend>
      <div class="rij">
        {SAY_SOURCES.map((one) => (
          <label for={`${id}-${one}`}>
            <input
              type="radio"
              name="source"
              value={one}
              id={`${id}-${one}`}
              checked={one === (chosen ?? 'we') ? true : undefined}
            />
            <span>{source[one]}</span>
          </label>
        ))}
      </div>
      <small id={`${id}-hint`}>{sourceHint}</small>
    </fieldset>
  )
}
