import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import { LiveFeed } from '../../app/meeting/live-view.tsx'
import { type AtSeat, seatAt } from '../../app/meeting/seat-desk.ts'
import type { routes } from '../../app/routes.ts'
import type { OnDesk } from '../../app/session/desk.ts'
import { shellFrom } from '../../app/session/shell.ts'
import { Document } from '../../app/ui/document.tsx'
import { Field, SelectField, TextField } from '../../app/ui/field.tsx'
import { StatusNotice } from '../../app/ui/notice.tsx'

/** A small page that follows a meeting, and what its tests turn on it. */
export type Toy = {
  round: number
  isOpen: boolean
  /** Whether the page shows nothing of what changes. */
  isStill: boolean
  /** What the team was told, and how long an answer takes. */
  sent: string[]
  slow: number
  /** Questions of the script for the page: now, at most at once, and in all. */
  asking: number
  most: number
  asked: number
}

export const newToy = (): Toy => ({
  round: 1,
  isOpen: true,
  isStill: false,
  sent: [],
  slow: 0,
  asking: 0,
  most: 0,
  asked: 0,
})

/** GET and POST `/meeting/:meeting/toy`. An answer of one letter is refused. */
export const toyPages = (toy: () => Toy) => (app: ReturnType<typeof routes>) => {
  app.get('/meeting/:meeting/toy', async (c) => {
    const at = await seatAt(c)
    const state = toy()
    const isAsked = c.req.header('x-live') === 'main'
    if (isAsked) await asked(state)
    return c.html(<ToyPage at={at} toy={state} said={c.req.query('said') ?? null} />)
  })
  app.post('/meeting/:meeting/toy', (c) => posted(c, toy()))
}

async function asked(toy: Toy) {
  toy.asked += 1
  toy.asking += 1
  toy.most = Math.max(toy.most, toy.asking)
  await pause(toy.slow)
  toy.asking -= 1
}

async function posted(c: Context<OnDesk>, toy: Toy) {
  const at = await seatAt(c)
  const { reason = '', question = '' } = (await c.req.parseBody()) as Record<string, string>
  await pause(toy.slow)
  const said = reason || question
  if (said.length === 1) return c.html(<ToyPage at={at} toy={toy} said={null} typed={said} />, 422)
  toy.sent.push(said)
  return c.redirect(`/meeting/${at.seat.meetingId}/toy?said=yes`, 303)
}

type Props = { at: AtSeat; toy: Toy; said: string | null; typed?: string }

function ToyPage({ at, toy, said, typed }: Props) {
  const { desk, scene, seat, language } = at
  const here = `/meeting/${seat.meetingId}/toy`
  const shell = shellFrom(desk, said ? { kind: 'good', text: 'Je antwoord is binnen.' } : null)
  return (
    <Document shell={shell} title={`Ronde ${toy.round}`} refresh="morph">
      <main id="inhoud" tabindex={-1}>
        <StatusNotice notice={shell.notice} />
        <h1>{`Ronde ${toy.round}`}</h1>
        {!toy.isStill && <p id="told">{scene.meeting.revision}</p>}
        {toy.isOpen && <Voice action={here} round={toy.round} typed={typed} />}
        <details id="fold">
          <summary>Waarom</summary>
          <p>Omdat.</p>
        </details>
        <form id="say" action={here} method="post">
          <Field name="question" label="Jouw vraag" />
          <button type="submit">Stel je vraag</button>
        </form>
        <LiveFeed
          meetingId={seat.meetingId}
          revision={scene.meeting.revision}
          here={here}
          language={language}
          says={toy.isOpen ? 'De ronde is open.' : 'De ronde is gesloten.'}
          refused={typed !== undefined}
        />
      </main>
    </Document>
  )
}

const CHOICES = ['consent', 'concern', 'objection']

function Voice({ action, round, typed }: { action: string; round: number; typed?: string }) {
  return (
    <form id={`voice-${round}`} action={action} method="post" novalidate>
      {CHOICES.map((value) => (
        <label>
          <input type="radio" name="answer" id={`answer-${value}`} value={value} />
          {value}
        </label>
      ))}
      <SelectField name="how" label="Hoe" options={CHOICES.map((value) => ({ value, label: value }))} />
      <TextField name="reason" label="Waarom" value={typed ?? ''} error={typed && 'Schrijf meer.'} />
      <button type="submit">Geef mijn antwoord</button>
    </form>
  )
}
