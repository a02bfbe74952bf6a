import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import { CopyButton } from '../ui/script-button.tsx'
import { calendarsText } from './calendars-text.ts'
import { FEED_KINDS, type Feed, type FeedKind } from './feed.ts'

/** An address that was just made: shown once. */
export type NewAddress = { readonly kind: FeedKind; readonly href: string; readonly isOnlyHere: boolean }

export type CalendarsSheet = {
  readonly feeds: readonly Feed[]
  readonly made: NewAddress | null
  /** How many team addresses there are, for who can stop them all; null for everybody else. */
  readonly teamFeeds: number | null
  readonly language: Language
}

export function CalendarsView(sheet: CalendarsSheet) {
  const text = calendarsText(sheet.language)
  return (
    <>
      {sheet.made && <Address {...sheet.made} language={sheet.language} />}
      <div class="agendas">
        {FEED_KINDS.map((kind) => (
          <Card kind={kind} sheet={sheet} />
        ))}
      </div>
      <p class="noot">{text.what}</p>
      <p class="noot">{text.titles}</p>
      <How language={sheet.language} />
      <All {...sheet} />
    </>
  )
}

function Address({ kind, href, isOnlyHere, language }: NewAddress & { language: Language }) {
  const text = calendarsText(language)
  return (
    <section class="blok agenda-adres" aria-labelledby="k-adres">
      <h2 id="k-adres">{text.hereItIs[kind]}</h2>
      <div class="agenda-kopieer">
        <Field name="address" label={text.address} hiddenLabel value={href} readonly autofocus />
        <CopyButton text={href} language={language} />
      </div>
      {isOnlyHere && (
        <Notice>
          <p>{text.onlyHere}</p>
        </Notice>
      )}
      <p class="rij">
        {/* A program of the device takes it: another scheme, and never a page. */}
        <a class="knop stil" href={href.replace(/^https?:/, 'webcal:')} data-turbo="false">
          {text.openApp}
        </a>
        <small class="noot">{text.openNote}</small>
      </p>
      <p class="noot">{text.secret}</p>
    </section>
  )
}

function Card({ kind, sheet }: { kind: FeedKind; sheet: CalendarsSheet }) {
  const text = calendarsText(sheet.language)
  const feed = sheet.feeds.find((one) => one.kind === kind)
  return (
    <section class="blok" aria-labelledby={`k-${kind}`}>
      <h2 id={`k-${kind}`}>{text.kind[kind].title}</h2>
      <p>{text.kind[kind].what}</p>
      <p class="agenda-stand">
        {feed && <Icon name="check" />}
        <span>
          <b>{feed ? text.on : text.off}</b>
          {feed && <small>{standOf(feed, sheet.language)}</small>}
        </span>
      </p>
      <div class="rij knoppen">
        <Make kind={kind} isAgain={feed !== undefined} language={sheet.language} />
        {feed && <Stop kind={kind} language={sheet.language} />}
      </div>
      {feed && <small class="noot">{text.againNote}</small>}
    </section>
  )
}

function standOf({ madeAt, seenOn }: Feed, language: Language) {
  const text = calendarsText(language)
  const made = text.madeOn(longDay(dayOf(new Date(madeAt)), language))
  return `${made}, ${seenOn ? text.seenOn(longDay(seenOn, language)) : text.notSeen}.`
}

type ActProps = { kind: FeedKind; language: Language }

/** Its answer shows the address, once: a page of its own. */
function Make({ kind, isAgain, language }: ActProps & { isAgain: boolean }) {
  const text = calendarsText(language)
  return (
    <Form action="/calendars" class="eenknop" answers label={text.kind[kind].title}>
      <HiddenFields values={{ act: 'make', kind }} />
      <Button kind={isAgain ? 'quiet' : 'main'} about={text.kind[kind].title}>
        {isAgain ? text.again : text.make}
      </Button>
    </Form>
  )
}

function Stop({ kind, language }: ActProps) {
  const text = calendarsText(language)
  return (
    <Form action="/calendars" class="eenknop" label={`${text.stop}: ${text.kind[kind].title}`}>
      <HiddenFields values={{ act: 'stop', kind }} />
      <Button kind="link" about={text.kind[kind].title}>
        {text.stop}
      </Button>
    </Form>
  )
}

function How({ language }: { language: Language }) {
  const text = calendarsText(language)
  return (
    <section class="blok agenda-hoe" aria-labelledby="k-hoe">
      <h2 id="k-hoe">{text.howTitle}</h2>
      {Object.values(text.how).map(({ name, steps, note }) => (
        <Fold summary={name}>
          <ol>
            {steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <p class="noot">{note}</p>
        </Fold>
      ))}
      <p class="noot">{text.noPush}</p>
    </section>
  )
}

function All({ teamFeeds, language }: CalendarsSheet) {
  const text = calendarsText(language)
  if (teamFeeds === null || teamFeeds === 0) return null
  return (
    <section class="blok" aria-labelledby="k-alle">
      <h2 id="k-alle">{text.all}</h2>
      <p>{text.allNote(teamFeeds)}</p>
      <Form action="/calendars" class="eenknop" labelledBy="k-alle">
        <HiddenFields values={{ act: 'stop-all' }} />
        <Button kind="quiet">{text.allAct}</Button>
      </Form>
    </section>
  )
}
