import { clock } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { AD_HOCS, type AdHoc } from '../time/time.ts'
import { timeText } from '../time/time-text.ts'
import { Button } from '../ui/button.tsx'
import { FieldError } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { ANSWER_KINDS } from './answer.ts'
import { answerText } from './answer-text.ts'
import type { SmallAsk, SmallTally } from './small-ask.ts'
import { smallText } from './small-text.ts'
import { SMALL, TRAY, type TrayTried } from './tray-sheet.ts'

export type SmallSheet = {
  readonly week: SmallTally
  /** What was just written down. */
  readonly saved: SmallAsk | null
  /** For the one form that is sent: sent twice it counts once. */
  readonly once: string
  readonly tried: TrayTried | null
  readonly language: Language
}

/** Small asks in two taps: what somebody asked, and what was said. */
export function SmallView(sheet: SmallSheet) {
  const text = smallText(sheet.language)
  return (
    <section class="blok klein-log" aria-labelledby="klein-kop" id="tussendoor">
      <h2 id="klein-kop" tabindex={-1}>
        {text.title}
      </h2>
      <p class="noot">{text.quote}</p>
      <SmallForm {...sheet} />
      <div role="status">{sheet.saved && <Saved one={sheet.saved} language={sheet.language} />}</div>
      <p class="noot">{weekWords(sheet.week, sheet.language)}</p>
      <p>
        <a href={SMALL}>{text.list}</a>
      </p>
    </section>
  )
}

function SmallForm({ once, tried, language }: SmallSheet) {
  const text = smallText(language)
  const said = answerText(language)
  const kind = tried?.values['small'] ?? 'take-class'
  return (
    <form action={TRAY} method="post" id="klein" novalidate aria-labelledby="klein-kop">
      <HiddenFields values={{ act: 'small', once }} />
      <fieldset class="tik">
        <legend>{text.kind}</legend>
        <FieldError id="klein-error" text={tried?.says} />
        <div class="filter">
          {ORDER.map((one) => (
            <label for={`klein-${one}`}>
              <input
                type="radio"
                name="small"
                value={one}
                id={`klein-${one}`}
                checked={one === kind || undefined}
              />
              {timeText(language).adHoc[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="tik">
        <legend>{text.said}</legend>
        <div class="tikknoppen">
          {ANSWER_KINDS.map((answer) => (
            <Button kind="quiet" name="said" value={answer}>
              {said.kinds[answer].name}
            </Button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

/** The kinds of time, in the order in which they come by in a corridor. */
const ORDER: readonly AdHoc[] = ['take-class', ...AD_HOCS.filter((kind) => kind !== 'take-class')]

function Saved({ one, language }: { one: SmallAsk; language: Language }) {
  const text = smallText(language)
  return (
    <p class="bewaard noot">
      <Icon name="check" />
      <span>
        {text.saved(
          clock(one.at, language),
          timeText(language).adHoc[one.kind],
          answerText(language).small[one.answer],
        )}
      </span>
      <PostButton action={TRAY} hidden={{ act: 'undo-small', small: one.id }} kind="link" icon="undo">
        {text.undo}
      </PostButton>
    </p>
  )
}

/** 'Deze week vijf keer, meestal een groep overnemen. Dat zie jij alleen.' */
export function weekWords({ count, mostly }: SmallTally, language: Language): string {
  const text = smallText(language)
  if (count === 0) return text.none
  const often = mostly === null ? text.week(count) : text.weekMostly(count, timeText(language).adHoc[mostly])
  return `${often} ${text.only}`
}
