import { aimSentence, aimWords } from '../form/aim-text.ts'
import { capital } from '../kernel/sentence.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { KNOWN_AIMS, LEAST_AIM, MOST_AIM } from './aim.ts'
import { aimText } from './aim-text.ts'
import { mayWritePlan } from './plan-may.ts'
import type { Drawing } from './plan-sheet-view.ts'

/** The agreement on preventing as a part of the plan: nobody is asked to read that there is none. */
export function Aim({ d }: { d: Drawing }) {
  const text = aimText(d.language)
  const { preventiveAim } = d.plan
  const writes = mayWritePlan(d.actor, d.plan).may
  if (preventiveAim === null && !writes) return null
  return (
    <section id="aim">
      <h2>{text.title}</h2>
      <p class={preventiveAim === null ? 'noot' : undefined}>
        {preventiveAim === null ? text.none : aimSentence(preventiveAim, d.language, d.terms)}
      </p>
      {writes && (
        <p class="daden">
          <a class="schrijf" href={`${d.href}/budget#aim`}>
            {preventiveAim === null ? text.set : text.change}
            <span class="vh">: {text.title}</span>
          </a>
        </p>
      )}
    </section>
  )
}

/** What was sent and not taken: the choice, what was typed, and why not. */
export type AimTried = { readonly choice: string; readonly own: string; readonly error: string }

/** The form: a share that has a name, another one in percent, or none. */
export function AimForm({ d, tried }: { d: Drawing; tried: AimTried | null }) {
  const text = aimText(d.language)
  const { preventiveAim } = d.plan
  const isKnown = (KNOWN_AIMS as readonly number[]).includes(preventiveAim ?? 0)
  const now = preventiveAim === null ? 'none' : isKnown ? String(preventiveAim) : 'own'
  const own = tried?.own ?? (now === 'own' ? String(preventiveAim) : '')
  return (
    <Form action={`${d.href}/budget#aim`} labelledBy="aim">
      <input type="hidden" name="act" value="aim" />
      <ChoiceGroup
        name="aim"
        legend={text.legend}
        hint={text.hint}
        chosen={[tried?.choice ?? now]}
        choices={[
          ...KNOWN_AIMS.map((share) => ({
            value: String(share),
            title: capital(aimWords(share, d.language)),
          })),
          {
            value: 'own',
            title: text.own,
            more: <OwnShare d={d} value={own} error={tried?.error ?? null} />,
          },
          { value: 'none', title: text.noAim },
        ]}
      />
      <Button>{text.save}</Button>
    </Form>
  )
}

function OwnShare({ d, value, error }: { d: Drawing; value: string; error: string | null }) {
  const text = aimText(d.language)
  return (
    <Field
      name="own"
      label={text.ownLabel}
      hint={text.ownHint}
      value={value}
      error={error}
      type="number"
      inputmode="numeric"
      min={LEAST_AIM}
      max={MOST_AIM}
      narrow
    />
  )
}
