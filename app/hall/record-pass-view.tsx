import { clock } from '../kernel/day.ts'
import { nameIn } from '../meeting/meeting.ts'
import { livePasses, type WaitingPass, waitingPasses } from '../meeting/pass.ts'
import { Fold } from '../ui/details.tsx'
import { Act } from './lead-act-view.tsx'
import type { Desk } from './record.ts'
import { recordText } from './record-text.ts'

/** Devices that picked a name: the chair sees whether it is that colleague. */
export function RecordPasses({ desk }: { desk: Desk }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const waiting = waitingPasses(scene)
  if (waiting.length === 0) return null
  return (
    <section class="blok" aria-labelledby="tafel-wacht">
      <h2 id="tafel-wacht">{text.waiting(waiting.length)}</h2>
      <p class="noot">{text.waitingNote}</p>
      <ul class="tafellijst">
        {waiting.map((one) => (
          <Waiting desk={desk} waiting={one} />
        ))}
      </ul>
    </section>
  )
}

function Waiting({ desk, waiting }: { desk: Desk; waiting: WaitingPass }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const { pass, person, alreadyIn } = waiting
  const name = nameIn(scene, person) ?? ''
  const act = { at: desk.leading, fields: { pass: pass.id }, about: name }
  return (
    <li id={`tafel-${pass.id}`}>
      <span>
        <b>{text.wantsIn(name, clock(pass.askedAt, words.language))}</b>
        {alreadyIn && <small> {text.alreadyIn}</small>}
      </span>
      <span class="rij">
        <Act {...act} act="pass-confirm">
          {text.letIn}
        </Act>
        <Act {...act} act="pass-refuse" kind="quiet">
          {text.notIn}
        </Act>
      </span>
    </li>
  )
}

/** Devices that were let in, and guests: each can be ended, for a phone that was left behind. */
export function Devices({ desk }: { desk: Desk }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const passes = livePasses(scene)
  if (passes.length === 0) return null
  return (
    <Fold summary={text.devices(passes.length)} id="tafel-apparaten">
      <ul class="tafellijst">
        {passes.map((pass) => {
          const name = pass.person
            ? text.device(nameIn(scene, pass.person) ?? '')
            : text.guest(pass.name ?? '')
          return (
            <li id={`tafel-${pass.id}`}>
              <span>{name}</span>
              <Act at={desk.leading} act="pass-end" fields={{ pass: pass.id }} kind="link" about={name}>
                {text.endDevice}
              </Act>
            </li>
          )
        })}
      </ul>
    </Fold>
  )
}
