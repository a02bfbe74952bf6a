import type { Language } from '../kernel/language.ts'
import { isUncounted, mostOnOne, type SeenPoll } from '../round/poll.ts'
import { pollText } from '../round/poll-text.ts'
import { roomText } from '../round/round-room-text.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { FieldError } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { phoneText } from './phone-text.ts'
import type { Typed } from './phone-typed.ts'

type PollProps = {
  poll: SeenPoll
  href: string
  typed: Typed | null
  language: Language
}

/** Dots or a check, for who has a say in it; once answered by name it can be changed behind a fold. */
export function PollCard(props: PollProps) {
  const { poll, typed, language } = props
  const text = phoneText(language)
  if (isUncounted(poll) && poll.mine.answered)
    return <p class="tel-mijn">{pollText(language).mineUncounted}</p>
  if (!poll.isOpen || !poll.mine.hasVoice) return null
  if (!poll.mine.answered) return <PollForm {...props} />
  if (poll.unnamed) return <p class="tel-mijn">{text.voted}</p>
  const isRefused = typed?.act === 'poll' && typed.fields['poll'] === poll.id
  return (
    <div class="stapel">
      <p class="tel-mijn">{text.pollIn}</p>
      <Fold id={`change-${poll.id}`} summary={text.changeChoice} open={isRefused}>
        <PollForm {...props} />
      </Fold>
    </div>
  )
}

function PollForm(props: PollProps) {
  const { poll, href, typed, language } = props
  const text = phoneText(language)
  const refused = typed?.act === 'poll' && typed.fields['poll'] === poll.id ? typed : null
  return (
    <form class="stapel" action={href} method="post" novalidate id={`poll-${poll.id}`}>
      <HiddenFields values={{ act: 'poll', poll: poll.id }} />
      {poll.kind === 'check' ? (
        <ChoiceGroup
          legend={poll.question}
          name="choice"
          id={`choice-${poll.id}`}
          choices={poll.options.map((option) => ({ value: option.id, title: option.text }))}
          chosen={Object.keys(poll.mine.choice ?? {})}
          error={refused?.reason ?? null}
        />
      ) : (
        <Dots {...props} error={refused?.reason ?? null} />
      )}
      <Button>{text.pollSend}</Button>
      <Names poll={poll} language={language} />
    </form>
  )
}

/** With a name or without, and what that gives and does not give, said before it is given. */
function Names({ poll, language }: Pick<PollProps, 'poll' | 'language'>) {
  const room = roomText(language)
  if (!poll.unnamed) return <p class="noot">{phoneText(language).pollNamed}</p>
  return (
    <>
      <p class="noot">{room.unnamedShort}</p>
      <Fold id={`honest-${poll.id}`} summary={room.unnamedTitle}>
        <ul class="punten">
          {[...room.unnamedGives, ...room.unnamedNot].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Fold>
    </>
  )
}

/** A dot is a box to tick; as many boxes at an option as one person may put there. */
function Dots({ poll, language, error }: PollProps & { error: string | null }) {
  const text = phoneText(language)
  const at = Array.from({ length: mostOnOne(poll) }, (_, place) => place + 1)
  return (
    <fieldset class="keuzes" id={`choice-${poll.id}`}>
      <legend>{poll.question}</legend>
      <small>{text.dots(poll.dots, mostOnOne(poll))}</small>
      <FieldError id={`choice-${poll.id}-error`} text={error} />
      {poll.options.map((option) => (
        <div class="tel-stippen" role="group" aria-labelledby={`o-${poll.id}-${option.id}`}>
          <span id={`o-${poll.id}-${option.id}`}>{option.text}</span>
          <span class="rij">
            {at.map((place) => (
              <label class="tel-stip" for={`d-${poll.id}-${option.id}-${place}`}>
                <input
                  type="checkbox"
                  name="choice"
                  value={option.id}
                  id={`d-${poll.id}-${option.id}-${place}`}
                  checked={(poll.mine.choice?.[option.id] ?? 0) >= place ? true : undefined}
                />
                <span class="vh">{text.dot(place)}</span>
              </label>
            ))}
          </span>
        </div>
      ))}
    </fieldset>
  )
}
