import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { HeightFields } from './ambition-fields-view.tsx'
import type { OneProps } from './ambition-sheet.ts'
import { ambitionText } from './ambition-text.ts'
import { ambitionHref } from './ambition-view.tsx'

/** Changing how high or when, tying it, closing it: each folded until somebody wants it. */
export function Changing(props: OneProps) {
  const { tried, language } = props
  const text = ambitionText(language)
  const isPlaced = tried?.act === 'change' && tried.field !== null && tried.field !== 'about'
  return (
    <section class="blok ambitiedaden" aria-label={text.change}>
      {tried && !isPlaced && (
        <Notice kind="refusal">
          <p>{tried.says}</p>
        </Notice>
      )}
      <Change {...props} />
      <Tie {...props} />
      <Close {...props} />
    </section>
  )
}

function Change({ sheet: { ambition }, ahead, tried, language }: OneProps) {
  const text = ambitionText(language)
  const mine = tried?.act === 'change' ? tried : null
  return (
    <Fold summary={text.change} id="change" open={mine !== null}>
      <p class="noot">{text.changeUnder}</p>
      <Form action={ambitionHref(ambition.id)} label={text.change}>
        <HiddenFields values={{ act: 'change', revision: String(ambition.revision) }} />
        <HeightFields
          {...{ about: ambition.about, by: ambition.by, now: ambition, language }}
          years={ahead}
          tried={mine}
        />
        <Button icon="check">{text.saveChange}</Button>
      </Form>
    </Fold>
  )
}

function Tie({ sheet: { ambition }, goals, tried, language }: OneProps) {
  const text = ambitionText(language)
  return (
    <Fold summary={text.tie} id="tie" open={tried?.act === 'tie'}>
      {goals === null ? (
        <p>{text.noPlan}</p>
      ) : (
        <Form action={ambitionHref(ambition.id)} label={text.tie}>
          <HiddenFields values={{ act: 'tie', plan: goals.planId }} />
          <SelectField
            name="goal"
            label={text.tieLabel}
            hint={text.tieHint}
            none={text.tieNone}
            value={ambition.tie?.entryId ?? null}
            options={goals.goals.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button kind="quiet">{text.saveTie}</Button>
        </Form>
      )}
    </Fold>
  )
}

function Close({ sheet: { ambition }, language }: OneProps) {
  const text = ambitionText(language)
  return (
    <Fold summary={text.close} id="close">
      <p class="noot">{text.closeUnder}</p>
      <Form action={ambitionHref(ambition.id)} label={text.close}>
        <HiddenFields values={{ act: 'end' }} />
        <Actions>
          <Button kind="quiet" name="how" value="reached">
            {text.closeReached}
          </Button>
          <Button kind="quiet" name="how" value="let-go">
            {text.closeLetGo}
          </Button>
        </Actions>
      </Form>
    </Fold>
  )
}
