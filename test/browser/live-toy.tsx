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
  /** What the team was told, and what every answer waits for. */
  sent: string[]
  held: Promise<void>
  /** Forms that have come and are not answered. */
  posting: number
  /** The script gets half of an answer: the rest does not come, or the line breaks. */
  half: 'waits' | 'breaks' | null
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
  held: Promise.resolve(),
  posting: 0,
  half: null,
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
    if (isAsked && state.half) return halfAnAnswer(state.half)
    return c.html(<ToyPage at={at} toy={state} said={c.req.query('said') ?? null} />)
  })
  app.post('/meeting/:meeting/toy', (c) => posted(c, toy()))
}

async function asked(toy: Toy) {
  toy.asked += 1
  toy.asking += 1
  toy.most = Math.max(toy.most, toy.asking)
  await toy.held
  toy.asking -= 1
}

function halfAnAnswer(half: 'waits' | 'breaks') {
  const words = new ReadableStream<Uint8Array>({
    start(line) {
      line.enqueue(new TextEncoder().encode('<main>'))
    },
    async pull(line) {
      await pause(half === 'breaks' ? 50 : 60_000)
      line.error(new Error('broken off'))
    },
  })
  // of no kind that is shortened or packed on its way
  return new Response(words, { headers: { 'content-type': 'application/octet-stream' } })
}

async function posted(c: Context<OnDesk>, toy: Toy) {
  const at = await seatAt(c)
  const { reason = '', question = '' } = (await c.req.parseBody()) as Record<string, string>
  toy.posting += 1
  await toy.held
  toy.posting -= 1
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
