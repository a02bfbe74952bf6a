import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { subjectName } from '../result/subject-name.ts'
import { SmallBars } from '../ui/chart-bars-view.tsx'
import { type Aim, levelAims } from './aim.ts'
import { levelsTogether } from './levels.ts'
import { aimSentences, fewBars, groupBars, groupsTable } from './levels-chart-view.ts'
import type { GroupsNow } from './school-sheet.ts'
import { say } from './sentence-text.ts'
import { NumbersFold } from './spread-view.tsx'
import { subjectText } from './subject-text.ts'
import { trendText } from './trend-text.ts'

type GroupsProps = { groups: readonly GroupsNow[]; aims: readonly Aim[]; language: Language }

/** For the coordinator: the levels of each year group, as they were measured last. */
export function GroupsBeside({ groups, aims, language }: GroupsProps) {
  const text = trendText(language).small
  return (
    <section class="blok">
      <h2 id="in-groups">{text.groups}</h2>
      <p class="noot">{text.groupsForYou}</p>
      <div class="kleintjes">
        {groups.map((one, at) => (
          <GroupsPiece groups={one} aims={aims} id={`groups-${at + 1}`} language={language} />
        ))}
      </div>
      <NumbersFold
        table={groupsTable(groups, language)}
        caption={text.groups}
        words={3}
        language={language}
      />
    </section>
  )
}

type PieceProps = { groups: GroupsNow; aims: readonly Aim[]; id: string; language: Language }

function GroupsPiece({ groups, aims, id, language }: PieceProps) {
  const { subject, schoolYear, moment, figures } = groups
  const name = subjectName(language, subject)
  const text = trendText(language).small
  const told = levelsTogether(figures).flatMap((one) => (one.says === 'few' ? [] : [say(language, one)]))
  const few = fewBars(figures, 'levels', (one) => subjectText(language).groupShort(one.yearGroup), language)
  const under = text.groupsUnder(subjectText(language).moment[moment], yearTitle(schoolYear))
  const aimed = figures.flatMap((one) =>
    aimSentences(levelAims(aims, one, one.series), language).map(
      (said) => `${subjectText(language).groupShort(one.yearGroup)}: ${lowered(said)}`,
    ),
  )
  return (
    <article class="kleintje">
      <h3>
        <a href={`/trends/${encodeURIComponent(subject)}`}>{name}</a>
      </h3>
      <SmallBars bars={groupBars(figures, { id, title: `${name}: ${lowered(under)}` }, language)} />
      <p class="noot">{[`${under}.`, ...told, ...aimed, ...few].join(' ')}</p>
    </article>
  )
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
