import type { Language } from '../kernel/language.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { undoText } from './undo-text.ts'

/** Somebody wrote after the text that one wants to put back: nothing is stored, both are shown. */
export type Clash = {
  readonly ownerId: string
  readonly field: string
  readonly revision: number
  readonly before: string
  /** What stands there now, and by whom. */
  readonly now: string
  readonly base: number
  readonly by: string
  readonly name: string
  readonly fieldName: string
}

export function ClashView({ clash, language, href }: { clash: Clash; language: Language; href: string }) {
  const text = undoText(language)
  const { ownerId, field, revision, base } = clash
  return (
    <section class="blok stapel" aria-labelledby="botsing">
      <h2 id="botsing" tabindex={-1} autofocus>
        {text.clashTitle(clash.by)}
      </h2>
      <p class="noot">
        {clash.name}, {clash.fieldName}. {text.clashSay}
      </p>
      <h3>{text.theirs}</h3>
      <div class="regels">{clash.now || <em>{text.empty}</em>}</div>
      <h3>{text.before}</h3>
      <div class="regels">
        <WordDiff before={clash.now} after={clash.before} language={language} />
      </div>
      <Form action={`${href}/undo`} labelledBy="botsing">
        <HiddenFields
          values={{ act: 'text', owner: ownerId, field, revision: String(revision), base: String(base) }}
        />
        <p class="noot">{text.anywayNote}</p>
        <Actions>
          <LinkButton href={`${href}/undo`} kind="main">
            {text.leave}
          </LinkButton>
          <Button kind="quiet">{text.anyway}</Button>
        </Actions>
      </Form>
    </section>
  )
}
