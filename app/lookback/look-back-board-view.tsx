import { yieldText } from '../evaluation/yield-text.ts'
import { longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { Lines, RichText } from '../ui/rich.tsx'
import type { LookOf, RoomLook, SeenHarvest, SeenPromise } from './look-back.ts'
import { lookBackText } from './look-back-text.ts'
import type { LookNote } from './theme.ts'
import { themeText } from './theme-text.ts'

type Words = { readonly language: Language; readonly terms: Terms }

/** What looking back shows at the wall, below the heading of its item: the words of the team, without names. */
export function LookBackBoard({ look, words }: { look: RoomLook; words: Words }) {
  if (look.kind === 'evaluation') return null
  return (
    <div class="terugbord">
      <Looked look={look} words={words} />
    </div>
  )
}

function Looked({ look, words }: { look: Exclude<RoomLook, { kind: 'evaluation' }>; words: Words }) {
  switch (look.kind) {
    case 'themes':
      return <Themes grouped={look.grouped} words={words} />
    case 'coordinator-part':
      return (
        <>
          <SharedTime shared={look.shared} />
          <Together text={look.text} />
          <Themes grouped={look.grouped} words={words} />
        </>
      )
    case 'plan-itself':
      return (
        <>
          <Together text={look.text} />
          <Principles look={look} words={words} />
          <Themes grouped={look.grouped} words={words} />
        </>
      )
    case 'conditions':
      return <Conditions look={look} words={words} />
    case 'yields':
      return <Promises look={look} words={words} />
  }
}

/** Where the coordinator's time went, as far as it was shared. */
export const SharedTime = ({ shared }: { shared: readonly string[] }) => (
  <>
    {shared.map((said) => (
      <blockquote class="serif">{said}</blockquote>
    ))}
  </>
)

const Together = ({ text }: { text: string }) =>
  text === '' ? null : (
    <div class="samenwoorden serif">
      <RichText text={text} />
    </div>
  )

type ThemesProps = { grouped: LookOf<'themes'>['grouped']; words: Words }

/** Themes with what was brought in under each; last what is in none yet. */
export function Themes({ grouped: { groups, loose }, words }: ThemesProps) {
  const text = themeText(words.language)
  if (groups.length === 0 && loose.length === 0) return <p class="zacht">{text.noNotes}</p>
  return (
    <div class="themas">
      {groups.map(({ theme, notes }) => (
        <section class="thema" id={`bord-${theme.id}`}>
          <h2>{theme.title}</h2>
          {theme.becomesGoal && <p class="themadoel">{text.goalNextYear}</p>}
          {theme.outcome !== '' && (
            <p class="serif">
              <Lines text={theme.outcome} />
            </p>
          )}
          <Notes notes={notes} language={words.language} />
        </section>
      ))}
      {loose.length > 0 && (
        <section class="thema los">
          <h2>{groups.length === 0 ? text.notes(loose.length) : text.loose}</h2>
          <Notes notes={loose} language={words.language} />
        </section>
      )}
    </div>
  )
}

/** The words, and whose they are when they are not our own: never the name of who wrote them down. */
export function Notes({ notes, language }: { notes: readonly LookNote[]; language: Language }) {
  const { source } = lookBackText(language)
  return (
    <ul class="briefjes">
      {notes.map((note) => (
        <li id={`brief-${note.id}`}>
          {(note.source === 'pupils' || note.source === 'parents') && <small>{source[note.source]}</small>}
          <span>
            <Lines text={note.text} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Principles({ look, words }: { look: LookOf<'plan-itself'>; words: Words }) {
  const text = lookBackText(words.language)
  if (look.principles.length === 0) return null
  return (
    <section class="principes-terug">
      <h2>{text.principles}</h2>
      <ol>
        {look.principles.map(({ id, text: said, choice }) => (
          <li id={`bord-p-${id}`} class={choice === 'drop' ? 'weg' : undefined}>
            <span>
              <Lines text={said} />
            </span>
            {choice && <small>{choice === 'keep' ? text.principleKept : text.principleDropped}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Conditions({ look, words }: { look: LookOf<'conditions'>; words: Words }) {
  const text = lookBackText(words.language)
  return (
    <section>
      <p class="zacht">{text.hours(look.hours.planned, look.hours.available)}</p>
      {look.text === '' ? (
        <p class="zacht">{text.conditionsNone(words.terms)}</p>
      ) : (
        <div class="samenwoorden serif">
          <RichText text={look.text} />
        </div>
      )}
      {look.answer !== '' && (
        <>
          <h2>{text.answer}</h2>
          <div class="serif">
            <RichText text={look.answer} />
          </div>
        </>
      )}
    </section>
  )
}

export function Promises({ look, words }: { look: LookOf<'yields'>; words: Words }) {
  const text = lookBackText(words.language)
  const { open, ended, harvest } = look
  if (open.length + ended.length + harvest.length === 0) return <p class="zacht">{text.noYields}</p>
  return (
    <section class="beloften">
      {open.length > 0 && <h2>{text.yieldsOpen}</h2>}
      <PromiseList promises={open} language={words.language} />
      {harvest.length > 0 && <h2>{yieldText(words.language).harvest}</h2>}
      <HarvestList harvest={harvest} language={words.language} />
      {ended.length > 0 && <h2>{text.yieldsEnded}</h2>}
      <PromiseList promises={ended} language={words.language} />
    </section>
  )
}

const HarvestList = ({ harvest, language }: { harvest: readonly SeenHarvest[]; language: Language }) => (
  <ul>
    {harvest.map(({ entryId, name, withWhom, when }) => (
      <li id={`bord-o-${entryId}`}>
        <span>
          <b>{name}</b>: {withWhom}
        </span>
        {when && <small>{yieldText(language).around(longDay(when, language))}</small>}
      </li>
    ))}
  </ul>
)

const PromiseList = ({ promises, language }: { promises: readonly SeenPromise[]; language: Language }) => (
  <ul>
    {promises.map((one) => (
      <li id={`bord-b-${one.id}`}>
        <span>
          <b>{one.name}</b>: {one.what}
        </span>
        <small>
          {[one.withWhom, one.dueOn && longDay(one.dueOn, language), one.ended?.cameOf]
            .filter((part) => part)
            .join(' · ')}
        </small>
      </li>
    ))}
  </ul>
)
