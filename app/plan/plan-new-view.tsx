import type { Language } from '../kernel/language.ts'
import { nextYear, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { isOpen, type PlanLine } from './plan.ts'
import { planNewText } from './plan-new-text.ts'

export type NewPlanProps = {
  readonly language: Language
  readonly years: readonly SchoolYear[]
  readonly chosen: SchoolYear | null
  /** The plans that there are, newest first. */
  readonly plans: readonly PlanLine[]
  readonly refused: string | null
}

/** Where a plan begins: with an empty one, with an earlier one, or with a Word file. */
export function NewPlan({ language, years, chosen, plans, refused }: NewPlanProps) {
  const text = planNewText(language)
  const carried = plans.find((plan) => goesOn(plan, plans))
  return (
    <>
      <PageHead title={text.title} under={plans.length > 0 ? text.next : text.empty} />
      {refused && <Notice kind="refusal" title={refused} />}
      <div class="deuren">
        <section class="deurvak">
          <h2>{text.begin}</h2>
          <p>{text.beginNote}</p>
          <Form action="/plan/new">
            <YearField {...{ language, years, chosen }} />
            <div class="rij">
              <Button icon="pen">{text.beginNow}</Button>
              <ArrowLink href="/vision">{text.vision}</ArrowLink>
            </div>
          </Form>
        </section>
        {carried && <CarryDoor language={language} plan={carried} />}
        <section class="deurvak">
          <h2>{text.word}</h2>
          <p>{text.wordNote}</p>
          <LinkButton href="/plan/import">{text.chooseFile}</LinkButton>
        </section>
      </div>
      <Earlier language={language} plans={plans} />
    </>
  )
}

/** An adopted plan can be taken along to the year after it, when that has none yet. */
const goesOn = ({ phase, schoolYear }: PlanLine, plans: readonly PlanLine[]) =>
  !isOpen(phase) && phase !== 'decision' && plans.every((other) => other.schoolYear !== nextYear(schoolYear))

const YearField = ({ language, years, chosen }: Pick<NewPlanProps, 'language' | 'years' | 'chosen'>) => (
  <SelectField
    name="schoolYear"
    label={planNewText(language).year}
    narrow
    value={chosen}
    options={years.map((year) => ({ value: year, label: yearTitle(year) }))}
  />
)

function CarryDoor({ language, plan }: { language: Language; plan: PlanLine }) {
  const text = planNewText(language)
  return (
    <section class="deurvak">
      <h2>{text.carry}</h2>
      <p>{text.carryNote}</p>
      <PostButton kind="quiet" action={`/plan/${plan.id}/evaluation`}>
        {text.carryFrom(yearTitle(plan.schoolYear))}
      </PostButton>
    </section>
  )
}

function Earlier({ language, plans }: Pick<NewPlanProps, 'language' | 'plans'>) {
  const text = planNewText(language)
  if (plans.length === 0) return null
  return (
    <section class="mt">
      <h2>{text.plans}</h2>
      <ul>
        {plans.map((plan) => (
          <li>
            <ArrowLink href={`/plan/${plan.id}`}>{text.open(yearTitle(plan.schoolYear))}</ArrowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
